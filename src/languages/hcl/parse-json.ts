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

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_]+/y;

class JsonReader {
  readonly #text: string;
  /** Where the next token starts. */
  #at: number;
  /** Where the last token ended. */
  #end = 0;
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
    const first = this.#text[this.#at];
    if (first === '"') return this.#string();
    if (first === "{" || first === "[") return this.#nested(first);
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

  #nested(opener: "{" | "["): JsonNode {
    const start = this.#at;
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING) {
      const message = `this is nested more than ${DEEPEST_NESTING} levels deep, which genoscan does not read`;
      throw new HclSyntaxError(message, start, start + 1, "hcl-nesting");
    }
    this.#take(start + 1);
    const node: JsonNode =
      opener === "{"
        ? { kind: "object", members: this.#list("}", () => this.#member()), start, end: this.#end }
        : { kind: "array", items: this.#list("]", () => this.#value()), start, end: this.#end };
    this.#depth -= 1;
    return node;
  }

  /** What stands between an opener, which is read already, and its closer, separated by commas. */
  #list<Item>(closer: "}" | "]", read: () => Item): Item[] {
    const items: Item[] = [];
    while (this.#text[this.#at] !== closer) {
      if (items.length > 0) {
        if (this.#text[this.#at] !== ",") throw this.#expected(`"," or "${closer}"`);
        this.#take(this.#at + 1);
      }
      items.push(read());
    }
    this.#take(this.#at + 1);
    return items;
  }

  #member(): JsonMember {
    if (this.#text[this.#at] !== '"') throw this.#expected("a name in double quotes");
    const name = this.#string();
    if (this.#text[this.#at] !== ":") throw this.#expected('":" and a value after the name');
    this.#take(this.#at + 1);
    return { name, value: this.#value() };
  }

  #string(): JsonString {
    const start = this.#at;
    let at = start + 1;
    let hasEscapes = false;
    for (;;) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) break;
      if (Number.isNaN(code) || code < 0x20) {
        throw new HclSyntaxError("this string is not closed by a quotation mark on its line", start, at);
      }
      if (code === 0x5c) hasEscapes = true;
      at += code === 0x5c ? 2 : 1;
    }
    const end = at + 1;
    this.#take(end);
    const value = hasEscapes ? decode(this.#text, start, end) : this.#text.slice(start + 1, at);
    return { kind: "string", value, start, end };
  }

  /** Moves behind a token and the white space after it. */
  #take(end: number): void {
    this.#end = end;
    this.#at = matchEnd(SPACE, this.#text, end);
  }

  #expected(what: string): HclSyntaxError {
    const start = this.#at;
    const word =
      this.#text.slice(start, matchEnd(WORD, this.#text, start)) || this.#text.slice(start, start + 1);
    const found = word === "" ? "the end of the text" : JSON.stringify(word.slice(0, 60));
    return new HclSyntaxError(`expected ${what}, found ${found}`, start, start + word.length);
  }
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
