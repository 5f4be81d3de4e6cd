import { NotPlain } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";

const DOUBLE = /"(?:[^"\\\r\n]|\\[^\r\n])*"/y;
const SINGLE = /'(?:[^'\r\n]|'')*'/y;
const QUOTE = 0x22;

/** A text in quotes on one line; the cursor stands at the first of them. */
export function readQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const isDouble = cursor.code === QUOTE;
  const end = cursor.end(isDouble ? DOUBLE : SINGLE);
  if (end === undefined) throw new NotPlain();
  cursor.at = end;
  const inside = cursor.text.slice(start + 1, end - 1);
  if (!isDouble) return inside.replaceAll("''", "'");
  return inside.includes("\\") ? unescape(cursor.text.slice(start, end)) : inside;
}

/** What JSON escapes, YAML escapes alike; it has more, which are rare. */
function unescape(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new NotPlain();
  }
}
