import { EvaluationError } from "./evaluation-error.ts";
import { convert } from "./convert.ts";
import { withFallibility } from "./fallible.ts";
import { STRING } from "./hcl-value.ts";
import type { HclValue } from "./hcl-value.ts";
import { MAX_PIECES, MAX_TEXT } from "./limits.ts";
import { text, unknown } from "./make-value.ts";
import { unmarkDeep, withMarksOfAll } from "./marks.ts";
import { mayFail, unknownFrom } from "./unknown-from.ts";

/**
 * The parts of a template as one string. With an unknown part it is unknown and knows its other parts; a single part
 * that is a string already stays what it is, reference and all.
 * Throws `EvaluationError` for a part that is null or no string.
 */
export function concatenate(parts: readonly HclValue[]): HclValue {
  const bare = parts.map((part) => unmarkDeep(part));
  const strings = bare.map(({ value }) => toPart(value));
  const [only] = strings;
  const result = strings.length === 1 && only !== undefined ? alone(only) : joinParts(strings);
  return withMarksOfAll(result, bare);
}

/** Pieces of text as one, unless that would be too long. */
export function joinText(pieces: readonly string[], separator = ""): HclValue {
  let length = separator.length * Math.max(0, pieces.length - 1);
  for (const piece of pieces) length += piece.length;
  if (length > MAX_TEXT) return unknown(STRING, `text of more than ${String(MAX_TEXT)} characters`);
  return text(pieces.join(separator));
}

/** One part is the string itself. */
function alone(part: HclValue): HclValue {
  const string = convert(part, STRING);
  return part.isKnown || !couldFail(part) ? string : withFallibility(string, true);
}

function toPart(value: HclValue): HclValue {
  if (value.isNull) throw new EvaluationError("the value is null; null cannot be a part of a string");
  // an unknown keeps its type: that it will be a number says how its text ends
  return value.isKnown ? convert(value, STRING) : value;
}

function joinParts(parts: readonly HclValue[]): HclValue {
  if (parts.every((part) => part.isKnown)) {
    return joinText(parts.map(({ data }) => (typeof data === "string" ? data : "")));
  }
  const pieces = mergePieces(parts);
  const knowledge = { notNull: true, mayFail: parts.some(couldFail) };
  return unknownFrom(STRING, parts, pieces === undefined ? knowledge : { ...knowledge, text: pieces });
}

/** The part may be null or no string; the attribute of a resource is taken for one. */
function couldFail(part: HclValue): boolean {
  if (mayFail(part)) return true;
  const isCertain = part.isKnown || part.marks.reference !== undefined;
  return !isCertain && (part.type.kind === "any" || part.unknown?.notNull === false);
}

/** Known text and unknown values in turn, or nothing when they are too many. */
function mergePieces(parts: readonly HclValue[]): readonly (string | HclValue)[] | undefined {
  const pieces: (string | HclValue)[] = [];
  let length = 0;
  for (const part of parts) {
    for (const piece of piecesOf(part)) {
      const last = pieces.at(-1);
      if (typeof piece !== "string") pieces.push(piece);
      else if (typeof last === "string") pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
      if (typeof piece === "string") length += piece.length;
      if (length > MAX_TEXT || pieces.length > MAX_PIECES) return undefined;
    }
  }
  return pieces;
}

function piecesOf(part: HclValue): readonly (string | HclValue)[] {
  if (typeof part.data === "string") return [part.data];
  return part.unknown?.text ?? [part];
}
