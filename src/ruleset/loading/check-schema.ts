import { didYouMean } from "../../model/did-you-mean.ts";
import { joinPointer } from "../../model/pointer.ts";
import { bindSchema, parameterName } from "../bind-schema.ts";
import { SCHEMA_KEYWORDS } from "../compile-schema.ts";
import type { ParameterValues } from "../parameters.ts";
import { NUMBER_KEYWORDS } from "../schema/number-keywords.ts";
import { STRING_KEYWORDS } from "../schema/string-keywords.ts";
import { describeBadPattern } from "./check-pattern.ts";
import { isObject } from "../../model/is-object.ts";
import { KEYWORD_ARGUMENTS } from "./keyword-arguments.ts";
import type { RuleReport } from "./rule-report.ts";

/** What a schema may use, and where its uses are noted. */
export interface SchemaContext {
  readonly report: RuleReport;
  /** The parameters with their defaults: an argument is checked with them in place. */
  readonly defaults: ParameterValues;
  /** Told of every use of a parameter, declared or not. */
  readonly useParameter: (name: string, pointer: string) => void;
}

/** Keywords that do nothing without another one beside them. */
const COMPANIONS: Readonly<Record<string, string>> = {
  then: "if",
  else: "if",
  minContains: "contains",
  maxContains: "contains",
};

/** Checks a schema of the rule language, down to its last keyword. `pointer` is its place in the file. */
export function checkSchema(context: SchemaContext, schema: unknown, pointer: string): void {
  if (typeof schema === "boolean") return;
  if (!isObject(schema)) {
    context.report.value("rule-invalid", pointer, "a schema is an object, true or false");
    return;
  }
  if (parameterName(schema) !== undefined) {
    context.report.value("rule-invalid", pointer, "$param stands for a value of a schema, not for a schema");
    return;
  }
  for (const [keyword, argument] of Object.entries(schema)) {
    const place = joinPointer(pointer, keyword);
    if (KEYWORD_ARGUMENTS.has(keyword)) checkKeyword(context, schema, keyword, argument, place);
    else context.report.key("rule-unsupported-keyword", place, describeUnsupported(keyword));
  }
}

function describeUnsupported(keyword: string): string {
  return `"${keyword}" is no schema keyword of the rule language${didYouMean(keyword, SCHEMA_KEYWORDS)}`;
}

function checkKeyword(
  context: SchemaContext,
  schema: Readonly<Record<string, unknown>>,
  keyword: string,
  argument: unknown,
  pointer: string,
): void {
  const { report } = context;
  const companion = COMPANIONS[keyword];
  if (companion !== undefined && !Object.hasOwn(schema, companion)) {
    report.key("rule-invalid", pointer, `"${keyword}" does nothing without "${companion}"`);
  }
  const types = neededTypes(keyword);
  if (types.length > 0 && !namesOneOf(schema["type"], types)) {
    report.key(
      "rule-keyword-without-type",
      pointer,
      `"${keyword}" needs "type: ${types[0]}" beside it; without it a value of any other type passes`,
    );
  }
  if (!checkArgument(context, keyword, argument, pointer)) return;
  for (const [part, place] of schemasInside(keyword, argument, pointer)) checkSchema(context, part, place);
}

function neededTypes(keyword: string): readonly string[] {
  if (Object.hasOwn(NUMBER_KEYWORDS, keyword)) return ["integer", "number"];
  return Object.hasOwn(STRING_KEYWORDS, keyword) ? ["string"] : [];
}

function namesOneOf(type: unknown, wanted: readonly string[]): boolean {
  const names: readonly unknown[] = Array.isArray(type) ? type : [type];
  return names.some((name) => typeof name === "string" && wanted.includes(name));
}

/** True when the argument is of the right form, so that schemas inside it can be looked at. */
function checkArgument(context: SchemaContext, keyword: string, argument: unknown, pointer: string): boolean {
  const { report, defaults } = context;
  const expected = KEYWORD_ARGUMENTS.get(keyword);
  if (expected === undefined || holdsSchemas(keyword)) {
    if (expected === undefined || expected.fits(argument)) return true;
    report.value("rule-invalid", pointer, `"${keyword}" takes ${expected.words}`);
    return false;
  }
  const uses = parametersIn(context, argument, pointer);
  if (uses.length > 0 && keyword === "pattern") {
    report.value(
      "rule-invalid",
      pointer,
      "a pattern cannot be a parameter: it is checked when the rule is loaded",
    );
    return false;
  }
  // a parameter that does not exist is told elsewhere
  if (!uses.every((name) => Object.hasOwn(defaults, name))) return false;
  if (!expected.fits(bindSchema(argument, defaults))) {
    report.value(
      "rule-invalid",
      pointer,
      `"${keyword}" takes ${expected.words}${uses.map((name) => `, which ${name} is not`).join("")}`,
    );
    return false;
  }
  const bad = keyword === "pattern" ? describeBadPattern(String(argument)) : undefined;
  if (bad !== undefined) report.value("rule-unsafe-pattern", pointer, bad);
  return true;
}

/** The parameters that a value names, at any depth. */
function parametersIn(context: SchemaContext, value: unknown, pointer: string): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown, index) => parametersIn(context, part, joinPointer(pointer, index)));
  }
  if (!isObject(value)) return [];
  const name = parameterName(value);
  if (name !== undefined) {
    context.useParameter(name, pointer);
    return [name];
  }
  if (Object.hasOwn(value, "$param")) {
    context.report.value(
      "rule-invalid",
      pointer,
      "a parameter is written { $param: name }, with nothing beside it",
    );
  }
  return Object.entries(value).flatMap(([key, part]) =>
    parametersIn(context, part, joinPointer(pointer, key)),
  );
}

const ONE_SCHEMA = [
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
];
const LISTS_OF_SCHEMAS = ["prefixItems", "allOf", "anyOf", "oneOf"];

function holdsSchemas(keyword: string): boolean {
  return keyword === "properties" || ONE_SCHEMA.includes(keyword) || LISTS_OF_SCHEMAS.includes(keyword);
}

function schemasInside(
  keyword: string,
  argument: unknown,
  pointer: string,
): readonly (readonly [unknown, string])[] {
  if (ONE_SCHEMA.includes(keyword)) return [[argument, pointer]];
  if (!holdsSchemas(keyword)) return [];
  return Object.entries(argument as object).map(([key, part]: [string, unknown]) => [
    part,
    joinPointer(pointer, key),
  ]);
}
