import { both } from "../../../model/truth.ts";
import type { Truth } from "../../../model/truth.ts";
import { HclNumber } from "./hcl-number.ts";
import { BOOL, HclUnknown } from "./hcl-value.ts";
import type { Elements, Entries, HclValue } from "./hcl-value.ts";
import { bool } from "./make-value.ts";
import { unmarkDeep, withMarksOf } from "./marks.ts";
import { hasAny, typesEqual } from "./type.ts";
import { unknownFrom } from "./unknown-from.ts";

/** `left == right`: true, false or unknown, marked as the two are. */
export function equals(left: HclValue, right: HclValue): HclValue {
  const one = unmarkDeep(left);
  const other = unmarkDeep(right);
  const truth = compareEqual(one.value, other.value);
  const result =
    truth === "unknown" ? unknownFrom(BOOL, [left, right], { notNull: true, mayFail: false }) : bool(truth);
  return withMarksOf(result, one, other);
}

/** Whether two values are the same for every completion of what is unknown in them. Values of different types are not. */
export function compareEqual(left: HclValue, right: HclValue): Truth {
  if (left.data instanceof HclUnknown || right.data instanceof HclUnknown) return compareUnknown(left, right);
  if (left.isNull || right.isNull) return left.isNull && right.isNull;
  if (!typesEqual(left.type, right.type)) return couldBeSame(left, right) ? "unknown" : false;
  return compareData(left.data, right.data, left.type.kind === "set");
}

function compareUnknown(left: HclValue, right: HclValue): Truth {
  if (canBeNull(left) && canBeNull(right)) return "unknown";
  if (left.isNull || right.isNull) return false;
  if (!startsAlike(left, right)) return false;
  const isTyped = left.type.kind !== "any" && right.type.kind !== "any";
  return isTyped && left.type.kind !== right.type.kind ? false : "unknown";
}

/** Whether what is known of the beginnings of two texts is the same. */
function startsAlike(left: HclValue, right: HclValue): boolean {
  const [one, other] = [beginningOf(left), beginningOf(right)];
  return one.startsWith(other) || other.startsWith(one);
}

/** A text that is known as a whole has an end, and so begins no longer one. */
function beginningOf({ data }: HclValue): string {
  if (typeof data === "string") return `${data}\u0000`;
  const [first] = (data instanceof HclUnknown ? data.text : undefined) ?? [];
  // what follows may be an accent, which makes one letter of itself and the last one
  return typeof first === "string" ? first.replace(/.$/su, "") : "";
}

function canBeNull(value: HclValue): boolean {
  return value.isNull || value.unknown?.notNull === false;
}

/** Something in one of them is of a type that is not known yet. */
function couldBeSame(left: HclValue, right: HclValue): boolean {
  if (left.type.kind !== right.type.kind) return false;
  if (left.type.kind === "tuple" && right.type.kind === "tuple") {
    if (left.type.elements.length !== right.type.elements.length) return false;
  }
  return (!left.isWhollyKnown && hasAny(left.type)) || (!right.isWhollyKnown && hasAny(right.type));
}

function compareData(left: HclValue["data"], right: HclValue["data"], isSet: boolean): Truth {
  if (left instanceof HclNumber && right instanceof HclNumber) return left.equals(right);
  if (left instanceof Map) return compareEntries(left as Entries, right as Entries);
  if (Array.isArray(left)) return compareElements(left as Elements, right as Elements, isSet);
  return left === right;
}

function compareEntries(left: Entries, right: Entries): Truth {
  let truth: Truth = left.size === right.size;
  for (const [key, held] of left) {
    const other = right.get(key);
    if (other === undefined) return false;
    truth = both(truth, compareEqual(held, other));
  }
  return truth;
}

function compareElements(left: Elements, right: Elements, isSet: boolean): Truth {
  if (isSet && ![...left, ...right].every((element) => element.isWhollyKnown)) return "unknown";
  let truth: Truth = left.length === right.length;
  for (const [index, element] of left.entries()) {
    const other = right[index];
    if (other === undefined || truth === false) return false;
    truth = both(truth, compareEqual(element, other));
  }
  return truth;
}
