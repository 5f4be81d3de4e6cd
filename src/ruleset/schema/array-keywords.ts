import type { Truth } from "../../model/truth.ts";
import { isValueList } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { always, mayBeAbsent } from "./check.ts";
import type { Check, CompileSchema, KeywordCheck, KeywordCompiler } from "./check.ts";
import { haveUniqueItems } from "./unique-items.ts";

function compileItems(
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
): KeywordCheck {
  // behind an unknown item only both together can decide
  if (Object.hasOwn(schema, "prefixItems")) return always;
  const check = compile(argument);
  return check === always ? always : checkEvery(check);
}

function compilePrefixItems(
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
): KeywordCheck {
  const checks = (argument as readonly unknown[]).map(compile);
  const others = compile(schema["items"] ?? true);
  return [...checks, others].every((check) => check === always) ? always : checkByPosition(checks, others);
}

function checkEvery(check: Check): KeywordCheck {
  return (value) => {
    if (!isValueList(value)) return true;
    let answer: Truth = true;
    for (const item of value) {
      const truth = mayBeAbsent(item) ? "unknown" : check(item);
      if (truth === false) return false;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

/** The first items have a check each, the others share one. Behind an unknown item the positions are not known. */
function checkByPosition(prefix: readonly Check[], others: Check): KeywordCheck {
  const checks = [...prefix, others];
  const restricting = checks.findLastIndex((check) => check !== always);
  return (value) => {
    if (!isValueList(value)) return true;
    let answer: Truth = true;
    let position = 0;
    let shifted = false;
    for (const item of value) {
      let truth: Truth;
      if (mayBeAbsent(item)) {
        shifted = true;
        truth = Math.min(position, prefix.length) <= restricting ? "unknown" : true;
      } else {
        truth = shifted ? checkFrom(checks, position, item) : (checks[position] ?? others)(item);
        position++;
      }
      if (truth === false) return false;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

/** The answer for an item that stands at this position or behind it. */
function checkFrom(checks: readonly Check[], position: number, item: Value): Truth {
  const [first = always, ...others] = checks.slice(Math.min(position, checks.length - 1));
  const answer = first(item);
  return others.every((check) => check(item) === answer) ? answer : "unknown";
}

function compileContains(
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
): KeywordCheck {
  const check = compile(argument);
  const least = (schema["minContains"] ?? 1) as number;
  const most = (schema["maxContains"] ?? Infinity) as number;
  if (least === 0 && most === Infinity) return always;
  return (value) => {
    if (!isValueList(value)) return true;
    let certain = 0;
    let possible = 0;
    for (const item of value) {
      const truth = check(item);
      if (mayBeAbsent(item)) possible = truth === false ? possible : Infinity;
      else if (truth === true) {
        certain++;
        possible++;
      } else if (truth === "unknown") possible++;
    }
    if (possible < least || certain > most) return false;
    return certain >= least && possible <= most ? true : "unknown";
  };
}

function compileMinItems(argument: unknown): KeywordCheck {
  const least = argument as number;
  if (least <= 0) return always;
  return (value) => {
    if (!isValueList(value)) return true;
    const certain = countCertain(value);
    if (certain >= least) return true;
    return certain === value.length ? false : "unknown";
  };
}

function compileMaxItems(argument: unknown): KeywordCheck {
  const most = argument as number;
  return (value) => {
    if (!isValueList(value)) return true;
    const certain = countCertain(value);
    if (certain > most) return false;
    return certain === value.length ? true : "unknown";
  };
}

function countCertain(items: readonly Value[]): number {
  let count = 0;
  for (const item of items) if (!mayBeAbsent(item)) count++;
  return count;
}

function compileUniqueItems(argument: unknown): KeywordCheck {
  if (argument !== true) return always;
  return (value) => !isValueList(value) || haveUniqueItems(value);
}

/** Read by `contains`. */
function readByContains(): KeywordCheck {
  return always;
}

/** Keywords about lists. */
export const ARRAY_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  items: compileItems,
  prefixItems: compilePrefixItems,
  contains: compileContains,
  minContains: readByContains,
  maxContains: readByContains,
  minItems: compileMinItems,
  maxItems: compileMaxItems,
  uniqueItems: compileUniqueItems,
};
