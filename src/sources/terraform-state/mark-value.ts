import { Sensitive, Unknown, emptyMap, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { fromJson } from "../terraform/convert.ts";
import { isMarked, marksOf } from "./marks.ts";
import type { Marks } from "./marks.ts";

const DEEPEST = 500;

/**
 * The attributes of an instance: what is null is not there, what is marked is sensitive. `absent` stands where a null
 * does not say that nothing is set.
 */
export function markAttributes(
  values: Readonly<Record<string, unknown>>,
  marks: Marks,
  absent: Unknown | undefined,
): ValueMap {
  const attributes = emptyMap();
  for (const [name, held] of Object.entries(values)) {
    const value = held === null ? absent : markValue(held, marksOf(marks, name), 0);
    if (value !== undefined) put(attributes, name, value);
  }
  return attributes;
}

function markValue(json: unknown, marks: Marks, depth: number): Value {
  if (marks.length === 0) return fromJson(json, depth);
  if (isMarked(marks)) return new Sensitive(fromJson(json, depth));
  if (json === null || typeof json !== "object") return fromJson(json, depth);
  if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
  if (Array.isArray(json)) {
    return json.map((item, at) => markValue(item, marksOf(marks, String(at)), depth + 1));
  }
  const map = emptyMap();
  for (const [key, item] of Object.entries(json)) {
    put(map, key, markValue(item, marksOf(marks, key), depth + 1));
  }
  return map;
}
