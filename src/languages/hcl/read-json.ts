import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { DEEPEST_NESTING } from "./scanner.ts";

/** Makes of what stands in a JSON text what its reader wants to have. Places of strings include their quotes. */
export interface JsonBuilder<Node, Members> {
  string(value: string, start: number, end: number): Node;
  /** As written: what it is worth is read from the text. */
  number(start: number, end: number): Node;
  keyword(value: boolean | null, start: number, end: number): Node;
  array(items: readonly Node[], start: number, end: number): Node;
  /** What the members of an object are added to. */
  open(): Members;
  add(members: Members, name: JsonName, value: Node): void;
  object(members: Members, start: number, end: number): Node;
}

export interface JsonName {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a JSON text with places, numbers as written and repeated names, none of which `JSON.parse` gives. Throws an
 * HclSyntaxError.
 */
export function readJson<Node, Members>(text: string, builder: JsonBuilder<Node, Members>): Node {
  return new JsonReader(text, builder).whole();
}

// regular expressions go over many letters at once, long before the loops of a short run are compiled
const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_]+/y;

const BLANK = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

class JsonReader<Node, Members> {
  readonly #text: string;
  readonly #builder: JsonBuilder<Node, Members>;
  /** Where the next token starts. */
  #at: number;
  #depth = 0;

  constructor(text: string, builder: JsonBuilder<Node, Members>) {
    this.#text = text;
    this.#builder = builder;
    // a byte order mark is no part of the text
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
    this.#take(this.#at);
  }

  whole(): Node {
    const node = this.#value();
    if (this.#at < this.#text.length) throw this.#expected("the end of the text");
    return node;
  }

  #value(): Node {
    const first = this.#text.charCodeAt(this.#at);
    if (first === QUOTE) {
      const { value, start, end } = this.#string();
      return this.#builder.string(value, start, end);
    }
    if (first === OPEN_BRACE) return this.#object();
    if (first === OPEN_BRACKET) return this.#array();
    const start = this.#at;
    const numberEnd = matchEnd(NUMBER, this.#text, start);
    if (numberEnd > start) {
      this.#take(numberEnd);
      return this.#builder.number(start, numberEnd);
    }
    return this.#keyword(start);
  }

  #keyword(start: number): Node {
    const end = matchEnd(WORD, this.#text, start);
    const word = this.#text.slice(start, end);
    if (word !== "true" && word !== "false" && word !== "null") throw this.#expected("a value");
    this.#take(end);
    return this.#builder.keyword(word === "null" ? null : word === "true", start, end);
  }

  #object(): Node {
    const start = this.#open();
    const members = this.#builder.open();
    for (let count = 0; this.#goesOn(CLOSE_BRACE, count); count += 1) {
      const name = this.#name();
      this.#builder.add(members, name, this.#value());
    }
    return this.#builder.object(members, start, this.#close());
  }

  #array(): Node {
    const start = this.#open();
    const items: Node[] = [];
    while (this.#goesOn(CLOSE_BRACKET, items.length)) items.push(this.#value());
    return this.#builder.array(items, start, this.#close());
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

  /** The name of a member, and the colon after it. */
  #name(): JsonName {
    if (this.#text.charCodeAt(this.#at) !== QUOTE) throw this.#expected("a name in double quotes");
    const name = this.#string();
    if (this.#text.charCodeAt(this.#at) !== COLON) throw this.#expected('":" and a value after the name');
    this.#take(this.#at + 1);
    return name;
  }

  #string(): JsonName {
    const start = this.#at;
    let at = matchEnd(PLAIN, this.#text, start + 1);
    const hasEscapes = this.#text.charCodeAt(at) === BACKSLASH;
    while (this.#text.charCodeAt(at) === BACKSLASH) at = matchEnd(PLAIN, this.#text, at + 2);
    if (this.#text.charCodeAt(at) !== QUOTE) {
      throw new HclSyntaxError("this string is not closed by a quotation mark on its line", start, at);
    }
    const end = at + 1;
    this.#take(end);
    return {
      value: hasEscapes ? decode(this.#text, start, end) : this.#text.slice(start + 1, at),
      start,
      end,
    };
  }

  /** Moves behind a token and the white space after it. */
  #take(end: number): void {
    this.#at = this.#text.charCodeAt(end) > BLANK ? end : matchEnd(SPACE, this.#text, end);
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
