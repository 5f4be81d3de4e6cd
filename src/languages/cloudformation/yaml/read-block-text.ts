import { NotPlain } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";

const HEAD = /[|>][+-]? *(?: #[^\n]*)?\r?\n/y;
/** Empty lines, and the indentation of the first that is not. */
const FIRST = /(?: *\r?\n)* */y;
const FOLDED = 0x3e;

/**
 * The text of a block, literal or folded; the cursor stands at its `|` or `>` and then at the next value. `parent` is the
 * column of what the block belongs to.
 */
export function readBlockText(cursor: Cursor, parent: number): string {
  const isFolded = cursor.code === FOLDED;
  const chomp = cursor.text[cursor.at + 1];
  const start = cursor.end(HEAD);
  if (start === undefined) throw new NotPlain();
  cursor.at = start;
  const first = cursor.end(FIRST) ?? start;
  const indent = first - (cursor.text.lastIndexOf("\n", first - 1) + 1);
  cursor.at = start;
  if (indent <= parent || first >= cursor.text.length) throw new NotPlain();
  const end = cursor.end(linesOf(indent)) ?? start;
  // how a text ends that the file cuts off is read differently
  if (end <= start || cursor.text[end - 1] !== "\n") throw new NotPlain();
  const lines = cursor.text
    .slice(start, end - 1)
    .split("\n")
    .map((line) => cutLine(line, indent));
  cursor.startLine(end);
  return finish(isFolded ? fold(lines) : lines.join("\n"), chomp);
}

const PATTERNS = new Map<number, RegExp>();

/** Lines with an indentation, and empty ones. */
function linesOf(indent: number): RegExp {
  const known = PATTERNS.get(indent);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(?: {${String(indent)}}[^\\n]*\\n| *\\r?\\n)*`, "y");
  PATTERNS.set(indent, pattern);
  return pattern;
}

function cutLine(line: string, indent: number): string {
  const cut = line.slice(indent);
  return cut.endsWith("\r") ? cut.slice(0, -1) : cut;
}

/** Lines become words of one line; an empty line is a break. Lines that are indented further stay, and are rare. */
function fold(lines: readonly string[]): string {
  let text = "";
  let breaks = 0;
  let isFirst = true;
  for (const line of lines) {
    if (line === "") {
      breaks += 1;
      continue;
    }
    if (/^[ \t]/.test(line)) throw new NotPlain();
    if (isFirst) text += "\n".repeat(breaks);
    else text += breaks === 0 ? " " : "\n".repeat(breaks);
    text += line;
    isFirst = false;
    breaks = 0;
  }
  return text + "\n".repeat(breaks);
}

/** The text ends with one break; with `-` none, with `+` all of them. */
function finish(text: string, chomp: string | undefined): string {
  if (chomp === "+") return `${text}\n`;
  const bare = text.replace(/\n+$/, "");
  return chomp === "-" ? bare : `${bare}\n`;
}
