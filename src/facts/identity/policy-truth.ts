import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import {
  Unknown,
  UnknownPlace,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { coversEverything } from "./covers-everything.ts";
import { actionMatches } from "./matches-glob.ts";
import { coversTarget } from "./policy-target.ts";
import type { PolicyTarget } from "./policy-target.ts";

/**
 * Whether a policy (as normalizePolicy gives it) allows the action to some caller under some condition: a statement
 * allows it, and none denies it outright. Without a target: on every resource there is.
 */
export function allowsAction(statements: Value, action: string, target?: PolicyTarget): Truth {
  const allowed = someStatement(statements, (statement) =>
    both(hasEffect(statement, "Allow"), covers(statement, action, target)),
  );
  return both(allowed, negate(deniesAction(statements, action, target)));
}

/** Whether a statement denies the action to everyone, without a condition. Without a target: on every resource. */
export function deniesAction(statements: Value, action: string, target?: PolicyTarget): Truth {
  return someStatement(statements, (statement) =>
    allOf(
      hasEffect(statement, "Deny"),
      isUnconditional(statement),
      isForEveryone(statement),
      covers(statement, action, target),
    ),
  );
}

/** Whether a statement satisfies the test. One that is not known may be any number of statements. */
export function someStatement(statements: Value, test: (statement: ValueMap) => Truth): Truth {
  const list = plain(statements);
  if (!isValueList(list)) return list instanceof Unknown ? "unknown" : false;
  let truth: Truth = false;
  for (const item of list) {
    const statement = plain(item);
    truth = either(truth, isValueMap(statement) ? test(statement) : "unknown");
  }
  return truth;
}

export function hasEffect(statement: ValueMap, effect: "Allow" | "Deny"): Truth {
  const held = plain(statement["Effect"]);
  return held instanceof Unknown ? "unknown" : held === effect;
}

/** Whether the statement is about the action and the target (without one: about every resource). */
function covers(statement: ValueMap, action: string, target?: PolicyTarget): Truth {
  const reaches =
    target === undefined ? coversEverything(statement, action) : coversTarget(statement, target);
  return both(coversAction(statement, action), reaches);
}

/** Whether Action or NotAction of a statement cover an action. */
export function coversAction(statement: ValueMap, action: string): Truth {
  const named = someAction(statement["Actions"], action);
  const excluded = someAction(statement["NotActions"], action);
  if (excluded === undefined) return named ?? false;
  return both(named ?? true, negate(excluded));
}

/** Whether a pattern of the list means the action; `undefined` when there is no list. */
function someAction(list: Value | undefined, action: string): Truth | undefined {
  if (list === undefined) return undefined;
  const patterns = plain(list);
  if (!isValueList(patterns)) return patterns === undefined ? undefined : "unknown";
  let truth: Truth = false;
  // by number: this is asked of every statement for many actions, and an iterator costs an object a step
  for (let at = 0; at < patterns.length; at += 1) {
    const pattern = plain(patterns[at]);
    if (typeof pattern !== "string") truth = "unknown";
    else if (actionMatches(pattern, action)) return true;
  }
  return truth;
}

export function isUnconditional(statement: ValueMap): Truth {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return true;
  if (!isValueList(conditions)) return "unknown";
  if (conditions.length === 0) return true;
  return conditions.some((condition) => !(plain(condition) instanceof Unknown)) ? false : "unknown";
}

/** True without principals too: the policy of a role or of an organization has none. */
export function isForEveryone(statement: ValueMap): Truth {
  if (statement["NotPrincipals"] !== undefined) return false;
  const principals = plain(statement["Principals"]);
  if (principals === undefined) return true;
  if (!isValueList(principals)) return "unknown";
  let truth: Truth = false;
  for (const item of principals) {
    const principal = plain(item);
    truth = either(truth, isValueMap(principal) ? isAnyone(principal) : "unknown");
  }
  return truth;
}

/** A principal of AWS that is not known may be `*`; what is made of a resource or of pieces is not. */
function isAnyone({ Kind: kind, Value: value }: ValueMap): Truth {
  if (kind === "Anyone") return true;
  const held = plain(value);
  const isOpen = held instanceof Unknown && !(held instanceof UnknownText) && !(held instanceof UnknownPlace);
  return kind === "AWS" && isOpen && mayBeSomethingElse(held) ? "unknown" : false;
}

export interface ConditionQuery {
  /** Base operators in lower case: `bool`, `stringequals`. */
  readonly operators: readonly string[];
  /** Condition keys in lower case: `aws:securetransport`. */
  readonly keys: readonly string[];
  /** A test of the values; there must be one, and every value satisfy it. Without it any values do. */
  readonly values?: (text: string) => boolean;
}

/** Whether a statement carries a condition: one of the operators on one of the keys, with values that pass the test. */
export function hasCondition(statement: ValueMap, query: ConditionQuery): Truth {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return false;
  if (!isValueList(conditions)) return "unknown";
  let truth: Truth = false;
  for (const item of conditions) {
    const condition = plain(item);
    truth = either(truth, isValueMap(condition) ? isCondition(condition, query) : "unknown");
  }
  return truth;
}

function isCondition(condition: ValueMap, query: ConditionQuery): Truth {
  const operator = plain(condition["Operator"]);
  const key = plain(condition["Key"]);
  if (typeof operator !== "string" || !query.operators.includes(operator)) return false;
  if (typeof key !== "string" || !query.keys.includes(key)) return false;
  const { values } = query;
  if (values === undefined) return true;
  const held = plain(condition["Values"]);
  // a condition without values holds for nobody
  if (isValueList(held) && held.length === 0) return false;
  const failing = someText(held, (text) => !values(text));
  return failing === undefined ? false : negate(failing);
}

/** Whether a text of the list passes the test; `undefined` when there is no list. */
function someText(list: Value | undefined, test: (text: string) => boolean): Truth | undefined {
  const items = plain(list);
  if (items === undefined) return undefined;
  if (!isValueList(items)) return "unknown";
  let truth: Truth = false;
  for (const item of items) {
    const text = plain(item);
    truth = either(truth, typeof text === "string" ? test(text) : "unknown");
  }
  return truth;
}

/** All of them: false as soon as one is. */
export function allOf(...truths: readonly Truth[]): Truth {
  let truth: Truth = true;
  for (const part of truths) truth = both(truth, part);
  return truth;
}
