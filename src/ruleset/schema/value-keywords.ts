import type { Truth } from "../../model/truth.ts";
import { isValueList, isValueMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { always, never } from "./check.ts";
import type { KeywordCheck, KeywordCompiler, Settled } from "./check.ts";
import { equalValues } from "./equal-values.ts";

const TYPE_TESTS: Readonly<Record<string, (value: Settled) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  null: (value) => value === null,
  array: isValueList,
  object: isValueMap,
};

const EVERY_TYPE = ["string", "boolean", "number", "null", "array", "object"];

function compileType(argument: unknown): KeywordCheck {
  const names = (Array.isArray(argument) ? argument : [argument]) as string[];
  if (EVERY_TYPE.every((name) => names.includes(name))) return always;
  const tests = names.map(typeTest);
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (value) => {
    for (const test of tests) if (test(value)) return true;
    return false;
  };
}

function typeTest(name: string): (value: Settled) => boolean {
  const test = Object.hasOwn(TYPE_TESTS, name) ? TYPE_TESTS[name] : undefined;
  if (test === undefined) throw new Error(`"${name}" is not a type of JSON Schema`);
  return test;
}

function compileConst(argument: unknown): KeywordCheck {
  const constant = argument as Value;
  if (isScalar(constant)) return (value) => value === constant;
  return (value) => equalValues(value, constant);
}

function compileEnum(argument: unknown): KeywordCheck {
  const choices = argument as readonly Value[];
  if (choices.length === 0) return never;
  const scalars: ReadonlySet<Value> = new Set(choices.filter(isScalar));
  const structures = choices.filter((choice) => !isScalar(choice));
  return (value) => {
    if (isScalar(value)) return scalars.has(value);
    let answer: Truth = false;
    for (const structure of structures) {
      const truth = equalValues(value, structure);
      if (truth === true) return true;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

function isScalar(value: Value): boolean {
  return typeof value !== "object" || value === null;
}

/** Keywords about the value as a whole. */
export const VALUE_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  type: compileType,
  const: compileConst,
  enum: compileEnum,
};
