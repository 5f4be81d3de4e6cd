import type { Truth } from "../../model/truth.ts";
import { isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { checkChoices, mayBeAbsent, settle } from "./check.ts";
import type { Settled } from "./check.ts";

/**
 * Deep equality of JSON values: false as soon as no completion of the unknown parts makes them equal, unknown while one
 * could. Order of keys does not matter; 1 and 1.0 are one number.
 */
export function equalValues(left: Value, right: Value): Truth {
  const a = settle(left);
  const b = settle(right);
  if (a === undefined || b === undefined) return equalChoices(left, right);
  if (isValueList(a)) return isValueList(b) ? equalLists(a, b) : false;
  if (isValueMap(a)) return isValueMap(b) ? equalMaps(a, b) : false;
  return a === b;
}

/** Values of which one at least is not known: as long as its choices are, they may rule out that it is the other one. */
function equalChoices(left: Value, right: Value): Truth {
  const equals = (other: Value) => (choice: Settled) => equalValues(choice, other);
  return checkChoices(left, equals(right)) ?? checkChoices(right, equals(left)) ?? "unknown";
}

function equalMaps(a: ValueMap, b: ValueMap): Truth {
  let answer: Truth = true;
  for (const key of Object.keys({ ...a, ...b })) {
    const truth = equalParts(ownPart(a, key), ownPart(b, key));
    if (truth === false) return false;
    if (truth === "unknown") answer = "unknown";
  }
  return answer;
}

function ownPart(map: ValueMap, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function equalParts(a: Value | undefined, b: Value | undefined): Truth {
  if (a === undefined) return b === undefined || (mayBeAbsent(b) && "unknown");
  if (b === undefined) return mayBeAbsent(a) && "unknown";
  return equalValues(a, b);
}

function equalLists(a: readonly Value[], b: readonly Value[]): Truth {
  const openA = a.some(mayBeAbsent);
  const openB = b.some(mayBeAbsent);
  if (openA && openB) return "unknown";
  if (openA) return couldFill(a, b) && "unknown";
  if (openB) return couldFill(b, a) && "unknown";
  if (a.length !== b.length) return false;
  let answer: Truth = true;
  for (const [index, item] of a.entries()) {
    const truth = equalValues(item, b[index] as Value);
    if (truth === false) return false;
    if (truth === "unknown") answer = "unknown";
  }
  return answer;
}

/** Whether a list whose unknown items stand for any number of items could be the other list: wildcard matching. */
function couldFill(open: readonly Value[], list: readonly Value[]): boolean {
  let position = 0;
  let lastOpen = -1;
  let resume = 0;
  let index = 0;
  while (index < list.length) {
    const item = open[position];
    if (item !== undefined && mayBeAbsent(item)) {
      lastOpen = position++;
      resume = index;
    } else if (item !== undefined && equalValues(item, list[index] as Value) !== false) {
      position++;
      index++;
    } else if (lastOpen >= 0) {
      position = lastOpen + 1;
      index = ++resume;
    } else return false;
  }
  return open.slice(position).every(mayBeAbsent);
}
