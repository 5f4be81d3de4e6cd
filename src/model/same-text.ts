import { matchesWildcard } from "./matches-wildcard.ts";
import type { Truth } from "./truth.ts";
import { Reference, UnknownPlace, UnknownText, plain } from "./value.ts";
import type { Value } from "./value.ts";

/**
 * Whether two texts are the same, of which only pieces may be known. What is not known is the same in both where it is
 * one variable, one attribute of one resource, one account. False is certain: no values of the unknown pieces make
 * them the same.
 */
export function sameText(one: readonly Value[], other: readonly Value[]): Truth {
  const [left, right] = withoutCommon(flatten(one), flatten(other));
  if (left.length === 0 && right.length === 0) return true;
  const [leftText, rightText] = [wholeText(left), wholeText(right)];
  if (leftText !== undefined && rightText !== undefined) return false;
  if (leftText !== undefined) return fits(right, leftText) ? "unknown" : false;
  if (rightText !== undefined) return fits(left, rightText) ? "unknown" : false;
  return isShorter(left, right) || isShorter(right, left) || clash(left, right) ? false : "unknown";
}

/** Known text and what is not known in turn, without empty texts. */
function flatten(pieces: readonly Value[]): readonly Value[] {
  const flat: Value[] = [];
  for (const piece of pieces.flatMap(flattenPiece)) {
    const last = flat.at(-1);
    if (typeof piece === "string" && typeof last === "string") flat[flat.length - 1] = last + piece;
    else if (piece !== "") flat.push(piece);
  }
  return flat;
}

function flattenPiece(piece: Value): readonly Value[] {
  const known = plain(piece);
  if (known instanceof UnknownText) return flatten(known.pieces);
  // what stands for a reference without a value is another object each time
  return [known === undefined || (piece instanceof Reference && piece.value === undefined) ? piece : known];
}

/** Both without what they have in common at the beginning and at the end. */
function withoutCommon(
  one: readonly Value[],
  other: readonly Value[],
): readonly [readonly Value[], readonly Value[]] {
  const [left, right] = [[...one], [...other]];
  dropCommonStart(left, right);
  turn(left);
  turn(right);
  dropCommonStart(left, right);
  turn(left);
  turn(right);
  return [left, right];
}

function dropCommonStart(left: Value[], right: Value[]): void {
  for (;;) {
    const [a, b] = [left[0], right[0]];
    if (a === undefined || b === undefined) return;
    if (typeof a === "string" && typeof b === "string") {
      const length = commonLength(a, b);
      replaceStart(left, a.slice(length));
      replaceStart(right, b.slice(length));
      if (length < Math.min(a.length, b.length)) return;
    } else if (isSame(a, b)) {
      left.shift();
      right.shift();
    } else return;
  }
}

function replaceStart(pieces: Value[], text: string): void {
  if (text === "") pieces.shift();
  else pieces[0] = text;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The text read from its end. */
function turn(pieces: Value[]): void {
  pieces.reverse();
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") pieces[index] = piece.split("").reverse().join("");
  }
}

/** Both pieces are not known, and the same. */
function isSame(one: Value, other: Value): boolean {
  if (one instanceof Reference && other instanceof Reference) {
    return one.target === other.target && one.attribute !== undefined && one.attribute === other.attribute;
  }
  if (one instanceof UnknownPlace && other instanceof UnknownPlace) {
    return one.part === other.part && one.deployment === other.deployment;
  }
  return typeof one === "object" && one === other;
}

/** The text that the pieces are, when all of them are known. */
function wholeText(pieces: readonly Value[]): string | undefined {
  const [first] = pieces;
  if (first === undefined) return "";
  return pieces.length === 1 && typeof first === "string" ? first : undefined;
}

/** A text with the known pieces in this order. A star that is written means more than itself, which is never too little. */
function fits(pieces: readonly Value[], text: string): boolean {
  return matchesWildcard(pieces.map((piece) => (typeof piece === "string" ? piece : "*")).join(""), text);
}

/** What is not known in the first is in the other as well, which holds more text besides. */
function isShorter(one: readonly Value[], other: readonly Value[]): boolean {
  const open = other.filter((piece) => typeof piece !== "string");
  for (const piece of one) {
    if (typeof piece === "string") continue;
    const found = open.findIndex((candidate) => isSame(piece, candidate));
    if (found < 0) return false;
    open.splice(found, 1);
  }
  return writtenLength(one) < writtenLength(other);
}

function writtenLength(pieces: readonly Value[]): number {
  let length = 0;
  for (const piece of pieces) if (typeof piece === "string") length += piece.length;
  return length;
}

/** Both begin, or both end, with text that is written, and no longer alike: what they had in common is gone. */
function clash(left: readonly Value[], right: readonly Value[]): boolean {
  return [0, -1].some((at) => typeof left.at(at) === "string" && typeof right.at(at) === "string");
}
