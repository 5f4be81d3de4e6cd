/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes lines and columns of UTF-16 offsets. A column counts what a reader sees as one character (a grapheme cluster),
 * as HashiCorp's parser does, so that our places and Terraform's are the same; a byte order mark counts nothing. A line
 * ends with LF or CRLF; a lone CR ends none.
 */
export class LineIndex {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  positionAt(offset: number): Position {
    this.#starts ??= findLineStarts(this.#text);
    const row = lastAtOrBefore(this.#starts, offset);
    const before = this.#text.slice(this.#starts[row] ?? 0, offset);
    return { line: row + 1, column: countCharacters(before) + 1 };
  }
}

function findLineStarts(text: string): number[] {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** The index of the last number that is not greater; 0 when there is none. */
function lastAtOrBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A longer line is no text that people read; counting in it for every place would take for ever. */
const LONGEST_LINE = 10_000;

/** Made when a line needs it: that takes ten milliseconds, and most texts are ASCII. */
let graphemes: Intl.Segmenter | undefined;

function countCharacters(text: string): number {
  if (text.length > LONGEST_LINE || /^[\x20-\x7E\t]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}
