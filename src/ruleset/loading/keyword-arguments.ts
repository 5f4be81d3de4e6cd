import { isObject } from "../../model/is-object.ts";
import { parameterName } from "../bind-schema.ts";

const TYPE_NAMES = ["string", "number", "integer", "boolean", "null", "array", "object"];

interface Argument {
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
}

const NUMBER: Argument = { words: "a number", fits: (value) => typeof value === "number" };
const COUNT: Argument = {
  words: "a whole number that is not negative",
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const SCHEMA: Argument = { words: "a schema", fits: isSchema };
const SCHEMAS: Argument = {
  words: "a list of schemas",
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
};

/** What each keyword takes, in words and as a test. A schema inside is only looked at from outside. */
export const KEYWORD_ARGUMENTS: ReadonlyMap<string, Argument> = new Map(
  Object.entries({
    type: {
      words: `one or several of ${TYPE_NAMES.join(", ")}`,
      fits: (value) =>
        isTypeName(value) || (isNonEmptyList(value) && value.every(isTypeName) && !hasRepeats(value)),
    },
    const: { words: "a value", fits: () => true },
    enum: { words: "a list of values", fits: isNonEmptyList },
    multipleOf: { words: "a number above zero", fits: (value) => typeof value === "number" && value > 0 },
    minimum: NUMBER,
    maximum: NUMBER,
    exclusiveMinimum: NUMBER,
    exclusiveMaximum: NUMBER,
    minLength: COUNT,
    maxLength: COUNT,
    pattern: { words: "a regular expression", fits: (value) => typeof value === "string" },
    items: SCHEMA,
    prefixItems: SCHEMAS,
    contains: SCHEMA,
    minContains: COUNT,
    maxContains: COUNT,
    minItems: COUNT,
    maxItems: COUNT,
    uniqueItems: { words: "true or false", fits: (value) => typeof value === "boolean" },
    properties: {
      words: "an object of property names and schemas",
      fits: (value) =>
        isObject(value) && parameterName(value) === undefined && Object.values(value).every(isSchema),
    },
    required: {
      words: "a list of property names",
      fits: (value) =>
        Array.isArray(value) && value.every((name) => typeof name === "string") && !hasRepeats(value),
    },
    additionalProperties: SCHEMA,
    propertyNames: SCHEMA,
    minProperties: COUNT,
    maxProperties: COUNT,
    allOf: SCHEMAS,
    anyOf: SCHEMAS,
    oneOf: SCHEMAS,
    not: SCHEMA,
    if: SCHEMA,
    then: SCHEMA,
    else: SCHEMA,
    description: { words: "what the schema expects, in words", fits: (value) => typeof value === "string" },
  } satisfies Record<string, Argument>),
);

function isSchema(value: unknown): boolean {
  return typeof value === "boolean" || (isObject(value) && parameterName(value) === undefined);
}

function isNonEmptyList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isTypeName(value: unknown): boolean {
  return typeof value === "string" && TYPE_NAMES.includes(value);
}

function hasRepeats(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}
