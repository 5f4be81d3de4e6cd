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
  const single = onlyPiece(pieces);
  if (single instanceof UnknownPlace) return single;
  const joined = joinPieces(pieces, meter);
  return pieces.some(isSensitive) ? new Sensitive(joined) : joined;
}

/** The one piece that there is, beside empty texts. */
function onlyPiece(pieces: readonly Value[]): Value | undefined {
  let only: Value | undefined;
  for (const piece of pieces) {
    if (piece === "") continue;
    if (only !== undefined) return undefined;
    only = piece;
  }
  return only;
}

/** Puts the texts of pieces together, and of texts of pieces their pieces. */
class Joiner {
  readonly texts: Value[] = [];
  length = 0;
  isKnown = true;

  add(piece: Value): void {
    const bare = piece instanceof Sensitive ? piece.value : piece;
    if (bare instanceof UnknownText) {
      for (const inner of bare.pieces) this.add(inner);
      return;
    }
    const text = typeof bare === "string" ? bare : (textOf(bare) ?? usualText(bare));
    if (text === undefined) {
      this.isKnown = false;
      this.texts.push(bare);
      return;
    }
    if (text === "") return;
    this.length += text.length;
    const before = this.texts.at(-1);
    if (typeof before === "string") this.texts[this.texts.length - 1] = before + text;
    else this.texts.push(text);
  }
}

function joinPieces(pieces: readonly Value[], meter: Meter): Value {
  const joiner = new Joiner();
  for (const piece of pieces) joiner.add(piece);
  const { texts, length, isKnown } = joiner;
  if (length > MAX_TEXT || !meter.text(length)) {
    return new Unknown("the text is longer than genoscan evaluates");
  }
  const [only] = texts;
  if (isKnown) return only ?? "";
  if (only !== undefined && texts.length === 1) return only;
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
