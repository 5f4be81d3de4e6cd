import { addEntry } from "../parse-template-json.ts";
import { plainScalarNode } from "../read-scalar.ts";
import type { TemplateEntry, TemplateNode, TemplateProblem } from "../template-node.ts";
import { applyTag } from "../yaml-template.ts";
import { Cursor, NotPlain } from "./cursor.ts";
import { FlowReader } from "./flow-reader.ts";
import { readBlockText } from "./read-block-text.ts";
import { readQuoted } from "./read-quoted.ts";

const START = /(?:(?:%YAML 1\.[12]\r?\n)?---(?: *|(?: +#[^\n]*))\r?\n)?/y;
const TAG = /![A-Za-z0-9:]+(?=[ \r\n])/y;
const DASH = /-(?=[ \r\n])/y;
/** A colon is a letter when a letter comes behind it. */
const KEY = /[^\s#:?,[\]{}&*!|>'"%@`-](?:[^\r\n#:]|:(?!\s))*:(?=[ \r\n])/y;
const QUOTED_KEY = /(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'[^'\r\n]*') *:(?=[ \r\n])/y;
const PLAIN = /[^\r\n]+/y;
const DEEPEST = 100;

/** Reads maps and lists that are written line by line. */
export class BlockReader {
  readonly problems: TemplateProblem[] = [];
  readonly #cursor: Cursor;
  readonly #flow: FlowReader;
  #depth = 0;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    this.#flow = new FlowReader(this.#cursor, this.problems);
  }

  readDocument(): TemplateNode {
    const cursor = this.#cursor;
    cursor.startLine(0);
    if (cursor.column === 0) cursor.startLine(cursor.end(START) ?? 0);
    const node = this.#block();
    if (!cursor.isAtEnd) throw new NotPlain();
    return node;
  }

  /** A map or a list; the cursor stands at its first letter. */
  #block(): TemplateNode {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotPlain();
    const node = this.#isItem() ? this.#list() : this.#map();
    this.#depth -= 1;
    return node;
  }

  #map(): TemplateNode {
    const cursor = this.#cursor;
    const { at: offset, column } = cursor;
    const entries = new Map<string, TemplateEntry>();
    do {
      const { at: keyOffset } = cursor;
      const key = this.#key();
      cursor.skipSpaces();
      const value = this.#value(column, keyOffset, true);
      addEntry(entries, key, { keyOffset, value }, this.problems);
    } while (this.#goesOn(column) && !this.#isItem());
    return { kind: "map", entries, offset };
  }

  #key(): string {
    const cursor = this.#cursor;
    const { text, at } = cursor;
    const isQuoted = cursor.end(QUOTED_KEY) !== undefined;
    const end = cursor.end(isQuoted ? QUOTED_KEY : KEY);
    if (end === undefined) throw new NotPlain();
    const key = isQuoted ? readQuoted(cursor) : text.slice(at, end - 1).trimEnd();
    if (key === "<<") throw new NotPlain();
    cursor.at = end;
    return key;
  }

  #list(): TemplateNode {
    const cursor = this.#cursor;
    const { at: offset, column } = cursor;
    const items: TemplateNode[] = [];
    do {
      cursor.at += 1;
      cursor.skipSpaces();
      const isInside = !cursor.isLineEnd() && (this.#isItem() || this.#isKey());
      items.push(isInside ? this.#block() : this.#value(column, offset, false));
    } while (this.#goesOn(column) && this.#isItem());
    return { kind: "list", items, offset };
  }

  /** Whether the line of the cursor belongs to the collection that begins at a column. */
  #goesOn(column: number): boolean {
    const cursor = this.#cursor;
    if (cursor.isAtEnd || cursor.column < column) return false;
    if (cursor.column > column) throw new NotPlain();
    return true;
  }

  /**
   * A value behind its key or dash, and the cursor behind it at the next line. `parent` is the column of what it belongs to;
   * `fallback` the place of what is empty.
   */
  #value(parent: number, fallback: number, isOfKey: boolean): TemplateNode {
    const cursor = this.#cursor;
    if (cursor.isLineEnd()) return this.#below(parent, fallback, isOfKey);
    const { text, at: offset } = cursor;
    switch (text[offset]) {
      case "!": {
        const end = cursor.end(TAG);
        if (end === undefined) throw new NotPlain();
        cursor.at = end;
        cursor.skipSpaces();
        return applyTag(text.slice(offset, end), this.#value(parent, fallback, isOfKey));
      }
      case "|":
      case ">":
        return { kind: "scalar", value: readBlockText(cursor, parent), offset };
      case "[":
      case "{":
      case '"':
      case "'": {
        cursor.parent = parent;
        const node = this.#flow.read();
        cursor.endLine();
        // a text in quotes is no part of a longer one
        if (!cursor.isAtEnd && cursor.column > parent) throw new NotPlain();
        return node;
      }
      default:
        return plainScalarNode(this.#plain(parent), offset);
    }
  }

  /** What stands on the lines below; nothing is null. A list may stand at the column of its key. */
  #below(parent: number, fallback: number, isOfKey: boolean): TemplateNode {
    const cursor = this.#cursor;
    cursor.endLine();
    const isThere =
      !cursor.isAtEnd && (cursor.column > parent || (isOfKey && cursor.column === parent && this.#isItem()));
    if (!isThere) return { kind: "scalar", value: null, offset: fallback };
    return this.#isItem() || this.#isKey() ? this.#block() : this.#value(parent, fallback, isOfKey);
  }

  /** A text without quotes, over as many lines as are indented further than what it belongs to. */
  #plain(parent: number): string {
    const cursor = this.#cursor;
    let joined = this.#line(true);
    for (;;) {
      const before = cursor.at;
      cursor.endLine();
      if (cursor.isAtEnd || cursor.column <= parent) return joined;
      const between = cursor.text.slice(before, cursor.at);
      if (between.includes("#")) throw new NotPlain();
      const breaks = between.split("\n").length - 1;
      joined += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + this.#line(false);
    }
  }

  /** The part of a plain text that is on the line of the cursor. */
  #line(isFirst: boolean): string {
    const cursor = this.#cursor;
    const end = cursor.end(PLAIN);
    if (end === undefined) throw new NotPlain();
    const line = cursor.text.slice(cursor.at, end);
    const isPlain = isFirst
      ? /^(?:[^\s#:?,[\]{}&*!|>'"%@`-]|[-:?](?=\S))/.test(line)
      : !line.startsWith("#") && !line.includes("\t");
    const comment = line.search(/\s#/);
    const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (!isPlain || /:(?:\s|$)/.test(text)) throw new NotPlain();
    cursor.at += text.length;
    return text;
  }

  #isItem(): boolean {
    return this.#cursor.end(DASH) !== undefined;
  }

  #isKey(): boolean {
    return this.#cursor.end(KEY) !== undefined || this.#cursor.end(QUOTED_KEY) !== undefined;
  }
}
