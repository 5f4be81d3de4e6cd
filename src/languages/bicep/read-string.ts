import type { Span } from "./ast.ts";

/** What is no token, where it stands. */
export interface LexicalProblem extends Span {
  readonly message: string;
}

/** One piece of a string: up to its closing quotes, or up to the `${` of an expression. */
export interface StringPiece {
  readonly value: string;
  /** The offset behind the quotes or the brace. */
  readonly end: number;
  readonly opensHole: boolean;
  readonly problems: readonly LexicalProblem[];
}

/**
 * Reads a piece that begins at an offset. `dollars` is how many `$` open an expression in a string between `'''` (none
 * do when it is 0), and `undefined` for a string in single quotes.
 */
export function readString(
  text: string,
  from: number,
  dollars: number | undefined,
  isFirst: boolean,
): StringPiece {
  return dollars === undefined ? readQuoted(text, from) : readMultiLine(text, from, dollars, isFirst);
}

function readQuoted(text: string, from: number): StringPiece {
  const problems: LexicalProblem[] = [];
  let value = "";
  let at = from;
  for (;;) {
    const stop = nextSpecial(text, at);
    value += text.slice(at, stop);
    const character = text[stop];
    if (character === "'") return { value, end: stop + 1, opensHole: false, problems };
    if (character === "$") return { value, end: stop + 2, opensHole: true, problems };
    if (character !== "\\") {
      problems.push({ message: "this string is not closed by ' on its line", start: from - 1, end: stop });
      return { value, end: stop, opensHole: false, problems };
    }
    const escape = readEscape(text, stop);
    if (escape.value === undefined) {
      const message = `${text.slice(stop, escape.end)} is no escape; there are \\n \\r \\t \\\\ \\' \\\${ and \\u{…}`;
      problems.push({ message, start: stop, end: escape.end });
    }
    value += escape.value ?? "";
    at = escape.end;
  }
}

/** The offset of a quote, a line end, a backslash, a `${`, or the end of the text. */
function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.test(text)
    ? SPECIAL.lastIndex - 1 - (text[SPECIAL.lastIndex - 1] === "{" ? 1 : 0)
    : text.length;
}

const SPECIAL = /['\\\r\n]|\$\{/g;
const UNICODE_ESCAPE = /\\u\{([0-9A-Fa-f]{1,8})\}/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
  ["'", "'"],
  ["$", "$"],
]);

function readEscape(text: string, at: number): { readonly value: string | undefined; readonly end: number } {
  const next = text[at + 1] ?? "";
  const simple = ESCAPES.get(next);
  // the brace of an escaped ${ is read with it
  if (next === "$" && text[at + 2] === "{") return { value: "${", end: at + 3 };
  if (simple !== undefined) return { value: simple, end: at + 2 };
  UNICODE_ESCAPE.lastIndex = at;
  const digits = UNICODE_ESCAPE.exec(text)?.[1];
  const codePoint = digits === undefined ? undefined : Number.parseInt(digits, 16);
  if (codePoint === undefined || codePoint > 0x10ffff) {
    const isLineEnd = next === "\n" || next === "\r" || next === "";
    return { value: undefined, end: at + (isLineEnd ? 1 : 2) };
  }
  return { value: String.fromCodePoint(codePoint), end: UNICODE_ESCAPE.lastIndex };
}

function readMultiLine(text: string, from: number, dollars: number, isFirst: boolean): StringPiece {
  // a line end right behind the opening quotes is no part of the string
  const start = isFirst ? skipLineEnd(text, from) : from;
  const pattern = dollars > 0 ? QUOTES_OR_HOLE : QUOTES;
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [written] = found;
    const end = found.index + written.length;
    if (written.endsWith("'")) {
      // of more than three quotes the last three close the string
      return { value: text.slice(start, end - 3), end, opensHole: false, problems: [] };
    }
    if (written.endsWith("{") && written.length - 1 >= dollars) {
      return { value: text.slice(start, end - 1 - dollars), end, opensHole: true, problems: [] };
    }
  }
  const problem = { message: "this string is not closed by '''", start: from - 3, end: from };
  return { value: text.slice(start), end: text.length, opensHole: false, problems: [problem] };
}

const QUOTES = /'{3,}/g;
// a run of $ is taken whole, whatever follows: no text makes it be read twice
const QUOTES_OR_HOLE = /'{3,}|\$+\{?/g;

function skipLineEnd(text: string, at: number): number {
  const afterReturn = text[at] === "\r" ? at + 1 : at;
  return text[afterReturn] === "\n" ? afterReturn + 1 : afterReturn;
}
