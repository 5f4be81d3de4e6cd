import { Sensitive, isValueList } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Feeds } from "./lens.ts";

const NAMES = new WeakMap<Feeds, readonly string[]>();

/** The properties of which each item stands alone. */
export function spreadNames(feeds: Feeds): readonly string[] {
  const known = NAMES.get(feeds);
  if (known !== undefined) return known;
  const names = Object.keys(feeds).filter((name) => {
    const feed = feeds[name];
    return typeof feed === "object" && "spread" in feed;
  });
  NAMES.set(feeds, names);
  return names;
}

/**
 * One object for each item of the named properties, with all other properties repeated. A list that is unknown gives one
 * object with the unknown in its place; an object without any item gives none.
 */
export function spreadItems(properties: ValueMap, names: readonly string[]): readonly ValueMap[] {
  const shared: Record<string, Value> = {};
  for (const name in properties) if (!names.includes(name)) shared[name] = properties[name] ?? null;
  const spread: ValueMap[] = [];
  for (const name of names) {
    for (const item of itemsOf(properties[name])) spread.push({ ...shared, [name]: item });
  }
  return spread;
}

const NO_ITEMS: readonly Value[] = [];

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === false) return NO_ITEMS;
  if (value === true) return ["self"];
  if (value instanceof Sensitive) return itemsOf(value.value).map((item) => new Sensitive(item));
  if (!isValueList(value)) return [value];
  return value.every(isItem) ? value : value.flatMap(itemsOf);
}

/** Whether it stands for itself alone in a list. */
function isItem(value: Value): boolean {
  return typeof value !== "boolean" && !(value instanceof Sensitive) && !isValueList(value);
}
