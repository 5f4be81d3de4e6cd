import { EvaluationError } from "./evaluation-error.ts";
import { HclNumber } from "./hcl-number.ts";
import { ANY } from "./hcl-value.ts";
import type { HclValue } from "./hcl-value.ts";
import { MAX_DEPTH } from "./limits.ts";
import { FALSE, NULL, number, object, text, TRUE, tuple, unknown } from "./make-value.ts";
import { concatenate } from "./concatenate.ts";
import { unknownFrom } from "./unknown-from.ts";

/** Text of which pieces may be unknown. */
export type Pieces = readonly (string | HclValue)[];

/**
 * JSON as Terraform reads it: objects and tuples, numbers of any precision. An unknown piece inside a string makes the
 * string unknown, one in the place of a value is that value, and one that may stand for several elements or keys
 * makes the list or object around it unknown. (A piece is trusted to hold no quotes that end the string around it.)
 * Throws `EvaluationError` for anything else than one JSON value.
 */
export function parseJson(source: string | Pieces): HclValue {
  const reader = new JsonReader(typeof source === "string" ? [source] : source);
  const value = reader.readDocument();
  return value ?? unknown(ANY, `JSON nested more than ${String(MAX_DEPTH)} levels deep`);
}

const WORDS: ReadonlyMap<string, HclValue> = new Map([
  ["true", TRUE],
  ["false", FALSE],
  ["null", NULL],
]);
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const NUMBER_FORM = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

class JsonReader {
  private readonly source: string;
  /** Stands in the text for an unknown piece; a character that the known ones do not have. */
  private readonly mark: string;
  private readonly holes: readonly HclValue[];
  private position = 0;
  private nextHole = 0;
  private isTooDeep = false;

  constructor(pieces: Pieces) {
    const known = pieces.filter((piece) => typeof piece === "string").join("");
    this.mark = unusedCharacter(known);
    this.holes = pieces.filter((piece) => typeof piece !== "string");
    this.source = pieces.map((piece) => (typeof piece === "string" ? piece : this.mark)).join("");
  }

  readDocument(): HclValue | undefined {
    const value = this.readValue(0);
    if (this.isTooDeep) return undefined;
    this.skipBlanks();
    if (this.position < this.source.length) throw this.error("extraneous data after the JSON value");
    return value;
  }

  private readValue(depth: number): HclValue {
    if (depth > MAX_DEPTH) this.isTooDeep = true;
    if (this.isTooDeep) return NULL;
    this.skipBlanks();
    const next = this.source.charAt(this.position);
    if (next === "{") return this.readObject(depth);
    if (next === "[") return this.readArray(depth);
    if (next === '"') return this.readString();
    return this.readScalar();
  }

  private readObject(depth: number): HclValue {
    const entries = new Map<string, HclValue>();
    const open: HclValue[] = [];
    this.position += 1;
    if (this.take("}")) return object(entries);
    do {
      this.skipBlanks();
      if (this.at(this.mark)) {
        open.push(this.takeHole());
        continue;
      }
      if (!this.at('"')) throw this.error("a key in quotes is expected");
      const key = this.readString();
      if (!this.take(":")) throw this.error('":" is expected');
      const value = this.readValue(depth + 1);
      if (typeof key.data === "string") entries.set(key.data, value);
      else open.push(key);
    } while (this.take(",") && !this.isTooDeep);
    this.close("}");
    return open.length === 0 ? object(entries) : unknownFrom(ANY, open);
  }

  private readArray(depth: number): HclValue {
    const elements: HclValue[] = [];
    const open: HclValue[] = [];
    this.position += 1;
    if (this.take("]")) return tuple(elements);
    do {
      const element = this.readValue(depth + 1);
      elements.push(element);
      if (mayBeSeveral(element)) open.push(element);
    } while (this.take(",") && !this.isTooDeep);
    this.close("]");
    return open.length === 0 ? tuple(elements) : unknownFrom(ANY, open);
  }

  private readString(): HclValue {
    const parts: HclValue[] = [];
    let known = "";
    this.position += 1;
    for (;;) {
      const next = this.source.charAt(this.position);
      if (next === "" || next < " ") throw this.error("the string has no end");
      this.position += 1;
      if (next === '"') break;
      if (next === "\\") known += this.readEscape();
      else if (next === this.mark) {
        parts.push(text(known), this.holes[this.nextHole] ?? NULL);
        this.nextHole += 1;
        known = "";
      } else known += next;
    }
    if (parts.length === 0) return text(known);
    if (known !== "") parts.push(text(known));
    return concatenate(parts.filter(({ data }) => data !== ""));
  }

  private readEscape(): string {
    const code = this.source.charAt(this.position);
    this.position += 1;
    if (code !== "u") {
      const meant = Object.hasOwn(ESCAPES, code) ? ESCAPES[code] : undefined;
      if (meant === undefined) throw this.error("an invalid escape");
      return meant;
    }
    const hex = this.source.slice(this.position, this.position + 4);
    if (!/^[\da-fA-F]{4}$/u.test(hex)) throw this.error("an invalid escape");
    this.position += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private readScalar(): HclValue {
    const start = this.position;
    while (this.position < this.source.length && !/[\s,\]}:]/u.test(this.source.charAt(this.position))) {
      this.position += 1;
    }
    const token = this.source.slice(start, this.position);
    const holes = token.split(this.mark).length - 1;
    if (holes > 0) return this.scalarWithHoles(token, holes);
    const word = WORDS.get(token);
    if (word !== undefined) return word;
    const parsed = NUMBER_FORM.test(token) ? HclNumber.parse(token) : undefined;
    if (parsed === undefined) throw this.error(`${JSON.stringify(token.slice(0, 20))} is no JSON value`);
    return number(parsed);
  }

  private scalarWithHoles(token: string, count: number): HclValue {
    const held = this.holes.slice(this.nextHole, this.nextHole + count);
    this.nextHole += count;
    const [first] = held;
    if (token === this.mark && first?.unknown?.document !== undefined) return first.unknown.document;
    if (token === this.mark && first !== undefined && isScalar(first)) return first;
    return unknownFrom(ANY, held);
  }

  private takeHole(): HclValue {
    const hole = this.holes[this.nextHole] ?? NULL;
    this.nextHole += 1;
    this.position += 1;
    return hole;
  }

  private at(character: string): boolean {
    return this.source.charAt(this.position) === character;
  }

  private take(character: string): boolean {
    this.skipBlanks();
    if (!this.at(character)) return false;
    this.position += 1;
    return true;
  }

  private close(character: string): void {
    if (!this.isTooDeep && !this.take(character)) throw this.error(`"${character}" is expected`);
  }

  private skipBlanks(): void {
    while (/[ \t\r\n]/u.test(this.source.charAt(this.position))) this.position += 1;
  }

  private error(what: string): EvaluationError {
    return new EvaluationError(`not valid JSON at offset ${String(this.position)}: ${what}`);
  }
}

function isScalar(value: HclValue): boolean {
  return value.type.kind === "number" || value.type.kind === "bool";
}

/** An unknown that is not inside of quotes and no number: text that may hold any count of elements. */
function mayBeSeveral(element: HclValue): boolean {
  return element.unknown !== undefined && element.type.kind === "any";
}

function unusedCharacter(known: string): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (!known.includes(character)) return character;
  }
  throw new EvaluationError("the text uses every private character");
}
