import { NotPlain } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";

const DOUBLE = /"(?:[^"\\]|\\[^\r\n])*"/y;
const SINGLE = /'(?:[^']|'')*'/y;
const QUOTE = 0x22;

/** A text in quotes; the cursor stands at the first of them. */
export function readQuoted(cursor: Cursor): string {
  const isDouble = cursor.code === QUOTE;
  const end = cursor.end(isDouble ? DOUBLE : SINGLE);
  if (end === undefined) throw new NotPlain();
  const inside = foldLines(cursor.text.slice(cursor.at + 1, end - 1), cursor.parent);
  cursor.at = end;
  if (!isDouble) return inside.replaceAll("''", "'");
  return inside.includes("\\") ? unescape(inside) : inside;
}

/** The lines of a text are words of one; an empty line is a break. */
function foldLines(text: string, parent: number): string {
  if (!text.includes("\n")) return text;
  if (text.includes("\t")) throw new NotPlain();
  return text.replaceAll(/[ \r]*\n[ \r\n]*/gu, (space) => {
    const lines = space.split("\n");
    if ((lines.at(-1)?.length ?? 0) <= parent) throw new NotPlain();
    return lines.length === 2 ? " " : "\n".repeat(lines.length - 2);
  });
}

/** What JSON escapes, YAML escapes alike; it has more, which are rare. */
function unescape(text: string): string {
  try {
    return JSON.parse(`"${text.replaceAll("\n", "\\n")}"`) as string;
  } catch {
    throw new NotPlain();
  }
}
