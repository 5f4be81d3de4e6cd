import {
  Sensitive,
  Unknown,
  UnknownDocument,
  UnknownPlace,
  UnknownText,
  isSensitive,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { MAX_TEXT } from "./limits.ts";
import type { Meter } from "./meter.ts";
import { parseJsonWithGaps } from "./parse-json-with-gaps.ts";
import { unknownText } from "./unknown-text.ts";

/**
 * The text that pieces make, one after the other. With a piece that is not known it is unknown, with what it is taken
 * from; with a sensitive one it is sensitive.
 */
export function joinText(pieces: readonly Value[], meter: Meter): Value {
  const [single, ...more] = pieces.filter((piece) => piece !== "");
  if (single instanceof UnknownPlace && more.length === 0) return single;
  const flat = pieces.flatMap(flatten);
  const joined = joinPieces(flat, meter);
  return pieces.some(isSensitive) ? new Sensitive(joined) : joined;
}

/** A text of pieces, as its pieces. */
function flatten(piece: Value): readonly Value[] {
  const bare = piece instanceof Sensitive ? piece.value : piece;
  return bare instanceof UnknownText ? bare.pieces : [bare];
}

function joinPieces(pieces: readonly Value[], meter: Meter): Value {
  let length = 0;
  const texts: Value[] = [];
  let isKnown = true;
  for (const piece of pieces) {
    const text = textOf(piece) ?? usualText(piece);
    if (text === undefined) {
      isKnown = false;
      texts.push(piece);
      continue;
    }
    if (text === "") continue;
    length += text.length;
    const before = texts.at(-1);
    if (typeof before === "string") texts[texts.length - 1] = before + text;
    else texts.push(text);
  }
  if (length > MAX_TEXT || !meter.text(length)) {
    return new Unknown("the text is longer than genoscan evaluates");
  }
  const [only, ...more] = texts;
  if (isKnown) return only ?? "";
  if (only !== undefined && more.length === 0) return only;
  return withDocument(unknownText(texts), texts);
}

/**
 * Partition and suffix inside of a longer text, as in the ARN of a policy of AWS: ARNs mean the same in every partition,
 * and those of the commercial regions stand for all. Alone, and in conditions, they stay unknown.
 */
function usualText(piece: Value): string | undefined {
  if (!(piece instanceof UnknownPlace)) return undefined;
  if (piece.part === "partition") return "aws";
  return piece.part === "suffix" ? "amazonaws.com" : undefined;
}

/** JSON of which pieces are not known brings its data. */
function withDocument(unknown: Unknown, pieces: readonly Value[]): Unknown {
  const [first] = pieces;
  if (typeof first !== "string" || !/^\s*[[{]/u.test(first)) return unknown;
  const document = parseJsonWithGaps(pieces);
  return document === undefined ? unknown : new UnknownDocument(unknown.reason, unknown.candidates, document);
}

/** The text of a piece, when it is known: CloudFormation writes numbers and booleans as they are written in JSON. */
export function textOf(piece: Value | undefined): string | undefined {
  const known = plain(piece);
  if (typeof known === "string") return known;
  return typeof known === "number" || typeof known === "boolean" ? String(known) : undefined;
}
