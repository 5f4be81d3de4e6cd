import type { Name } from "./ast.ts";
import { BicepSyntaxError } from "./bicep-syntax-error.ts";
import type { Tokens } from "./lexer.ts";
import type { TokenKind } from "./token-kind.ts";

/**
 * No file that people write nests deeper, and no tree of a text is deeper than that: neither the parser nor whoever
 * walks the tree can run out of stack.
 */
const DEEPEST_NESTING = 400;

/** Goes over the tokens of a text. */
export class TokenCursor {
  readonly text: string;
  readonly tokens: Tokens;
  index = 0;
  /** How deep the tree is below the node that was read last. */
  height = 0;
  #depth = 0;

  constructor(text: string, tokens: Tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  get kind(): TokenKind {
    return this.tokens.kinds[this.index] ?? "end of text";
  }

  get start(): number {
    return this.tokens.starts[this.index] ?? this.text.length;
  }

  get end(): number {
    return this.tokens.ends[this.index] ?? this.text.length;
  }

  /** Where the token before the current one ends. */
  get lastEnd(): number {
    return this.tokens.ends[this.index - 1] ?? 0;
  }

  /** The kind of a token further on. */
  peek(ahead: number): TokenKind {
    return this.tokens.kinds[this.index + ahead] ?? "end of text";
  }

  /** The text of a token; nothing for what is no name. */
  wordAt(index: number): string | undefined {
    if (this.tokens.kinds[index] !== "identifier") return undefined;
    return this.text.slice(this.tokens.starts[index], this.tokens.ends[index]);
  }

  get word(): string | undefined {
    return this.wordAt(this.index);
  }

  next(): void {
    if (this.index < this.tokens.kinds.length - 1) this.index += 1;
  }

  is(kind: TokenKind): boolean {
    return this.tokens.kinds[this.index] === kind;
  }

  skip(kind: TokenKind): boolean {
    if (!this.is(kind)) return false;
    this.next();
    return true;
  }

  skipWord(word: string): boolean {
    if (this.word !== word) return false;
    this.next();
    return true;
  }

  skipNewlines(): void {
    while (this.is("newline")) this.next();
  }

  expect(kind: TokenKind, what: string): void {
    if (!this.skip(kind)) throw this.expected(what);
  }

  expectWord(word: string): void {
    if (!this.skipWord(word)) throw this.expected(word);
  }

  name(what: string): Name {
    const { word: name, start, end } = this;
    if (name === undefined) throw this.expected(what);
    this.next();
    this.height = 1;
    return { name, start, end };
  }

  /** True when the next token that is no line end is of the kind. */
  comesNext(kind: TokenKind): boolean {
    return this.tokens.kinds[this.afterNewlines(this.index)] === kind;
  }

  /** The index of the first token that is no line end. */
  afterNewlines(index: number): number {
    let at = index;
    while (this.tokens.kinds[at] === "newline") at += 1;
    return at;
  }

  /** Reads something one level further down in the tree. */
  inside<Node>(read: () => Node): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING) throw this.#tooDeep();
    const node = read();
    this.#depth -= 1;
    return node;
  }

  /** Says how deep the tree of the node is that was just read. */
  grow(height: number): void {
    this.height = height;
    if (height > DEEPEST_NESTING) throw this.#tooDeep();
  }

  /** Forgets where it was, after an error. */
  surface(): void {
    this.#depth = 0;
    this.height = 0;
  }

  /** An error about the current token: `expected …, found …`. */
  expected(what: string): BicepSyntaxError {
    return new BicepSyntaxError(`expected ${what}, found ${this.#describe()}`, this.start, this.end);
  }

  #tooDeep(): BicepSyntaxError {
    const message = `this is nested more than ${String(DEEPEST_NESTING)} levels deep, which genoscan does not read`;
    return new BicepSyntaxError(message, this.start, this.end, "bicep-nesting");
  }

  #describe(): string {
    const { kind } = this;
    if (kind === "end of text") return "the end of the file";
    if (kind === "newline") return "the end of the line";
    if (kind === "string" || kind === "string start") return "a string";
    if (kind === "string middle" || kind === "string end") return "the end of an expression in a string";
    return `"${this.text.slice(this.start, Math.min(this.end, this.start + 60))}"`;
  }
}
