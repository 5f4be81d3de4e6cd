import { EvaluationError } from "../values/evaluation-error.ts";
import { STRING } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { list, nullOf, object, text, tuple } from "../values/make-value.ts";
import { objectOf, tupleOf } from "../values/type.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { compilePattern } from "./regular-expression.ts";
import type { Match, Pattern } from "./regular-expression.ts";

/** Functions that search with regular expressions. */
export const PATTERN_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  regex: { compute: regex },
  regexall: { compute: regexall },
};

function regex(args: readonly HclValue[]): HclValue {
  const pattern = readPattern(args);
  const [first] = pattern.matches(textOf(argument(args, 1)));
  if (first === undefined) throw new EvaluationError("pattern did not match any part of the given string");
  return matchValue(pattern, first);
}

function regexall(args: readonly HclValue[]): HclValue {
  const pattern = readPattern(args);
  const matches: HclValue[] = [];
  for (const match of pattern.matches(textOf(argument(args, 1)))) matches.push(matchValue(pattern, match));
  return list(matchType(pattern), matches);
}

function readPattern(args: readonly HclValue[]): Pattern {
  const pattern = compilePattern(textOf(argument(args, 0)));
  if (pattern.names.size > 0 && pattern.names.size < pattern.groupCount) {
    throw new EvaluationError("invalid regexp pattern: cannot mix both named and unnamed capture groups");
  }
  return pattern;
}

/** The whole match; with groups a tuple of them, with named groups an object. */
function matchValue({ names, groupCount }: Pattern, { groups }: Match): HclValue {
  const [whole = "", ...parts] = groups;
  if (groupCount === 0) return text(whole);
  if (names.size === 0) return tuple(parts.map(groupValue));
  return object([...names].map(([name, group]) => [name, groupValue(groups[group])] as const));
}

function groupValue(group: string | undefined): HclValue {
  return group === undefined ? nullOf(STRING) : text(group);
}

function matchType({ names, groupCount }: Pattern): Type {
  if (groupCount === 0) return STRING;
  if (names.size === 0) return tupleOf(Array.from({ length: groupCount }, () => STRING));
  return objectOf(new Map([...names.keys()].map((name) => [name, STRING])));
}
