import type { Comment } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { OPERATOR_LEVELS } from "./operator-levels.ts";
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
  /** How tight the current token binds as an operator between two values: 1 to 6, 0 for anything else. */
  level = 0;
  /** How deep in the tree the node is that is read. */
  depth = 0;
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
    this.depth += 1;
    if (this.depth > this.deepest) this.deepen(this.depth);
  }

  leave(): void {
    this.depth -= 1;
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
  // whole although it is long: a call more for each token is what a process that has just started pays for most
  // oxlint-disable-next-line complexity
  next(): void {
    const { text } = this;
    let at = this.end;
    this.level = 0;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x09) {
        at += 1;
        // names are aligned with many blanks, and set apart with one
        if (text.charCodeAt(at) === 0x20) at = matchEnd(BLANKS, text, at);
        continue;
      }
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) === 0x0a)) {
        if (this.newlines) {
          this.kind = "newline";
          this.start = at;
          this.end = matchEnd(LINE_ENDS, text, at);
          return;
        }
        at = matchEnd(LINE_ENDS, text, at);
        continue;
      }
      if (code === 0x23 || code === 0x2f) {
        const afterComment = this.#comment(code, at);
        if (afterComment !== at) {
          at = afterComment;
          continue;
        }
      }
      this.start = at;
      const lower = code | 0x20;
      if ((lower >= 0x61 && lower <= 0x7a) || code === 0x5f) {
        this.kind = "identifier";
        const end = matchEnd(ASCII_REST, text, at + 1);
        this.end = text.charCodeAt(end) > 0x7f ? matchEnd(IDENTIFIER_REST, text, end) : end;
      } else if (code === 0x22) {
        this.kind = "quote";
        this.end = at + 1;
      } else if (code >= 0x30 && code <= 0x39) {
        this.kind = "number";
        this.end = numberEnd(text, at);
      } else readOther(this, code, at);
      return;
    }
  }

  /** Goes over the sign behind a name and to the value, if the sign is `=`, as it mostly is. */
  skipAssignment(): boolean {
    if (this.kind !== "identifier") return false;
    const end = matchEnd(ASSIGNMENT, this.text, this.end);
    if (end === this.end) return false;
    this.end = end;
    this.next();
    return true;
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
}

// no methods of the class: a private one costs a process that has just started as much again as what it does

function readOther(scanner: Scanner, code: number, at: number): void {
  const { text } = scanner;
  if (code < 0x80) {
    if (code === 0x3c && text.charCodeAt(at + 1) === 0x3c) readHeredoc(scanner, at);
    else readSymbol(scanner, code, at);
  } else if (Number.isNaN(code)) {
    scanner.kind = "end of text";
    scanner.end = at;
  } else {
    scanner.kind = "identifier";
    scanner.end = matchEnd(IDENTIFIER, text, at);
    if (scanner.end === at) throw invalid(text, at);
  }
}

/** HCL takes anything that may belong to a number, `1.2.3` too; the parser looks whether it is one. */
function numberEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  const isOneDigit = next !== 0x2e && (next < 0x30 || next > 0x39) && (next | 0x20) !== 0x65;
  return isOneDigit ? at + 1 : matchEnd(NUMBER, text, at);
}

function readSymbol(scanner: Scanner, code: number, at: number): void {
  const { text } = scanner;
  const next = text.charCodeAt(at + 1);
  const several = SECOND[next] === true ? severalCharacters(text, code, next, at) : undefined;
  const kind = several ?? ONE_CHARACTER[code];
  if (kind === undefined) throw invalid(text, at);
  scanner.kind = kind;
  scanner.end = at + kind.length;
  if (OPERATORS[code] === true) scanner.level = OPERATOR_LEVELS.get(kind) ?? 0;
}

/** A token of several characters. */
function severalCharacters(text: string, code: number, next: number, at: number): TokenKind | undefined {
  if (code === 0x2e) return text.startsWith("...", at) ? "..." : undefined;
  return TWO_CHARACTERS.get(code * 0x10000 + next);
}

/** `a<<<E` compares with a heredoc. */
function readHeredoc(scanner: Scanner, at: number): void {
  const { text } = scanner;
  if (text[at + 2] === "<") {
    scanner.kind = "<";
    scanner.end = at + 1;
    scanner.level = OPERATOR_LEVELS.get("<") ?? 0;
    return;
  }
  const end = matchEnd(HEREDOC, text, at);
  if (end === at) {
    const message = "a heredoc starts with << or <<-, a name, and the end of the line";
    throw new HclSyntaxError(message, at, at + 2);
  }
  scanner.kind = "heredoc";
  scanner.end = end;
}

function invalid(text: string, at: number): HclSyntaxError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const advice = ADVICE.get(character) ?? "is no part of the language";
  return new HclSyntaxError(
    `the character ${JSON.stringify(character)} ${advice}`,
    at,
    at + character.length,
  );
}

// sticky: they match where lastIndex says, or not at all. HCL knows the letters of Unicode 9, JavaScript those of later
// versions too: a name of such letters is read here and refused by Terraform
const BLANKS = / +/y;
const LINE_ENDS = /(?:\r?\n[ \t]*)+/y;
const ASSIGNMENT = /[ \t]*=(?![=>])[ \t]*/y;
const ASCII_REST = /[A-Za-z0-9_-]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const IDENTIFIER_REST = /[\p{ID_Continue}-]*/uy;
const NUMBER = /\d(?:(?:[\d.]|[eE][+-]?\d)*(?:\d|[eE][+-]?\d))?/y;
const HEREDOC = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
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

const SECOND = charactersOf("=&|>:}.");
const OPERATORS = charactersOf("|&=!<>+-*/%");

/** By their codes, the characters of the text. */
export function charactersOf(characters: string): readonly boolean[] {
  return Array.from({ length: 0x80 }, (_, code) => characters.includes(String.fromCharCode(code)));
}

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
