import type { Comment } from "./ast.ts";
import { readString } from "./read-string.ts";
import type { LexicalProblem } from "./read-string.ts";
import { SYMBOLS } from "./token-kind.ts";
import type { TokenKind } from "./token-kind.ts";

/** The tokens of a text, one after another in parallel lists; the last is `end of text`. */
export interface Tokens {
  readonly kinds: readonly TokenKind[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The texts of the pieces of strings, escapes resolved, by the index of the token. */
  readonly texts: ReadonlyMap<number, string>;
  readonly comments: readonly Comment[];
  readonly problems: readonly LexicalProblem[];
}

/** How the string around an expression is written: how many `$` open an expression in it, 0 for one in single quotes. */
type Hole = { readonly dollars: number } | "brace";

/** Nobody reads on after so many. */
const MOST_PROBLEMS = 1_000;

/** Reads the tokens of a text. Throws nothing that the text can cause: what is no token is told as a problem. */
export function readTokens(text: string): Tokens {
  return new Lexer(text).read();
}

class Lexer {
  readonly #text: string;
  readonly #kinds: TokenKind[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #texts = new Map<number, string>();
  readonly #comments: Comment[] = [];
  readonly #problems: LexicalProblem[] = [];
  /** The strings that the lexer is inside of an expression of, and the braces that are open there. */
  readonly #holes: Hole[] = [];
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  read(): Tokens {
    for (;;) {
      this.#skipBlanks();
      if (this.#at >= this.#text.length) break;
      this.#token();
    }
    this.#push("end of text", this.#at, this.#at);
    return {
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      texts: this.#texts,
      comments: this.#comments,
      problems: this.#problems,
    };
  }

  #push(kind: TokenKind, start: number, end: number): void {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#at = end;
  }

  #token(): void {
    const start = this.#at;
    const code = this.#text.charCodeAt(start);
    if (isIdentifierStart(code)) this.#push("identifier", start, matchEnd(IDENTIFIER, this.#text, start));
    else if (code === 0x0a || code === 0x0d) this.#newline(start);
    else if (code === 0x27 || code === 0x24) this.#string(start);
    else if (code >= 0x30 && code <= 0x39) this.#push("integer", start, matchEnd(DIGITS, this.#text, start));
    else if (code === 0x7d) this.#closeBrace(start);
    else this.#symbol(start, code);
  }

  #newline(start: number): void {
    if (this.#holes.length > 0) {
      this.#tell(
        "a line ends inside of an expression in a string; strings in '…' stand on one line",
        start,
        start,
      );
      this.#holes.length = 0;
      this.#texts.set(this.#kinds.length, "");
      this.#push("string end", start, start);
    }
    this.#push("newline", start, matchEnd(LINE_ENDS, this.#text, start));
  }

  #symbol(start: number, code: number): void {
    const kinds = BY_FIRST_CHARACTER[code];
    for (const kind of kinds ?? []) {
      if (!this.#text.startsWith(kind, start)) continue;
      if (kind === "{" && this.#holes.length > 0) this.#holes.push("brace");
      this.#push(kind, start, start + kind.length);
      return;
    }
    const character = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    const advice = ADVICE.get(character) ?? "is no part of the language";
    const end = start + character.length;
    this.#tell(`the character ${JSON.stringify(character)} ${advice}`, start, end);
    this.#push("invalid", start, end);
  }

  /** A brace that closes an object, or an expression in a string: then the string goes on. */
  #closeBrace(start: number): void {
    const hole = this.#holes.at(-1);
    if (hole === undefined || hole === "brace") {
      this.#holes.pop();
      this.#push("}", start, start + 1);
      return;
    }
    if (this.#piece(start, start + 1, hole.dollars, true)) this.#holes.pop();
  }

  #string(start: number): void {
    const quotes = this.#text.charCodeAt(start) === 0x24 ? matchEnd(DOLLARS, this.#text, start) : start;
    const dollars = quotes - start;
    if (this.#text.startsWith("'''", quotes)) this.#piece(start, quotes + 3, dollars, false, "many lines");
    else if (dollars === 0) this.#piece(start, start + 1, 0, false);
    else {
      this.#tell("$ stands only before ''' or, with a brace, in a string", start, quotes);
      this.#push("invalid", start, quotes);
    }
  }

  /** One piece of a string; true when it is the last. */
  #piece(start: number, from: number, dollars: number, continues: boolean, lines?: "many lines"): boolean {
    const isPlain = dollars === 0 && lines === undefined;
    const piece = readString(this.#text, from, isPlain ? undefined : dollars, !continues);
    for (const problem of piece.problems) this.#problems.push(problem);
    this.#texts.set(this.#kinds.length, piece.value);
    if (piece.opensHole) {
      if (!continues) this.#holes.push({ dollars });
      this.#push(continues ? "string middle" : "string start", start, piece.end);
      return false;
    }
    this.#push(continues ? "string end" : "string", start, piece.end);
    return true;
  }

  #skipBlanks(): void {
    const { length } = this.#text;
    while (this.#at < length) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x20 || code === 0x09) this.#at += 1;
      else if (code === 0x2f && this.#comment()) continue;
      else if (code === 0x23 && this.#directive()) continue;
      else return;
    }
  }

  #comment(): boolean {
    const start = this.#at;
    const next = this.#text.charCodeAt(start + 1);
    if (next === 0x2f) {
      const end = matchEnd(REST_OF_LINE, this.#text, start);
      this.#addComment("//", start, end, end);
      return true;
    }
    if (next !== 0x2a) return false;
    const close = this.#text.indexOf("*/", start + 2);
    if (close < 0) {
      this.#tell("this comment is not closed by */", start, start + 2);
      this.#at = this.#text.length;
    } else this.#addComment("/*", start, close, close + 2);
    return true;
  }

  /** `#disable-next-line BCP036` and the like: words to the linter of Bicep, alone on their line. */
  #directive(): boolean {
    if (!isFirstOnLine(this.#text, this.#at)) return false;
    const end = matchEnd(DIRECTIVE, this.#text, this.#at);
    if (end === this.#at) return false;
    this.#at = end;
    return true;
  }

  #addComment(marker: Comment["marker"], start: number, textEnd: number, end: number): void {
    const ownLine = isFirstOnLine(this.#text, start);
    this.#comments.push({ marker, text: this.#text.slice(start + 2, textEnd), ownLine, start, end });
    this.#at = end;
  }

  #tell(message: string, start: number, end: number): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ message, start, end });
  }
}

// sticky: they match where lastIndex says, or not at all
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]*/y;
const DIGITS = /\d+/y;
const DOLLARS = /\$+/y;
const LINE_ENDS = /[\r\n]+/y;
const REST_OF_LINE = /[^\r\n]*/y;
const DIRECTIVE = /#(?:disable-next-line|disable-diagnostics|restore-diagnostics)\b[^\r\n]*/y;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isIdentifierStart(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f;
}

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at -= 1;
  const code = at < 0 ? 0x0a : text.charCodeAt(at);
  return code === 0x0a || code === 0x0d || code === 0xfeff;
}

/** Longer ones first, as `SYMBOLS` has them. */
const BY_FIRST_CHARACTER: readonly (readonly TokenKind[] | undefined)[] = Array.from(
  { length: 0x80 },
  (_, code) => {
    const kinds = SYMBOLS.filter((kind) => kind.charCodeAt(0) === code);
    return kinds.length === 0 ? undefined : kinds;
  },
);

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['"', "is no quotation mark here; write '…'"],
  ["`", "is no quotation mark here; write '…'"],
  [";", "separates nothing here; start a new line"],
  ["&", "is no operator; the logical one is &&"],
  ["#", "starts no comment here; write // …"],
]);
