import type { TypeSchema } from "../type-schema.ts";
import type { ExpressionReader } from "./expression-reader.ts";
import { isTrueAt, itemsOf, membersOf, textAt, valueOf } from "./json-members.ts";
import type { JsonNode } from "./parse-arm-json.ts";

const KINDS = ["string", "int", "bool", "array", "object"] as const;

/** The type of a parameter, an output or a definition. */
export function readType(node: JsonNode, reader: ExpressionReader): TypeSchema {
  const written = (textAt(node, "type") ?? "").toLowerCase();
  const isSecure = written.startsWith("secure");
  const name = isSecure ? written.slice("secure".length) : written;
  const allowed = valueOf(node, "allowedValues");
  const ref = textAt(node, "$ref");
  return {
    type: KINDS.find((kind) => kind === name) ?? "any",
    ...(isSecure && { secure: true }),
    ...(isTrueAt(node, "nullable") && { nullable: true }),
    ...(allowed !== undefined && { allowed: reader.value(allowed) }),
    ...(ref !== undefined && { ref: nameOfRef(ref) }),
    ...readParts(node, reader),
    ...readBounds(node),
  };
}

/** The types of what is in an object or array. */
function readParts(node: JsonNode, reader: ExpressionReader): Partial<TypeSchema> {
  const properties = membersOf(valueOf(node, "properties"));
  const items = valueOf(node, "items");
  const additional = valueOf(node, "additionalProperties");
  const prefix = itemsOf(valueOf(node, "prefixItems"));
  const isClosed = additional?.kind === "scalar" && additional.value === false;
  return {
    ...(properties.length > 0 && {
      properties: new Map(properties.map(({ key, value }) => [key, readType(value, reader)])),
    }),
    ...(items !== undefined && { items: readType(items, reader) }),
    ...(additional?.kind === "object" && { additionalProperties: readType(additional, reader) }),
    ...(isClosed && { additionalProperties: false as const }),
    ...(prefix.length > 0 && { prefixItems: prefix.map((item) => readType(item, reader)) }),
  };
}

/** `#/definitions/name`, its slashes and tildes written as JSON pointers have them. */
function nameOfRef(text: string): string {
  const name = text.replace(/^#\/definitions\//u, "");
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}

function readBounds(node: JsonNode): Partial<TypeSchema> {
  const bounds: Record<string, number> = {};
  for (const key of ["minLength", "maxLength", "minValue", "maxValue"]) {
    const bound = valueOf(node, key);
    if (bound?.kind === "scalar" && typeof bound.value === "number") bounds[key] = bound.value;
  }
  return bounds;
}
