import { Ajv2020 } from "ajv/dist/2020.js";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import * as formats from "./formats.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Checks values against one of our published schemas, or against a part of it. */
export interface CompiledSchema {
  /** What is wrong with the value, empty when nothing is. `part` is a subschema of the schema. */
  check(value: unknown, part?: JsonSchema): readonly ErrorObject[];
  /** The subschema itself, with a local `$ref` followed. */
  resolve(part: JsonSchema): JsonSchema;
}

const compiled = new WeakMap<JsonSchema, CompiledSchema>();

/** Compiles a schema once for all files that are checked against it. */
export function compileSchema(schema: JsonSchema): CompiledSchema {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
  for (const [name, holds] of Object.entries(formats)) ajv.addFormat(name, holds);
  const validators = new WeakMap<JsonSchema, ValidateFunction>();
  const definitions = schema["$defs"] ?? {};

  function validator(part: JsonSchema): ValidateFunction {
    const ready = validators.get(part);
    if (ready !== undefined) return ready;
    // a part refers to the definitions of the whole
    const fresh = ajv.compile(part === schema ? schema : { ...part, $defs: definitions });
    validators.set(part, fresh);
    return fresh;
  }

  function resolve(part: JsonSchema): JsonSchema {
    const reference = part["$ref"];
    const name = typeof reference === "string" ? /^#\/\$defs\/(.+)$/.exec(reference)?.[1] : undefined;
    const target = name === undefined || !isSchema(definitions) ? undefined : definitions[name];
    return isSchema(target) ? resolve(target) : part;
  }

  const result: CompiledSchema = {
    check: (value, part = schema) => {
      const validate = validator(part);
      return validate(value) ? [] : (validate.errors ?? []);
    },
    resolve,
  };
  compiled.set(schema, result);
  return result;
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
