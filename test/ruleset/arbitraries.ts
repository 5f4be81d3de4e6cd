import fc from "fast-check";
import { Reference, Sensitive, Unknown } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";

// few and close together, so that values and schemas meet
const KEYS = ["a", "b", "c", "constructor"];
const SCALARS: readonly Value[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  -1,
  0.5,
  1.5,
  "",
  "a",
  "b",
  "ab",
  "aa",
  "𝒳",
  "𝒳a",
];

const scalar = fc.constantFrom(...SCALARS);
const key = fc.constantFrom(...KEYS);

/** A known value. */
export const knownValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "value" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 2, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 3 }) },
  ),
})).value;

/** A value of which parts may be unknown, references or sensitive. */
export const partialValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "partial" },
    { weight: 4, arbitrary: scalar },
    { weight: 2, arbitrary: fc.constantFrom<Value>(new Unknown("later"), new Reference("other", "arn")) },
    { weight: 3, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 3, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 3 }) },
    { weight: 1, arbitrary: tie("value").map((inner) => new Sensitive(inner)) },
    { weight: 1, arbitrary: tie("value").map((inner) => new Reference("other", "arn", inner)) },
  ),
})).value;

/** What a partly known value may turn out to be: `undefined` for a property that turns out not to be set. */
export function complete(value: Value, next: () => Value): Value {
  if (value instanceof Sensitive) return complete(value.value, next);
  if (value instanceof Reference) return value.value === undefined ? next() : complete(value.value, next);
  if (value instanceof Unknown) return next();
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap((item) => completeItem(item, next));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, part]: [string, Value]) => {
    const parts = completeItem(part, next);
    return parts[0] === undefined ? [] : [[name, parts[0]] as const];
  });
  return Object.fromEntries(entries);
}

/** An unknown part stands for none, one or several; everything else for one. */
function completeItem(item: Value, next: () => Value): readonly Value[] {
  if (item instanceof Sensitive) return completeItem(item.value, next);
  if (!(item instanceof Unknown)) return [complete(item, next)];
  const first = next();
  if (first === null) return [];
  return first === true ? [next(), next()] : [first];
}

const count = fc.integer({ min: 0, max: 3 });
const bound = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);
const pattern = fc.constantFrom("a", "^a", "b$", "^[ab]*$", "^.$", "^$", "\\p{L}");
const typeName = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");
const type = fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 4 }));

type Schema = boolean | Readonly<Record<string, unknown>>;

/** A schema of the supported keywords. */
export const schema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie("schema");
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    type,
    const: knownValue,
    enum: fc.uniqueArray(knownValue, {
      minLength: 1,
      maxLength: 3,
      selector: (value) => JSON.stringify(value),
    }),
    multipleOf: fc.constantFrom(0.1, 0.5, 1, 2, 3),
    minimum: bound,
    maximum: bound,
    exclusiveMinimum: bound,
    exclusiveMaximum: bound,
    minLength: count,
    maxLength: count,
    pattern,
    items: inner,
    prefixItems: some,
    contains: inner,
    minContains: count,
    maxContains: count,
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    properties: fc.dictionary(key, inner, { maxKeys: 3 }),
    required: fc.uniqueArray(key, { maxLength: 2 }),
    additionalProperties: inner,
    propertyNames: inner,
    minProperties: count,
    maxProperties: count,
    allOf: some,
    anyOf: some,
    oneOf: some,
    not: inner,
    if: inner,
    then: inner,
    else: inner,
  };
  // keywords that read each other come together more often than chance would have it
  const families = [
    ["type", "minimum", "exclusiveMaximum", "multipleOf"],
    ["type", "minLength", "maxLength", "pattern"],
    ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
    ["contains", "minContains", "maxContains"],
    ["properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties"],
    ["if", "then", "else"],
    ["allOf", "anyOf", "oneOf", "not"],
    ["const", "enum", "uniqueItems"],
    Object.keys(keywords),
  ];
  const object = fc
    .constantFrom(...families)
    .chain((family) => fc.subarray(family, { minLength: 1, maxLength: Math.min(4, family.length) }))
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, keywords[name] ?? fc.constant(true)]))),
    );
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: "schema" },
      { weight: 1, arbitrary: fc.constantFrom<Schema>(true, false, {}) },
      { weight: 2, arbitrary: type.map((names): Schema => ({ type: names })) },
      { weight: 6, arbitrary: object },
    ),
  };
}).schema;
