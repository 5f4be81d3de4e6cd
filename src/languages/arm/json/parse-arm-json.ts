/** A value of a JSON text with where it starts, in UTF-16 offsets. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: "object";
  readonly start: number;
  /** In the order of the text; a key may stand twice, and the last one holds. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  /** Where the key starts, its quote included. */
  readonly start: number;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: "array";
  readonly start: number;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: "scalar";
  readonly start: number;
  readonly value: string | number | boolean | null;
}

/** Why a text cannot be read, and where. */
export class JsonSyntaxError extends Error {
  override name = "JsonSyntaxError";
  readonly start: number;

  constructor(message: string, start: number) {
    super(message);
    this.start = start;
  }
}

/** Parameter values and templates are never so deep. */
const DEEPEST = 200;

/**
 * Parses JSON as ARM takes it: comments (`//` and block comments), strings that go on over lines, in single quotes too, keys
 * without quotes, and a comma after the last item. Throws a JsonSyntaxError.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#comments-and-metadata
 */
export function parseArmJson(text: string): JsonNode {
  return new Reader(text).whole();
}

/** White space and comments; a comment that does not end takes the rest. */
const GAP = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*/uy;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const WORD = /[A-Za-z_$][\w$.-]*/uy;

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skip();
  }

  whole(): JsonNode {
    const node = this.#value();
    if (this.#at < this.#text.length) throw this.#expected("the end of the text");
    return node;
  }

  #value(): JsonNode {
    const start = this.#at;
    const first = this.#text[start];
    if (first === "{" || first === "[") {
      this.#depth += 1;
      if (this.#depth > DEEPEST) {
        throw new JsonSyntaxError(`this is nested more than ${String(DEEPEST)} levels deep`, start);
      }
      const node = first === "{" ? this.#object(start) : this.#array(start);
      this.#depth -= 1;
      return node;
    }
    if (first === '"' || first === "'") return { kind: "scalar", start, value: this.#string(first) };
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: "scalar", start, value: Number(number) };
    return { kind: "scalar", start, value: this.#keyword(start) };
  }

  #keyword(start: number): boolean | null {
    switch (this.#match(WORD)?.toLowerCase()) {
      case "true":
        return true;
      case "false":
        return false;
      case "null":
        return null;
      default:
        this.#at = start;
        throw this.#expected("a value");
    }
  }

  #object(start: number): JsonObject {
    const members: JsonMember[] = [];
    this.#list("}", () => {
      const at = this.#at;
      const key = this.#key();
      if (this.#text[this.#at] !== ":") throw this.#expected('":" and a value');
      this.#take();
      members.push({ key, start: at, value: this.#value() });
    });
    return { kind: "object", start, members };
  }

  #key(): string {
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") return this.#string(first);
    const word = this.#match(WORD);
    if (word === undefined) throw this.#expected("a key in double quotes");
    return word;
  }

  #array(start: number): JsonArray {
    const items: JsonNode[] = [];
    this.#list("]", () => items.push(this.#value()));
    return { kind: "array", start, items };
  }

  /** From an opener to its closer, separated by commas. */
  #list(closer: "}" | "]", read: () => void): void {
    this.#take();
    while (this.#text[this.#at] !== closer) {
      read();
      if (this.#text[this.#at] === ",") this.#take();
      else if (this.#text[this.#at] !== closer) throw this.#expected(`"," or "${closer}"`);
    }
    this.#take();
  }

  #string(quote: string): string {
    const start = this.#at;
    let at = start + 1;
    let hasEscapes = false;
    while (this.#text[at] !== quote) {
      if (at >= this.#text.length) throw new JsonSyntaxError("this string is not closed", start);
      if (this.#text[at] === "\\") {
        hasEscapes = true;
        at += 1;
      }
      at += 1;
    }
    const written = this.#text.slice(start + 1, at);
    this.#at = at + 1;
    this.#skip();
    return hasEscapes ? this.#decode(written, start + 1) : written;
  }

  #decode(written: string, start: number): string {
    return written.replaceAll(/\\(u[\da-fA-F]{4}|[^])/gu, (whole, code: string, at: number) => {
      if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      const letter = ESCAPES[code];
      if (letter !== undefined) return letter;
      throw new JsonSyntaxError(`${whole} is no escape; a backslash is written \\\\`, start + at);
    });
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined || found === "") return undefined;
    this.#at += found.length;
    this.#skip();
    return found;
  }

  /** One character and the gap behind it. */
  #take(): void {
    this.#at += 1;
    this.#skip();
  }

  #skip(): void {
    GAP.lastIndex = this.#at;
    GAP.test(this.#text);
    this.#at = Math.max(this.#at, GAP.lastIndex);
  }

  #expected(what: string): JsonSyntaxError {
    const found = this.#text.slice(this.#at, this.#at + 20).split(/\s/u)[0] ?? "";
    const shown = this.#at >= this.#text.length ? "the end of the text" : JSON.stringify(found);
    return new JsonSyntaxError(`expected ${what}, found ${shown}`, this.#at);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
