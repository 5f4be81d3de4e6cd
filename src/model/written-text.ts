import { Reference, UnknownPlace, UnknownText, plain } from "./value.ts";
import type { Value } from "./value.ts";

/** What is certain of a text, although not all of it is known. */
export interface WrittenText {
  /** From the beginning up to the first piece that may be any text. */
  readonly start: string;
  /** True when there is no such piece. */
  readonly isWhole: boolean;
}

/**
 * Stands for what a deployment or a resource fills in: an account, a region, a name, an id, each part of an ARN. Whatever
 * that is, it holds no colon, no slash and no star. No text has this character.
 */
export const FILLED_IN = "\u0003";

const FILLED_ARN = ["arn", ...Array.from({ length: 5 }, () => FILLED_IN)].join(":");

/** A text with `FILLED_IN` where only the deployment tells more; `undefined` when nothing of it is known. */
export function writtenText(value: Value | undefined): WrittenText | undefined {
  const known = plain(value);
  if (typeof known === "string") return { start: known, isWhole: true };
  if (known instanceof UnknownPlace) return { start: FILLED_IN, isWhole: true };
  if (!(known instanceof UnknownText)) return undefined;
  let start = "";
  for (const piece of known.pieces) {
    const filled = fillIn(piece);
    if (filled === undefined) return start === "" ? undefined : { start, isWhole: false };
    start += filled;
  }
  return { start, isWhole: true };
}

function fillIn(piece: Value): string | undefined {
  if (piece instanceof UnknownPlace) return FILLED_IN;
  const text = plain(piece);
  if (typeof text === "string") return text;
  if (!(piece instanceof Reference) || piece.attribute === undefined) return undefined;
  if (/arn$/i.test(piece.attribute)) return FILLED_ARN;
  return /^(?:ref|name|bucket|function_name)$|id$/i.test(piece.attribute) ? FILLED_IN : undefined;
}
