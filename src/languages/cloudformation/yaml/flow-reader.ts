import { addEntry } from "../parse-template-json.ts";
import { plainScalarNode } from "../read-scalar.ts";
import type { TemplateEntry, TemplateNode, TemplateProblem } from "../template-node.ts";
import { applyTag } from "../yaml-template.ts";
import { NotPlain } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readQuoted } from "./read-quoted.ts";

const SPACE = /[ \r\n]*/y;
const TAG = /![A-Za-z0-9]+(?= )/y;
/** A colon is a letter when a letter comes behind it. */
const PLAIN = /(?:[^,[\]{}\r\n#:]|:(?![\s,[\]{}]))+/y;
/** What no plain scalar begins with. */
const INDICATORS = new Set("-?:,[]{}#&*!|>'\"%@`");
const DEEPEST = 100;

/** Reads collections in brackets: `[a, {b: !Ref c}]`. */
export class FlowReader {
  readonly #cursor: Cursor;
  readonly #problems: TemplateProblem[];
  #depth = 0;

  constructor(cursor: Cursor, problems: TemplateProblem[]) {
    this.#cursor = cursor;
    this.#problems = problems;
  }

  /** The cursor stands at the first letter of a value, and then behind the value. */
  read(): TemplateNode {
    const { at: offset, text } = this.#cursor;
    switch (text[offset]) {
      case "[":
        return this.#nested(() => this.#list(offset));
      case "{":
        return this.#nested(() => this.#map(offset));
      case '"':
      case "'":
        return { kind: "scalar", value: readQuoted(this.#cursor), offset };
      case "!": {
        const end = this.#cursor.end(TAG);
        if (end === undefined) throw new NotPlain();
        this.#cursor.at = end;
        this.#cursor.skipSpaces();
        return applyTag(text.slice(offset, end), this.read());
      }
      default:
        return plainScalarNode(this.#plain(), offset);
    }
  }

  #nested(read: () => TemplateNode): TemplateNode {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotPlain();
    this.#cursor.at += 1;
    this.#skip();
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #list(offset: number): TemplateNode {
    const items: TemplateNode[] = [];
    while (!this.#closes("]")) {
      items.push(this.#item());
      this.#skip();
      this.#comma("]");
    }
    return { kind: "list", items, offset };
  }

  /** `[a: b]` is a list of a map. */
  #item(): TemplateNode {
    const { text, at: offset } = this.#cursor;
    const item = this.read();
    const end = this.#cursor.at;
    this.#skip();
    if (text[this.#cursor.at] !== ":" || item.kind !== "scalar") return item;
    const isQuoted = text[offset] === '"' || text[offset] === "'";
    const key = isQuoted ? String(item.value) : text.slice(offset, end).trimEnd();
    if (key === "<<") throw new NotPlain();
    this.#cursor.at += 1;
    this.#skip();
    const value = this.read();
    return { kind: "map", entries: new Map([[key, { keyOffset: offset, value }]]), offset };
  }

  #map(offset: number): TemplateNode {
    const entries = new Map<string, TemplateEntry>();
    while (!this.#closes("}")) {
      const { at: keyOffset, text } = this.#cursor;
      const isQuoted = text[keyOffset] === '"' || text[keyOffset] === "'";
      const key = isQuoted ? readQuoted(this.#cursor) : this.#plain();
      if (!isQuoted && key === "<<") throw new NotPlain();
      this.#skip();
      if (text[this.#cursor.at] !== ":") throw new NotPlain();
      this.#cursor.at += 1;
      this.#skip();
      if (",}".includes(text[this.#cursor.at] ?? ",")) throw new NotPlain();
      addEntry(entries, key, { keyOffset, value: this.read() }, this.#problems);
      this.#skip();
      this.#comma("}");
    }
    return { kind: "map", entries, offset };
  }

  #plain(): string {
    const { text, at } = this.#cursor;
    if (INDICATORS.has(text[at] ?? "#") && !/^[-:?][^\s,[\]{}]/.test(text.slice(at, at + 2))) {
      throw new NotPlain();
    }
    const end = this.#cursor.end(PLAIN);
    if (end === undefined || text[end] === "#") throw new NotPlain();
    this.#cursor.at = end;
    return text.slice(at, end).trimEnd();
  }

  #skip(): void {
    this.#cursor.at = this.#cursor.end(SPACE) ?? this.#cursor.at;
  }

  #closes(bracket: string): boolean {
    if (this.#cursor.text[this.#cursor.at] !== bracket) return false;
    this.#cursor.at += 1;
    return true;
  }

  #comma(closer: string): void {
    const next = this.#cursor.text[this.#cursor.at];
    if (next === closer) return;
    if (next !== ",") throw new NotPlain();
    this.#cursor.at += 1;
    this.#skip();
  }
}
