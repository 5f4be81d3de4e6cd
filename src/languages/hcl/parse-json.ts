import { HclSyntaxError } from "./hcl-syntax-error.ts";
import type { JsonMember, JsonNode, JsonString } from "./json-node.ts";
import { DEEPEST_NESTING } from "./scanner.ts";

/**
 * Parses a JSON text into nodes with places, numbers as written and repeated names kept, none of which `JSON.parse`
 * does. Throws an HclSyntaxError.
 */
export function parseJson(text: string): JsonNode {
  return new JsonReader(text).whole();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_]+/y;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

class JsonReader {
  readonly #text: string;
  /** Where the next token starts. */
  #at: number;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    // a byte order mark is no part of the text
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
    this.#take(this.#at);
  }

  whole(): JsonNode {
    const node = this.#value();
    if (this.#at < this.#text.length) throw this.#expected("the end of the text");
    return node;
  }

  #value(): JsonNode {
    const first = this.#text.charCodeAt(this.#at);
    if (first === QUOTE) return this.#string();
    if (first === OPEN_BRACE) return this.#object();
    if (first === OPEN_BRACKET) return this.#array();
    const start = this.#at;
    const numberEnd = matchEnd(NUMBER, this.#text, start);
    if (numberEnd > start) {
      this.#take(numberEnd);
      return { kind: "number", start, end: numberEnd };
    }
    return this.#keyword(start);
  }

  #keyword(start: number): JsonNode {
    const end = matchEnd(WORD, this.#text, start);
    const word = this.#text.slice(start, end);
    if (word !== "true" && word !== "false" && word !== "null") throw this.#expected("a value");
    this.#take(end);
    return { kind: "keyword", value: word === "null" ? null : word === "true", start, end };
  }

  #object(): JsonNode {
    const start = this.#open();
    const members: JsonMember[] = [];
    while (this.#goesOn(CLOSE_BRACE, members.length)) members.push(this.#member());
    return { kind: "object", members, start, end: this.#close() };
  }

  #array(): JsonNode {
    const start = this.#open();
    const items: JsonNode[] = [];
    while (this.#goesOn(CLOSE_BRACKET, items.length)) items.push(this.#value());
    return { kind: "array", items, start, end: this.#close() };
  }

  /** Goes over an opener, and tells where it stands. */
  #open(): number {
    const start = this.#at;
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING) {
      const message = `this is nested more than ${DEEPEST_NESTING} levels deep, which genoscan does not read`;
      throw new HclSyntaxError(message, start, start + 1, "hcl-nesting");
    }
    this.#take(start + 1);
    return start;
  }

  /** Goes over a closer, and tells where it ends. */
  #close(): number {
    const end = this.#at + 1;
    this.#depth -= 1;
    this.#take(end);
    return end;
  }

  /** Whether another item comes, after the comma that stands before each but the first. */
  #goesOn(closer: number, count: number): boolean {
    const next = this.#text.charCodeAt(this.#at);
    if (next === closer) return false;
    if (count === 0) return true;
    if (next !== COMMA) throw this.#expected(`"," or "${String.fromCharCode(closer)}"`);
    this.#take(this.#at + 1);
    return true;
  }

  #member(): JsonMember {
    if (this.#text.charCodeAt(this.#at) !== QUOTE) throw this.#expected("a name in double quotes");
    const name = this.#string();
    if (this.#text.charCodeAt(this.#at) !== COLON) throw this.#expected('":" and a value after the name');
    this.#take(this.#at + 1);
    return { name, value: this.#value() };
  }

  #string(): JsonString {
    const start = this.#at;
    let at = start + 1;
    let hasEscapes = false;
    for (;;) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) break;
      if (Number.isNaN(code) || code < 0x20) {
        throw new HclSyntaxError("this string is not closed by a quotation mark on its line", start, at);
      }
      if (code === BACKSLASH) hasEscapes = true;
      at += code === BACKSLASH ? 2 : 1;
    }
    const end = at + 1;
    this.#take(end);
    const value = hasEscapes ? decode(this.#text, start, end) : this.#text.slice(start + 1, at);
    return { kind: "string", value, start, end };
  }

  /** Moves behind a token and the white space after it. */
  #take(end: number): void {
    let at = end;
    while (isSpace(this.#text.charCodeAt(at))) at += 1;
    this.#at = at;
  }

  #expected(what: string): HclSyntaxError {
    const start = this.#at;
    const word =
      this.#text.slice(start, matchEnd(WORD, this.#text, start)) || this.#text.slice(start, start + 1);
    const found = word === "" ? "the end of the text" : JSON.stringify(word.slice(0, 60));
    return new HclSyntaxError(`expected ${what}, found ${found}`, start, start + word.length);
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function decode(text: string, start: number, end: number): string {
  const quoted = text.slice(start, end);
  const wrong = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(quoted.replaceAll("\\\\", "  "));
  // half of a surrogate pair is no character, and Terraform replaces it so
  if (wrong === null) return (JSON.parse(quoted) as string).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  const at = start + wrong.index;
  throw new HclSyntaxError(
    `${text.slice(at, at + 2)} is no escape of JSON; a backslash is written \\\\`,
    at,
    at + 2,
  );
}
