import { escapeText } from "../escape-text.ts";

export type Cell = string | number | undefined;

// what a spreadsheet takes for a formula, in the wide forms that some of them read alike; blanks before it are skipped
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * A line of a table as RFC 4180 has it: quoted, quotes doubled, ended by CRLF. No text becomes a formula: one that
 * would starts with an apostrophe, which spreadsheets take as "this is text".
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(",")}\r\n`;
}

function formatCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = escapeText(cell);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
