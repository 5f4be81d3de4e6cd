import type { Truth } from "../model/truth.ts";
import type { Value } from "../model/value.ts";
import { ARRAY_KEYWORDS } from "./schema/array-keywords.ts";
import { allChecks, always, checkChoices, never, settle } from "./schema/check.ts";
import type { Check, KeywordCheck, KeywordCompiler } from "./schema/check.ts";
import { LOGIC_KEYWORDS } from "./schema/logic-keywords.ts";
import { NUMBER_KEYWORDS } from "./schema/number-keywords.ts";
import { OBJECT_KEYWORDS } from "./schema/object-keywords.ts";
import { compileOpenText } from "./schema/open-text.ts";
import { STRING_KEYWORDS } from "./schema/string-keywords.ts";
import { VALUE_KEYWORDS } from "./schema/value-keywords.ts";

export { describeSchema } from "./schema/describe-schema.ts";

/** Says in words what a pattern is about: evidence shows it in the place of the expression. */
const ANNOTATIONS: Readonly<Record<string, KeywordCompiler>> = { description: () => always };

interface Keyword {
  /** Cheap keywords come first: they settle most values before the costly ones are asked. */
  readonly rank: number;
  readonly compileKeyword: KeywordCompiler;
}

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    ...VALUE_KEYWORDS,
    ...NUMBER_KEYWORDS,
    ...STRING_KEYWORDS,
    ...OBJECT_KEYWORDS,
    ...ARRAY_KEYWORDS,
    ...LOGIC_KEYWORDS,
    ...ANNOTATIONS,
  }).map(([name, compileKeyword], rank) => [name, { rank, compileKeyword }]),
);

/** The keywords of JSON Schema 2020-12 that the rule language has. */
export const SCHEMA_KEYWORDS: readonly string[] = [...KEYWORDS.keys()];

/**
 * Compiles a JSON Schema (2020-12, the supported keywords, parameters bound) to a closure that answers for partly known
 * values: true or false when every completion of the unknown parts gives that answer, else unknown. On known values it
 * answers as the standard says. The value itself is taken to be there; whether an unknown property is set is the
 * question of the clause around the schema. Throws for a keyword that is not supported; loading a rule reports such a
 * keyword with its place.
 */
export function compileSchema(schema: unknown): (value: Value) => Truth {
  return compile(schema);
}

function compile(schema: unknown): Check {
  if (schema === true) return always;
  if (schema === false) return never;
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    throw new Error("a schema is an object, true or false");
  }
  const check = compileKeywords(schema as Readonly<Record<string, unknown>>);
  if (check === always) return always;
  if (check === never) return never;
  let checkOpenText: Check | undefined;
  return (value) => {
    const settled = settle(value);
    if (settled !== undefined) return check(settled);
    // few values are unknown
    checkOpenText ??= compileOpenText(schema as Readonly<Record<string, unknown>>);
    return checkChoices(value, check) ?? checkOpenText(value);
  };
}

function compileKeywords(schema: Readonly<Record<string, unknown>>): KeywordCheck {
  const keywords = Object.keys(schema).map((name) => {
    const keyword = KEYWORDS.get(name);
    if (keyword === undefined) throw new Error(`"${name}" is not a supported schema keyword`);
    return { ...keyword, value: schema[name] };
  });
  if (keywords.length > 1) keywords.sort((left, right) => left.rank - right.rank);
  return allChecks(keywords.map(({ compileKeyword, value }) => compileKeyword(value, schema, compile)));
}
