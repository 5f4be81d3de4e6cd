type Schema = Readonly<Record<string, unknown>>;

const TYPE_NOUNS: Readonly<Record<string, string>> = {
  string: "a string",
  boolean: "true or false",
  number: "a number",
  integer: "an integer",
  null: "null",
  array: "a list",
  object: "an object",
};

/**
 * What a bound schema expects, in words for evidence: `"COMPLIANCE"`, `an integer of at least 25`, `one of "a", "b"`. What
 * the rule says itself, with `description`, goes before what its keywords say.
 */
export function describeSchema(schema: unknown): string {
  if (schema === false) return "no value";
  if (typeof schema !== "object" || schema === null) return "any value";
  const { description } = schema as Schema;
  if (typeof description === "string") return description;
  const parts = [...describeValue(schema as Schema), ...describeLogic(schema as Schema)];
  return parts.length === 0 ? "any value" : parts.join(" and ");
}

/** Constants, or a noun with its measures (`of at least 25`) and its features (`that matches ^a`). */
function describeValue(schema: Schema): readonly string[] {
  if ("const" in schema) return [text(schema["const"])];
  if ("enum" in schema) return [describeEnum(schema["enum"] as readonly unknown[])];
  if (schema["type"] === "array" && schema["maxItems"] === 0) return ["an empty list"];
  const noun = describeType(schema["type"]);
  const measures = [...describeBounds(schema), ...describeSizes(schema)].join(" and ");
  const features = describeFeatures(schema).join(" and ");
  if (noun === undefined || (noun === TYPE_NOUNS["string"] && measures === "" && "pattern" in schema)) {
    return [measures, features].filter((part) => part !== "");
  }
  return [noun + (measures && ` of ${measures}`) + (features && ` that ${features}`)];
}

function describeEnum(choices: readonly unknown[]): string {
  if (choices.length === 0) return "no value";
  return choices.length === 1 ? text(choices[0]) : `one of ${choices.map(text).join(", ")}`;
}

function describeType(type: unknown): string | undefined {
  if (type === undefined) return undefined;
  return (Array.isArray(type) ? type : [type])
    .map((name) => TYPE_NOUNS[String(name)] ?? String(name))
    .join(" or ");
}

function describeBounds(schema: Schema): readonly string[] {
  return phrases(schema, {
    minimum: (bound) => `at least ${text(bound)}`,
    exclusiveMinimum: (bound) => `more than ${text(bound)}`,
    maximum: (bound) => `at most ${text(bound)}`,
    exclusiveMaximum: (bound) => `less than ${text(bound)}`,
    multipleOf: (unit) => `a multiple of ${text(unit)}`,
  });
}

function describeSizes(schema: Schema): readonly string[] {
  return [
    ...describeSize(schema["minLength"], schema["maxLength"], "character", "characters"),
    ...describeSize(schema["minItems"], schema["maxItems"], "item", "items"),
    ...describeSize(schema["minProperties"], schema["maxProperties"], "property", "properties"),
  ];
}

function describeSize(least: unknown, most: unknown, one: string, many: string): readonly string[] {
  if (least === undefined && most === undefined) return [];
  const unit = (most ?? least) === 1 ? one : many;
  if (least === most) return [`exactly ${text(least)} ${unit}`];
  if (most === undefined) return [`at least ${text(least)} ${unit}`];
  if (least === undefined) return [`at most ${text(most)} ${unit}`];
  return [`${text(least)} to ${text(most)} ${unit}`];
}

function describeFeatures(schema: Schema): readonly string[] {
  return phrases(schema, {
    pattern: (pattern) => `matches ${String(pattern)}`,
    contains: (item) => `contains ${describeCount(schema)}${asNoun(item)}`,
    prefixItems: (items) => `starts with ${(items as readonly unknown[]).map(describeSchema).join(", ")}`,
    items: (item) => (item === false ? "has no further items" : `has only items that are ${asNoun(item)}`),
    uniqueItems: (unique) => (unique === true ? "has no item twice" : undefined),
    required: (keys) => describeRequired(keys as readonly string[], (schema["properties"] ?? {}) as Schema),
    properties: (properties) =>
      describeProperties(properties as Schema, (schema["required"] ?? []) as readonly string[]),
    additionalProperties: (others) => describeOthers(others),
    propertyNames: (names) => `has only property names that are ${asNoun(names)}`,
  });
}

function describeCount(schema: Schema): string {
  const [count] = describeSize(schema["minContains"], schema["maxContains"], "item", "items");
  return count === undefined ? "" : `${count} of `;
}

function describeRequired(keys: readonly string[], properties: Schema): string | undefined {
  const bare = keys.filter((key) => !Object.hasOwn(properties, key));
  return bare.length === 0 ? undefined : `has ${bare.join(", ")}`;
}

function describeProperties(properties: Schema, required: readonly string[]): string | undefined {
  const entries = Object.entries(properties);
  if (entries.length === 0) return undefined;
  return `has ${entries.map(([key, schema]) => `${key}${required.includes(key) ? "" : " (if set)"}: ${describeSchema(schema)}`).join(", ")}`;
}

function describeOthers(schema: unknown): string | undefined {
  if (schema === true) return undefined;
  return schema === false ? "has no other property" : `has only other properties that are ${asNoun(schema)}`;
}

function describeLogic(schema: Schema): readonly string[] {
  return phrases(schema, {
    allOf: (parts) => describeEach(parts).join(" and "),
    anyOf: (parts) => describeEach(parts).join(" or "),
    oneOf: (parts) => `exactly one of: ${describeEach(parts).join("; ")}`,
    not: (part) => `not ${parenthesised(describeSchema(part))}`,
    if: (condition) => describeCondition(condition, schema["then"], schema["else"]),
  });
}

function describeCondition(condition: unknown, consequence: unknown, alternative: unknown): string {
  const otherwise = alternative === undefined ? "" : `, else ${describeSchema(alternative)}`;
  return `if ${describeSchema(condition)} then ${describeSchema(consequence)}${otherwise}`;
}

function describeEach(parts: unknown): readonly string[] {
  return (parts as readonly unknown[]).map((part) => parenthesised(describeSchema(part)));
}

/** What a schema expects, where a sentence needs a noun: `matches ^a` is `a string that matches ^a`. */
function asNoun(schema: unknown): string {
  const words = describeSchema(schema);
  if (words.startsWith("matches ")) return `a string that ${words}`;
  return /^(contains|has|starts) /.test(words) ? `something that ${words}` : words;
}

/** Keeps "a and b" together inside a larger sentence. */
function parenthesised(words: string): string {
  return / (and|or) /.test(words) ? `(${words})` : words;
}

function phrases(
  schema: Schema,
  describe: Readonly<Record<string, (argument: unknown) => string | undefined>>,
): readonly string[] {
  const found: string[] = [];
  for (const [keyword, phrase] of Object.entries(describe)) {
    const words = Object.hasOwn(schema, keyword) ? phrase(schema[keyword]) : undefined;
    if (words !== undefined) found.push(words);
  }
  return found;
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
