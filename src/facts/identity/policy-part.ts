import { Reference, Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** A part of a policy document by its name. Policy elements are written in any case. */
export function partOf(map: ValueMap, name: string): Value | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  const lower = name.toLowerCase();
  const key = Object.keys(map).find((held) => held.toLowerCase() === lower);
  return key === undefined ? undefined : map[key];
}

/**
 * What stands in a document as one value or as a list of them, always as a list. A part that is not known stays as an
 * item that is not known: it may be any number of values.
 */
export function listOf(value: Value): readonly Value[] {
  const list = plain(value);
  if (!isValueList(list)) return [value];
  return value instanceof Sensitive ? list.map((item) => new Sensitive(item)) : list;
}

/** A change of the text inside a value; a reference stays one, what is sensitive or unknown stays so. */
export function mapText(value: Value, change: (text: string) => Value): Value {
  if (value instanceof Sensitive) return new Sensitive(mapText(value.value, change));
  if (value instanceof Reference) {
    return value.value === undefined
      ? value
      : new Reference(value.target, value.attribute, mapText(value.value, change));
  }
  if (value instanceof Unknown) return value;
  if (typeof value === "string") return change(value);
  if (typeof value === "number" || typeof value === "boolean") return change(String(value));
  return new Unknown(isValueMap(value) || isValueList(value) ? "not a text" : "null where a text belongs");
}

/** The text of a value, when it is known. */
export function textOf(value: Value | undefined): string | undefined {
  const known = plain(value);
  return typeof known === "string" ? known : undefined;
}
