import { MAX_PIECES, MAX_TEXT } from "../limits.ts";
import { ArmObject, Open, OpenText, Secure, WORD, bare, holdsSecure, isArray, isKnown } from "./arm-value.ts";
import type { ArmValue } from "./arm-value.ts";
import { toJson } from "./json.ts";
import { openCall, readsOf } from "./open-call.ts";
import { printPieces } from "./print.ts";

/** A known value as `format('{0}', value)` and `concat` write it: .NET's `True`, objects as JSON with single quotes. */
export function textOf(value: ArmValue): string {
  const inner = bare(value);
  if (inner === null) return "";
  if (typeof inner === "boolean") return inner ? "True" : "False";
  if (isArray(inner) || inner instanceof ArmObject) return toJson(inner).replaceAll('"', "'");
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : "";
}

/** The text that parts make, one after the other. With a part that is not known it is a text with a gap. */
export function joinText(parts: readonly ArmValue[]): ArmValue {
  const pieces: (string | Open)[] = [];
  let length = 0;
  for (const part of parts.flatMap(flatten)) {
    const piece = pieceOf(part);
    const before = pieces.at(-1);
    if (typeof piece !== "string") pieces.push(piece);
    else if (typeof before === "string") pieces[pieces.length - 1] = before + piece;
    else if (piece !== "") pieces.push(piece);
    length += typeof piece === "string" ? piece.length : 0;
    if (length > MAX_TEXT || pieces.length > MAX_PIECES) return tooLong();
  }
  const joined = pieces.length === 0 ? "" : ofPieces(pieces);
  return parts.some(holdsSecure) ? new Secure(joined) : joined;
}

function tooLong(): Open {
  return new Open("the text is longer than genoscan evaluates", "format(…)");
}

function flatten(part: ArmValue): readonly ArmValue[] {
  const inner = bare(part);
  return inner instanceof OpenText ? inner.pieces : [inner];
}

function pieceOf(part: ArmValue): string | Open {
  const inner = bare(part);
  if (inner instanceof Open) return inner.traits.usual ?? inner;
  if (!isKnown(inner)) {
    const opened = bare(openCall("string", [inner]));
    return opened instanceof Open ? opened : "";
  }
  return textOf(inner);
}

function ofPieces(pieces: readonly (string | Open)[]): string | Open {
  const [only, ...more] = pieces;
  if (only !== undefined && more.length === 0 && typeof only === "string") return only;
  const open = pieces.find((piece) => piece instanceof Open);
  return new OpenText(open?.cause ?? "", printPieces(pieces), readsOf(pieces), pieces);
}

/** Whether a text that is not known is one word, without a slash, or is put together of such. */
export function isWord(value: ArmValue): boolean {
  if (!(value instanceof OpenText)) return value instanceof Open && value.traits.isWord === true;
  return value.pieces.every((piece) => (typeof piece === "string" ? !piece.includes("/") : isWord(piece)));
}

/** The same with every known piece changed, and every other as `name(piece)`. */
export function mapPieces(text: OpenText, name: string, change: (piece: string) => string): ArmValue {
  return joinText(
    text.pieces.map((piece) =>
      typeof piece === "string"
        ? change(piece)
        : openCall(name, [piece], piece.traits.isWord === true ? WORD : undefined),
    ),
  );
}
