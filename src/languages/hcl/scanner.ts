import type { Comment } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import type { TokenKind } from "./token-kind.ts";

/**
 * How deep a tree may be: no configuration of people or generators comes near it, and neither the parser nor whoever
 * walks the tree can run out of stack below it.
 */
export const DEEPEST_NESTING = 500;

/**
 * Reads one token at a time. The current token is what `kind`, `start` and `end` tell; what stands inside of quotes and
 * heredocs is read by the template parser, which moves `end` on.
 */
export class Scanner {
  readonly text: string;
  readonly comments: Comment[] = [];
  kind: TokenKind = "newline";
  start: number;
  end: number;
  /** Whether a line's end is a token: it is none inside of parentheses, brackets and interpolations. */
  newlines: boolean;
  #depth = 0;
  /** The depth of the deepest node since it was last set back. */
  deepest = 0;

  constructor(text: string, newlines: boolean) {
    this.text = text;
    this.newlines = newlines;
    // a byte order mark is no part of the text
    this.start = text.startsWith("\uFEFF") ? 1 : 0;
    this.end = this.start;
  }

  /** Goes one level down in the tree. */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > this.deepest) this.deepen(this.#depth);
  }

  leave(): void {
    this.#depth -= 1;
  }

  get depth(): number {
    return this.#depth;
  }

  /** Says that a node is that deep. */
  deepen(depth: number): void {
    this.deepest = depth;
    if (depth <= DEEPEST_NESTING) return;
    const message = `this is nested more than ${DEEPEST_NESTING} levels deep, which genoscan does not read`;
    throw new HclSyntaxError(message, this.start, this.end, "hcl-nesting");
  }

  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** True when the current token is that name. */
  isWord(word: string): boolean {
    return (
      this.kind === "identifier" &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    );
  }

  /** Goes to the next token, over blanks, comments and, unless they are tokens, line ends. */
  next(): void {
    const { text } = this;
    let at = this.end;
    for (;;) {
      const code = at < text.length ? text.charCodeAt(at) : END;
      if (code === 0x20 || code === 0x09) {
        at += 1;
        continue;
      }
      const lineEnd = code === 0x0a ? 1 : code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 0;
      if (lineEnd > 0) {
        if (this.newlines) {
          this.#set("newline", at, at + lineEnd);
          return;
        }
        at += lineEnd;
        continue;
      }
      const afterComment = code === 0x23 || code === 0x2f ? this.#comment(code, at) : at;
      if (afterComment === at) {
        this.#token(code, at);
        return;
      }
      at = afterComment;
    }
  }

  /** Goes to the next token if the current one is of that kind. */
  skip(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** An error about the current token: `expected …, found …`. */
  expected(what: string): HclSyntaxError {
    return new HclSyntaxError(`expected ${what}, found ${this.#describe()}`, this.start, this.end);
  }

  #describe(): string {
    if (this.kind === "end of text") return "the end of the text";
    if (this.kind === "newline") return "the end of the line";
    if (this.kind === "quote") return "a quoted string";
    if (this.kind === "heredoc") return "a heredoc";
    const written = this.text.slice(this.start, Math.min(this.end, this.start + 60));
    return `"${written}"`;
  }

  #set(kind: TokenKind, start: number, end: number): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  #token(code: number, at: number): void {
    if (isAsciiStart(code)) this.#set("identifier", at, this.#identifierEnd(at + 1));
    else if (code >= 0x30 && code <= 0x39) this.#set("number", at, this.#numberEnd(at));
    else if (code === 0x22) this.#set("quote", at, at + 1);
    else if (code === END) this.#set("end of text", at, at);
    else if (code > 0x7f) this.#otherIdentifier(at);
    else if (code === 0x3c && this.text.charCodeAt(at + 1) === 0x3c) this.#heredoc(at);
    else this.#symbol(code, at);
  }

  #identifierEnd(from: number): number {
    const end = matchEnd(ASCII_REST, this.text, from);
    return this.text.charCodeAt(end) > 0x7f ? matchEnd(IDENTIFIER_REST, this.text, end) : end;
  }

  #otherIdentifier(at: number): void {
    const end = matchEnd(IDENTIFIER, this.text, at);
    if (end === at) throw this.#invalid(at);
    this.#set("identifier", at, end);
  }

  /** HCL takes anything that may belong to a number, `1.2.3` too; the parser looks whether it is one. */
  #numberEnd(at: number): number {
    const next = this.text.charCodeAt(at + 1);
    const isOneDigit = next !== 0x2e && (next < 0x30 || next > 0x39) && (next | 0x20) !== 0x65;
    return isOneDigit ? at + 1 : matchEnd(NUMBER, this.text, at);
  }

  #symbol(code: number, at: number): void {
    const next = this.text.charCodeAt(at + 1);
    const kind = TWO_CHARACTERS.get(code * 0x10000 + next) ?? ONE_CHARACTER[code];
    if (kind === undefined) throw this.#invalid(at);
    const isEllipsis = kind === "." && this.text.startsWith("...", at);
    if (isEllipsis) this.#set("...", at, at + 3);
    else this.#set(kind, at, at + kind.length);
  }

  /** `a<<<E` compares with a heredoc. */
  #heredoc(at: number): void {
    if (this.text[at + 2] === "<") {
      this.#set("<", at, at + 1);
      return;
    }
    const end = matchEnd(HEREDOC, this.text, at);
    if (end === at) {
      throw new HclSyntaxError(
        "a heredoc starts with << or <<-, a name, and the end of the line",
        at,
        at + 2,
      );
    }
    this.#set("heredoc", at, end);
  }

  /** The offset after the comment that starts here, or the same offset when none does. */
  #comment(code: number, at: number): number {
    if (code === 0x23) return this.#lineComment("#", at);
    if (code !== 0x2f) return at;
    const next = this.text.charCodeAt(at + 1);
    if (next === 0x2f) return this.#lineComment("//", at);
    if (next !== 0x2a) return at;
    const close = this.text.indexOf("*/", at + 2);
    if (close < 0) throw new HclSyntaxError("this comment is not closed by */", at, at + 2);
    this.#addComment("/*", at, close, close + 2);
    return close + 2;
  }

  #lineComment(marker: "#" | "//", at: number): number {
    const lineEnd = this.text.indexOf("\n", at);
    let end = lineEnd < 0 ? this.text.length : lineEnd;
    if (lineEnd > at && this.text.charCodeAt(lineEnd - 1) === 0x0d) end -= 1;
    this.#addComment(marker, at, end, end);
    return end;
  }

  #addComment(marker: "#" | "//" | "/*", start: number, textEnd: number, end: number): void {
    const text = this.text.slice(start + marker.length, textEnd);
    this.comments.push({ kind: "comment", marker, text, ownLine: this.#isFirstOnLine(start), start, end });
  }

  #isFirstOnLine(offset: number): boolean {
    let at = offset - 1;
    while (at >= 0 && (this.text.charCodeAt(at) === 0x20 || this.text.charCodeAt(at) === 0x09)) at -= 1;
    return at < 0 || this.text.charCodeAt(at) === 0x0a || (at === 0 && this.text.charCodeAt(0) === 0xfeff);
  }

  #invalid(at: number): HclSyntaxError {
    const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    const advice = ADVICE.get(character) ?? "is no part of the language";
    return new HclSyntaxError(
      `the character ${JSON.stringify(character)} ${advice}`,
      at,
      at + character.length,
    );
  }
}

const END = -1;
// sticky: they match where lastIndex says, or not at all. HCL knows the letters of Unicode 9, JavaScript those of later
// versions too: a name of such letters is read here and refused by Terraform
const ASCII_REST = /[A-Za-z0-9_-]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const IDENTIFIER_REST = /[\p{ID_Continue}-]*/uy;
const NUMBER = /\d(?:(?:[\d.]|[eE][+-]?\d)*(?:\d|[eE][+-]?\d))?/y;
const HEREDOC = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isAsciiStart(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f;
}

const ONE_CHARACTER: readonly (TokenKind | undefined)[] = tableOf([
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  ".",
  ",",
  ":",
  "?",
  "=",
  "!",
  "<",
  ">",
  "+",
  "-",
  "*",
  "/",
  "%",
]);

function tableOf(kinds: readonly TokenKind[]): (TokenKind | undefined)[] {
  const table = Array.from<TokenKind | undefined>({ length: 0x80 });
  for (const kind of kinds) table[kind.charCodeAt(0)] = kind;
  return table;
}

const TWO_CHARACTERS: ReadonlyMap<number, TokenKind> = new Map(
  (["==", "!=", "<=", ">=", "&&", "||", "=>", "::", "~}"] as const).map((kind) => [
    kind.charCodeAt(0) * 0x10000 + kind.charCodeAt(1),
    kind,
  ]),
);

const ADVICE: ReadonlyMap<string, string> = new Map([
  ["'", 'is no quotation mark here; write "…"'],
  ["`", 'is no quotation mark here; write "…", or a heredoc for several lines'],
  ["“", 'is no quotation mark here; write "…"'],
  ["”", 'is no quotation mark here; write "…"'],
  [";", "separates nothing here; start a new line"],
  ["&", "is no operator; the logical one is &&"],
  ["|", "is no operator; the logical one is ||"],
  ["~", "stands only next to a brace of ${ } or %{ }"],
  ["^", "is no operator"],
]);
