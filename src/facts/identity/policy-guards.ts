import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { matchesGlob } from "./matches-glob.ts";
import { textOf } from "./policy-part.ts";
import { hasCondition, hasEffect, isForEveryone } from "./policy-truth.ts";

/** The negative operators with what they leave. Without the key they match, so IfExists changes nothing. */
const OPPOSITES: Readonly<Record<string, string>> = {
  arnnotequals: "arnequals",
  arnnotlike: "arnlike",
  notipaddress: "ipaddress",
  stringnotequals: "stringequals",
  stringnotequalsignorecase: "stringequalsignorecase",
  stringnotlike: "stringlike",
};

const NO_SERVICE = {
  operators: ["bool"],
  keys: ["aws:principalisawsservice"],
  values: (text: string): boolean => text.toLowerCase() === "false",
};

/**
 * A statement that allows, with the conditions that the denials of the same policy come to: who is allowed everything
 * and denied it from outside of an organization, is allowed it inside. A denial that may be one adds what is unknown.
 */
export function withGuards(statement: ValueMap, statements: readonly Value[]): ValueMap {
  const added: Value[] = [];
  for (const other of statements) {
    const guard = guardOf(other, statement);
    if (guard !== undefined) added.push(guard);
  }
  if (added.length === 0) return statement;
  const own = plain(statement["Conditions"]);
  const conditions = isValueList(own) ? own : own === undefined ? [] : [own];
  return { ...statement, Conditions: [...conditions, ...added] };
}

/** The condition that a denial leaves to whoever wants what the statement allows. */
function guardOf(other: Value, allowed: ValueMap): Value | undefined {
  const denial = plain(other);
  if (!isValueMap(denial)) return denial instanceof Unknown ? denial : undefined;
  const isDenial = hasEffect(denial, "Deny");
  // mostly it is none
  if (isDenial === false) return undefined;
  const denies = both(both(isDenial, isForEveryone(denial)), covers(denial, allowed));
  const condition = denies === false ? undefined : oppositeOf(denial);
  if (condition === undefined || denies === true) return condition;
  return new Unknown("whether a denial of the policy covers it is not known");
}

/**
 * Of one condition, but for one that excepts the services of AWS, which are no strangers; several would leave whoever
 * satisfies any of their opposites.
 */
function oppositeOf(statement: ValueMap): Value | undefined {
  const written = plain(statement["Conditions"]);
  if (!isValueList(written)) return written instanceof Unknown ? written : undefined;
  const conditions = written.filter((item) => hasCondition({ Conditions: [item] }, NO_SERVICE) !== true);
  const open = conditions.map((item) => plain(item)).find((item) => item instanceof Unknown);
  if (open !== undefined) return open;
  const [condition] = conditions.map((item) => plain(item));
  if (
    conditions.length !== 1 ||
    !isValueMap(condition) ||
    condition["ForAnyValue"] === true ||
    condition["ForAllValues"] === true
  ) {
    return undefined;
  }
  const opposite = OPPOSITES[textOf(condition["Operator"]) ?? ""];
  if (opposite === undefined) return undefined;
  return { Operator: opposite, Key: condition["Key"] ?? "", Values: condition["Values"] ?? [] };
}

/** Whether a denial covers all that another statement allows. */
function covers(denial: ValueMap, allowed: ValueMap): Truth {
  if (denial["NotActions"] !== undefined || denial["NotResources"] !== undefined) return false;
  return both(
    coversAll(denial["Actions"], allowed["NotActions"] === undefined ? allowed["Actions"] : ["*"]),
    coversAll(denial["Resources"], allowed["NotResources"] === undefined ? allowed["Resources"] : ["*"]),
  );
}

function coversAll(denied: Value | undefined, allowed: Value | undefined): Truth {
  if (denied === undefined) return true;
  const patterns = plain(denied);
  const texts = plain(allowed ?? ["*"]);
  if (!isValueList(patterns) || !isValueList(texts)) return "unknown";
  let truth: Truth = true;
  for (const text of texts) {
    let one: Truth = false;
    for (const pattern of patterns) one = either(one, isWithin(text, pattern));
    truth = both(truth, one);
  }
  return truth;
}

/** Whatever a pattern meets is met by one that meets the pattern itself: `s3:Get*` lies within `s3:*`. */
function isWithin(value: Value, pattern: Value): Truth {
  const outer = textOf(pattern)?.toLowerCase();
  if (outer === "*") return true;
  const inner = textOf(value)?.toLowerCase();
  if (inner === undefined || outer === undefined) return "unknown";
  // a question mark is one character, and a star may be none or several
  return outer.includes("?") && inner.includes("*") ? inner === outer : matchesGlob(inner, outer);
}
