import { Unknown, isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/**
 * Takes back what is known of a resource and what a satellite would change, because the satellite may belong to it:
 * a list may have more items, another value may be the satellite's. What the resource does not have is left to
 * `missing`. Changes the first argument.
 */
export function loosenProperties(
  properties: Record<string, Value>,
  satellite: ValueMap,
  unknown: Unknown,
): void {
  for (const [key, value] of Object.entries(satellite)) {
    const own = properties[key];
    if (own !== undefined) properties[key] = loosen(own, value, unknown);
  }
}

function loosen(own: Value, satellite: Value, unknown: Unknown): Value {
  if (own instanceof Unknown || own === satellite) return own;
  if (isValueList(own)) return [...own, unknown];
  if (!isValueMap(own) || !isValueMap(satellite)) return unknown;
  const loosened: Record<string, Value> = Object.assign(Object.create(null) as Record<string, Value>, own);
  for (const [key, value] of Object.entries(satellite)) {
    const before = loosened[key];
    loosened[key] = before === undefined ? unknown : loosen(before, value, unknown);
  }
  return loosened;
}
