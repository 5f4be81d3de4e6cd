import type { ParametersDocument } from "../ruleset/parameters-document.ts";
import { usageError } from "./usage-error.ts";

/**
 * The values of `--param NAME=VALUE`, read as the type that the parameter has: `us-east-1,us-west-2` is a list where a
 * list is asked for, and JSON is taken as it is. Whether the value is right is judged when it is bound.
 */
export function parseParams(
  params: readonly string[] | undefined,
  declared: ParametersDocument,
): Record<string, unknown> {
  return Object.fromEntries(
    (params ?? []).map((text) => {
      const split = text.indexOf("=");
      if (split < 1) throw usageError(`--param ${text}: write --param NAME=VALUE`);
      const name = text.slice(0, split);
      return [name, parseValue(text.slice(split + 1), typeOf(declared, name))];
    }),
  );
}

function parseValue(text: string, type: unknown): unknown {
  if (type === "string") return text;
  const json = parseJson(text);
  if (json !== undefined) return json;
  return type === "array" ? text.split(",").map((item) => item.trim()) : text;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function typeOf(declared: ParametersDocument, name: string): unknown {
  const schema = Object.hasOwn(declared, name) ? declared[name]?.schema : undefined;
  return schema !== undefined && "type" in schema ? schema.type : undefined;
}
