import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { convertForArm, eachUnder, partOfEach } from "./convert-for-arm.ts";
import type { Conversion } from "./lens.ts";

/** Turns an attribute's value into the canonical form. What is unknown stays unknown, what is sensitive sensitive. */
export function convert(value: Value, conversion: Conversion | undefined): Value | undefined {
  if (conversion === undefined) return value;
  if (value instanceof Sensitive) {
    const inner = convert(value.value, conversion);
    return inner === undefined ? undefined : new Sensitive(inner);
  }
  if (conversion === "list") return isValueList(value) ? value : [value];
  if (value instanceof UnknownDocument && conversion === "json") return value.document;
  if (value instanceof Unknown) return value;
  if (value instanceof Reference) return convertReference(value, conversion);
  return convertKnown(value, conversion);
}

function convertReference(reference: Reference, conversion: Conversion): Value | undefined {
  // azurerm's keys have an identifier with the version in it and one without
  const versionless = reference.attribute?.includes("versionless") ?? false;
  if (conversion === "key-version" && versionless) return undefined;
  if (reference.value === undefined) return reference;
  const inner = convert(reference.value, conversion);
  return inner === undefined ? undefined : new Reference(reference.target, reference.attribute, inner);
}

function convertKnown(value: Value, conversion: Exclude<Conversion, "list">): Value | undefined {
  if (typeof conversion === "object") return convertBy(value, conversion);
  switch (conversion) {
    case "json":
      return decodeJson(value);
    case "tags":
      return isValueMap(value)
        ? Object.keys(value).map((key) => ({ Key: key, Value: value[key] ?? null }))
        : value;
    case "dimensions":
      return isValueMap(value)
        ? Object.entries(value).map(([name, held]) => ({ Name: name, Value: held }))
        : value;
    case "variables":
      return isValueMap(value) ? Object.entries(value).map(([name, held]) => ({ name, value: held })) : value;
    case "inverted":
      return typeof value === "boolean" ? !value : value;
    case "number":
      return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
        ? Number(value)
        : value;
    case "boolean":
      return value === "true" ? true : value === "false" ? false : value;
    case "first":
      return isValueList(value) ? (value[0] ?? value) : value;
    default:
      return convertForArm(value, conversion);
  }
}

function convertBy(value: Value, conversion: Extract<Conversion, object>): Value | undefined {
  if ("each" in conversion) return eachUnder(value, conversion.each);
  return "part" in conversion ? partOfEach(value, conversion.part) : respell(value, conversion.values);
}

function respell(value: Value, spellings: Readonly<Record<string, Value>>): Value {
  if (typeof value !== "string" && typeof value !== "boolean") return value;
  const key = String(value);
  return Object.hasOwn(spellings, key) ? (spellings[key] ?? value) : value;
}

/** A document that is text in Terraform. It may be data already, when a data source was rebuilt. */
function decodeJson(value: Value): Value {
  if (typeof value !== "string") return value;
  try {
    return fromJson(JSON.parse(value), 0);
  } catch {
    return new Unknown("the text is not valid JSON");
  }
}

const DEEPEST = 500;

/** Parsed JSON as a value. Keys such as `__proto__` are keys. Nesting beyond any real document is unknown. */
export function fromJson(json: unknown, depth = 0): Value {
  if (json === null || typeof json === "string" || typeof json === "number" || typeof json === "boolean") {
    return json;
  }
  if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
  if (typeof json !== "object") return new Unknown("not a JSON value");
  return Array.isArray(json) ? fromList(json, depth) : fromObject(json as Record<string, unknown>, depth);
}

/** JSON is a value as it stands, but for what lies too deep, and is copied only then. */
function fromList(list: readonly unknown[], depth: number): Value {
  let changed: Value[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const value = fromJson(list[at], depth + 1);
    if (value === list[at]) continue;
    changed ??= [...(list as readonly Value[])];
    changed[at] = value;
  }
  return changed ?? (list as readonly Value[]);
}

function fromObject(object: Readonly<Record<string, unknown>>, depth: number): Value {
  let changed: Record<string, Value> | undefined;
  for (const key in object) {
    const value = fromJson(object[key], depth + 1);
    if (value === object[key]) continue;
    changed ??= { ...(object as ValueMap) };
    put(changed, key, value);
  }
  return changed ?? (object as ValueMap);
}
