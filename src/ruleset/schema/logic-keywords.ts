import { negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { allChecks, always, never } from "./check.ts";
import type { Check, CompileSchema, KeywordCheck, KeywordCompiler } from "./check.ts";

function compileAllOf(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  return allChecks(compileEach(argument, compile));
}

function compileAnyOf(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  const checks = compileEach(argument, compile).filter((check) => check !== never);
  const [only] = checks;
  if (only === undefined) return never;
  if (checks.includes(always)) return always;
  if (checks.length === 1) return only;
  return (value) => {
    let answer: Truth = false;
    for (const check of checks) {
      const truth = check(value);
      if (truth === true) return true;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}

function compileOneOf(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  const checks = compileEach(argument, compile).filter((check) => check !== never);
  const [only] = checks;
  if (only === undefined) return never;
  if (checks.length === 1) return only;
  if (checks.filter((check) => check === always).length > 1) return never;
  return (value) => {
    let certain = 0;
    let possible = 0;
    for (const check of checks) {
      const truth = check(value);
      if (truth === true && ++certain > 1) return false;
      if (truth !== false) possible++;
    }
    if (possible === 0) return false;
    return certain === possible ? true : "unknown";
  };
}

function compileNot(argument: unknown, _schema: unknown, compile: CompileSchema): KeywordCheck {
  const check = compile(argument);
  if (check === always) return never;
  if (check === never) return always;
  return (value) => negate(check(value));
}

function compileIf(
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
): KeywordCheck {
  const condition = compile(argument);
  const consequence = compile(schema["then"] ?? true);
  const alternative = compile(schema["else"] ?? true);
  if (condition === always || consequence === alternative) return consequence;
  if (condition === never) return alternative;
  return (value) => {
    const truth = condition(value);
    if (truth === true) return consequence(value);
    if (truth === false) return alternative(value);
    const answer = consequence(value);
    return answer === alternative(value) ? answer : "unknown";
  };
}

function compileEach(argument: unknown, compile: CompileSchema): readonly Check[] {
  return (argument as readonly unknown[]).map(compile);
}

/** Read by `if`. */
function readByIf(): KeywordCheck {
  return always;
}

/** Keywords that combine schemas. */
export const LOGIC_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  allOf: compileAllOf,
  anyOf: compileAnyOf,
  oneOf: compileOneOf,
  not: compileNot,
  if: compileIf,
  then: readByIf,
  else: readByIf,
};
