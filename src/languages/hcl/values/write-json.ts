import { EvaluationError } from "./evaluation-error.ts";
import { HclNumber } from "./hcl-number.ts";
import { HclUnknown, STRING } from "./hcl-value.ts";
import type { Elements, Entries, HclValue } from "./hcl-value.ts";
import { MAX_TEXT } from "./limits.ts";
import { unknown } from "./make-value.ts";
import { joinText } from "./concatenate.ts";

/** The JSON text of a value that is wholly known, as `jsonencode` writes it: compact, keys in order, HTML's special characters escaped. */
export function writeJson(value: HclValue): HclValue {
  const pieces: string[] = [];
  let length = 0;
  const isWritten = writeValue(value, (piece) => {
    pieces.push(piece);
    length += piece.length;
    return length <= MAX_TEXT;
  });
  if (!isWritten) return unknown(STRING, `JSON of more than ${String(MAX_TEXT)} characters`);
  return joinText(pieces);
}

/** Takes the next piece, and says whether there may be more. */
type Write = (piece: string) => boolean;

function writeValue(value: HclValue, write: Write): boolean {
  const { data } = value;
  if (data === null) return write("null");
  if (typeof data === "string") return write(quoteJson(data));
  if (typeof data === "boolean") return write(String(data));
  if (data instanceof HclUnknown) throw new TypeError("an unknown has no JSON text");
  if (data instanceof HclNumber) {
    if (data.infinite) throw new EvaluationError("infinity has no JSON text");
    return write(data.toString());
  }
  return Array.isArray(data) ? writeElements(data as Elements, write) : writeEntries(data as Entries, write);
}

function writeElements(elements: Elements, write: Write): boolean {
  let separator = "[";
  for (const element of elements) {
    if (!write(separator) || !writeValue(element, write)) return false;
    separator = ",";
  }
  return write(elements.length === 0 ? "[]" : "]");
}

function writeEntries(entries: Entries, write: Write): boolean {
  let separator = "{";
  for (const [key, held] of entries) {
    if (!write(`${separator}${quoteJson(key)}:`) || !writeValue(held, write)) return false;
    separator = ",";
  }
  return write(entries.size === 0 ? "{}" : "}");
}

/** A JSON string as Go writes it. */
export function quoteJson(value: string): string {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/gu, escapeLetter);
}

function escapeLetter(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
