import type { Truth } from "../../model/truth.ts";
import { ownPart } from "../../model/own-part.ts";
import { isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { always, mayBeAbsent } from "./check.ts";
import type { Check, CompileSchema, KeywordCheck, KeywordCompiler } from "./check.ts";

function compileProperties(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  const checks: [string, Check][] = [];
  for (const [key, schema] of Object.entries(argument as Readonly<Record<string, unknown>>)) {
    const check = compile(schema);
    if (check !== always) checks.push([key, check]);
  }
  if (checks.length === 0) return always;
  return (value) => {
    if (!isValueMap(value)) return true;
    let answer: Truth = true;
    for (const [key, check] of checks) {
      const truth = checkPart(check, ownPart(value, key));
      if (truth === false) return false;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

function compileAdditionalProperties(
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
): KeywordCheck {
  const check = compile(argument);
  if (check === always) return always;
  const listed = new Set(Object.keys(schema["properties"] ?? {}));
  return (value) => {
    if (!isValueMap(value)) return true;
    let answer: Truth = true;
    for (const key in value) {
      if (listed.has(key)) continue;
      const truth = checkPart(check, ownPart(value, key));
      if (truth === false) return false;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

function compilePropertyNames(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  const check = compile(argument);
  if (check === always) return always;
  return (value) => {
    if (!isValueMap(value)) return true;
    let answer: Truth = true;
    for (const key in value) {
      const part = ownPart(value, key);
      if (part === undefined || check(key) === true) continue;
      if (!mayBeAbsent(part)) return false;
      answer = "unknown";
    }
    return answer;
  };
}

function compileRequired(argument: unknown): KeywordCheck {
  const keys = argument as readonly string[];
  if (keys.length === 0) return always;
  return (value) => {
    if (!isValueMap(value)) return true;
    let answer: Truth = true;
    for (const key of keys) {
      const part = ownPart(value, key);
      if (part === undefined) return false;
      if (mayBeAbsent(part)) answer = "unknown";
    }
    return answer;
  };
}

function compileMinProperties(argument: unknown): KeywordCheck {
  const least = argument as number;
  if (least <= 0) return always;
  return (value) => {
    if (!isValueMap(value)) return true;
    if (countParts(value, isCertain) >= least) return true;
    return countParts(value, isPossible) < least ? false : "unknown";
  };
}

function compileMaxProperties(argument: unknown): KeywordCheck {
  const most = argument as number;
  return (value) => {
    if (!isValueMap(value)) return true;
    if (countParts(value, isCertain) > most) return false;
    return countParts(value, isPossible) <= most ? true : "unknown";
  };
}

function checkPart(check: Check, part: Value | undefined): Truth {
  if (part === undefined) return true;
  return mayBeAbsent(part) ? "unknown" : check(part);
}

function countParts(value: ValueMap, counts: (part: Value | undefined) => boolean): number {
  let count = 0;
  for (const key in value) if (counts(ownPart(value, key))) count++;
  return count;
}

function isPossible(part: Value | undefined): boolean {
  return part !== undefined;
}

function isCertain(part: Value | undefined): boolean {
  return part !== undefined && !mayBeAbsent(part);
}

/** Keywords about objects. */
export const OBJECT_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  properties: compileProperties,
  required: compileRequired,
  additionalProperties: compileAdditionalProperties,
  propertyNames: compilePropertyNames,
  minProperties: compileMinProperties,
  maxProperties: compileMaxProperties,
};
