import type { Truth } from "../../model/truth.ts";
import { isValueList } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { mayBeAbsent, settle } from "./check.ts";
import { equalValues } from "./equal-values.ts";

/** Above this many comparisons of partly known items the answer stays unknown: an input must not buy quadratic time. */
const COMPARISON_LIMIT = 100_000;

/** Whether no two items are equal. Only known items can be certainly equal, and they are compared by key, not in pairs. */
export function haveUniqueItems(items: readonly Value[]): Truth {
  const seen = new Set<string>();
  const partial: Value[] = [];
  for (const item of items) {
    const key = canonicalKey(item);
    if (key === undefined) partial.push(item);
    else if (seen.has(key)) return false;
    else seen.add(key);
  }
  return partial.length === 0 || (arePartialItemsDistinct(items, partial) ? true : "unknown");
}

function arePartialItemsDistinct(items: readonly Value[], partial: readonly Value[]): boolean {
  if (partial.some(mayBeAbsent) || items.length * partial.length > COMPARISON_LIMIT) return false;
  return partial.every(
    (item) =>
      items.every((other) => other === item || equalValues(item, other) === false) && isOnce(items, item),
  );
}

/** One value object may stand in a list twice; being the same object says nothing about its unknown parts. */
function isOnce(items: readonly Value[], item: Value): boolean {
  return items.indexOf(item) === items.lastIndexOf(item);
}

/** A text that two known values share exactly when they are equal; `undefined` when a part is unknown. */
function canonicalKey(value: Value): string | undefined {
  const settled = settle(value);
  if (settled === undefined) return undefined;
  if (typeof settled !== "object" || settled === null) return JSON.stringify(settled);
  if (isValueList(settled)) {
    const keys = settled.map(canonicalKey);
    return keys.includes(undefined) ? undefined : `[${keys.join()}]`;
  }
  const keys: string[] = [];
  for (const name of Object.keys(settled).sort()) {
    const part = settled[name];
    if (part === undefined) continue;
    const key = canonicalKey(part);
    if (key === undefined) return undefined;
    keys.push(`${JSON.stringify(name)}:${key}`);
  }
  return `{${keys.join()}}`;
}
