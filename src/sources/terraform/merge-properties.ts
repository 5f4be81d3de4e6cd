import { Unknown, isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { Unset } from "./unset.ts";

/**
 * A resource's properties with those of a satellite: objects part by part, lists one after the other, and otherwise the
 * satellite's word, though it be unknown, unless the satellite leaves it to the provider. Neither argument is changed.
 */
export function mergeProperties(own: ValueMap, satellite: ValueMap): Record<string, Value> {
  const merged: Record<string, Value> = { ...own };
  addProperties(merged, satellite);
  return merged;
}

/** The same, into the properties of a resource that nobody else has. */
export function addProperties(own: Record<string, Value>, satellite: ValueMap): void {
  const keys = Object.keys(satellite);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const value = satellite[key] ?? null;
    const before = own[key];
    own[key] = before === undefined ? value : mergeValues(before, value);
  }
}

function mergeValues(own: Value, satellite: Value): Value {
  if (isValueMap(own) && isValueMap(satellite)) return mergeProperties(own, satellite);
  if (isValueList(own) && isValueList(satellite)) return [...own, ...satellite];
  if (satellite instanceof Unset) return own;
  // what is known of a list stays known
  if (isValueList(own) && satellite instanceof Unknown) return [...own, satellite];
  if (isOpen(own) && isValueList(satellite)) return [own, ...satellite];
  return satellite;
}

function isOpen(value: Value): value is Unknown {
  return value instanceof Unknown && !(value instanceof Unset);
}
