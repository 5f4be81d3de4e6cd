/** Thrown where a text is not written in the plain forms that are read fast; another parser reads it then. */
export class NotPlain extends Error {}

// regular expressions go over many letters at once, long before the loops of a short run are compiled
const SPACES = / */y;
const END = /\.\.\.\s*$/y;
const EMPTY_LINES = /(?: *(?:#[^\n]*)?\r?\n)*/y;
/** A comment stands behind a space. */
const LINE_END = / *(?:(?<=\s)#[^\n]*?)?(?:\r?\n|$)/y;

/** A place in a text, moved by what stands there. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** The column of what the value belongs to that is read: its lines are indented further. */
  parent = -1;
  /** Where the line of the cursor begins. */
  #line = 0;

  constructor(text: string) {
    this.text = text;
  }

  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  get column(): number {
    return this.at - this.#line;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Goes over what the sticky pattern finds here, and tells where that ends; nothing when it finds nothing. */
  end(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.at;
    return pattern.test(this.text) ? pattern.lastIndex : undefined;
  }

  skipSpaces(): void {
    this.at = this.end(SPACES) ?? this.at;
  }

  /** From behind a value to the first letter of the next line that holds one. */
  endLine(): void {
    const end = this.end(LINE_END);
    if (end === undefined) throw new NotPlain();
    this.startLine(end);
  }

  /** From the beginning of a line to the first letter of one that holds a value. */
  startLine(start: number): void {
    this.at = start;
    this.#line = this.end(EMPTY_LINES) ?? start;
    this.at = this.#line;
    this.skipSpaces();
    // the last line may be a comment without an end, or the mark of one
    const isMark = this.column === 0 && this.text.startsWith("...", this.at);
    if (isMark && this.end(END) === undefined) throw new NotPlain();
    if (isMark || this.code === HASH) this.at = this.text.length;
  }

  isLineEnd(): boolean {
    return this.end(LINE_END) !== undefined;
  }
}

const HASH = 0x23;
