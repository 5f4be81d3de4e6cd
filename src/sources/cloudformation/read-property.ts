import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  UnknownText,
  emptyMap,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Shape, Shapes } from "./shapes.ts";

/** Called for a name that the type does not have, with the pointer of what it stands in. */
export type UnknownName = (name: string, pointer: readonly string[], known: readonly string[]) => void;

/** A value as its property reads it: CloudFormation takes "true" for a boolean and "7" for a number. */
export function readProperty(
  value: Value,
  shape: Shape,
  pointer: readonly string[],
  unknownName: UnknownName,
): Value {
  if (value instanceof Sensitive) {
    return new Sensitive(readProperty(value.value, shape, pointer, unknownName));
  }
  if (value instanceof Reference) {
    return value.value === undefined
      ? value
      : new Reference(value.target, value.attribute, readProperty(value.value, shape, pointer, unknownName));
  }
  if (value instanceof Unknown) return readUnknown(value, shape);
  if (value === null) return new Unknown("null is no value in a template; use AWS::NoValue");
  if (typeof shape === "string") return readScalar(value, shape);
  if (Array.isArray(shape)) {
    return readCollection(value, shape as readonly ["*" | "%", Shape], pointer, unknownName);
  }
  return readObject(value, shape as Shapes, pointer, unknownName);
}

function readUnknown(value: Unknown, shape: Shape): Value {
  if (value instanceof UnknownText && value.pieces.some(isDynamic)) return new Unknown(DYNAMIC);
  return value instanceof UnknownDocument && (shape === "j" || shape === "t") ? value.document : value;
}

function readCollection(
  value: Value,
  [kind, item]: readonly ["*" | "%", Shape],
  pointer: readonly string[],
  unknownName: UnknownName,
): Value {
  if (kind === "*" && isValueList(value)) {
    return value.map((part, index) => readProperty(part, item, [...pointer, String(index)], unknownName));
  }
  if (kind === "%" && isValueMap(value)) {
    const map = emptyMap();
    for (const [key, part] of Object.entries(value)) {
      put(map, key, readProperty(part, item, [...pointer, key], unknownName));
    }
    return map;
  }
  return readAnything(value);
}

function readObject(
  value: Value,
  shapes: Shapes,
  pointer: readonly string[],
  unknownName: UnknownName,
): Value {
  if (!isValueMap(value)) return readAnything(value);
  const map = emptyMap();
  for (const [key, part] of Object.entries(value)) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (shape === undefined) unknownName(key, pointer, Object.keys(shapes));
    put(map, key, readProperty(part, shape ?? "?", [...pointer, key], unknownName));
  }
  return map;
}

function readScalar(value: Value, shape: string): Value {
  switch (shape) {
    case "b":
      return readBoolean(value);
    case "n":
      return typeof value === "string" && /^\s*[-+]?\d/u.test(value) && Number.isFinite(Number(value))
        ? Number(value)
        : readAnything(value);
    case "s":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : readAnything(value);
    case "j":
    case "t":
      return typeof value === "string" ? readJson(value) : readAnything(value);
    default:
      return readAnything(value);
  }
}

/** YAML 1.1, which CloudFormation reads, has more words than one. */
function readBoolean(value: Value): Value {
  if (typeof value !== "string") return value;
  if (/^(?:true|yes|on)$/iu.test(value)) return true;
  return /^(?:false|no|off)$/iu.test(value) ? false : readAnything(value);
}

function readJson(text: string): Value {
  if (!/^\s*[[{]/u.test(text)) return readAnything(text);
  try {
    return readAnything(JSON.parse(text) as Value);
  } catch {
    return new Unknown("the text is not valid JSON");
  }
}

const DYNAMIC = "read from Systems Manager or Secrets Manager at deployment";
const DEEPEST = 500;

/** A value without a shape; dynamic references in its texts are not known. */
export function readAnything(value: Value, depth = 0): Value {
  if (typeof value === "string") return isDynamic(value) ? new Unknown(DYNAMIC) : value;
  if (value === null || typeof value !== "object") return value;
  if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
  if (value instanceof UnknownText) return readUnknown(value, "?");
  if (isValueList(value)) return value.map((item) => readAnything(item, depth + 1));
  if (!isValueMap(value)) return value;
  const map = emptyMap();
  for (const [key, part] of Object.entries(value)) put(map, key, readAnything(part, depth + 1));
  return map;
}

/** A dynamic reference, or what a change set knows after it is executed. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function isDynamic(piece: Value): boolean {
  return typeof piece === "string" && /\{\{(?:resolve|changeSet):/u.test(piece);
}
