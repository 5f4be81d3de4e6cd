import { Unknown, emptyMap, isValueList, isValueMap, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { MAX_DEPTH } from "./limits.ts";
import { unknownText } from "./unknown-text.ts";

// a character of the private use area stands for a piece that is not known, its number before and after
const MARK = "\uE0F0";
const GAP = /\uE0F0(\d+)\uE0F0/u;

/** The data of a JSON text of which pieces are not known; `undefined` when it is no JSON with them. */
export function parseJsonWithGaps(pieces: readonly Value[]): Value | undefined {
  if (pieces.some((piece) => typeof piece === "string" && piece.includes(MARK))) return undefined;
  let isInText = false;
  let text = "";
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") {
      text += piece;
      isInText = endsInText(piece, isInText);
      continue;
    }
    const gap = `${MARK}${String(index)}${MARK}`;
    // outside of quotes the piece is a number, a boolean or data of its own
    text += isInText ? gap : `"${gap}"`;
  }
  try {
    return fill(JSON.parse(text), pieces);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function endsInText(piece: string, before: boolean): boolean {
  let isInText = before;
  for (let at = 0; at < piece.length; at += 1) {
    const letter = piece[at];
    if (letter === "\\" && isInText) at += 1;
    else if (letter === '"') isInText = !isInText;
  }
  return isInText;
}

function fill(json: unknown, pieces: readonly Value[], depth = 0): Value {
  if (depth > MAX_DEPTH) return new Unknown(`nested more than ${String(MAX_DEPTH)} levels deep`);
  if (typeof json === "string") return fillText(json, pieces);
  if (json === null || typeof json === "number" || typeof json === "boolean") return json;
  if (Array.isArray(json)) return json.map((item) => fill(item, pieces, depth + 1));
  const map = emptyMap();
  for (const [key, value] of Object.entries(json as Record<string, unknown>)) {
    if (key.includes(MARK)) return new Unknown("the name of a part is not known");
    put(map, key, fill(value, pieces, depth + 1));
  }
  return map;
}

function fillText(text: string, pieces: readonly Value[]): Value {
  if (!text.includes(MARK)) return text;
  const parts = text.split(GAP);
  const filled = parts.flatMap((part, index): readonly Value[] => {
    if (index % 2 === 0) return part === "" ? [] : [part];
    const piece = pieces[Number(part)];
    return piece === undefined ? [] : [piece];
  });
  const [only, ...more] = filled;
  return only !== undefined && more.length === 0 && !isValueList(only) && !isValueMap(only)
    ? only
    : unknownText(filled);
}
