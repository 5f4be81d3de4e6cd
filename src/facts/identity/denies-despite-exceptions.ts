import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { coversEverything } from "./covers-everything.ts";
import { meansEverybody } from "./means-everybody.ts";
import { textOf } from "./policy-part.ts";
import { allOf, coversAction, hasEffect } from "./policy-truth.ts";

/** Whether a statement denies the action on everything, for everyone but principals that it names. */
export function deniesDespiteExceptions(statement: ValueMap, action: string): Truth {
  return allOf(
    hasEffect(statement, "Deny"),
    coversAction(statement, action),
    coversEverything(statement, action),
    onlyExceptsPrincipals(statement),
  );
}

export const NEGATIVE: readonly string[] = [
  "stringnotequals",
  "stringnotequalsignorecase",
  "stringnotlike",
  "arnnotequals",
  "arnnotlike",
];
const PRINCIPAL_KEYS = /^aws:(?:principalarn|principalaccount|principalid|userid|username|principaltag\/.+)$/;

/** Whether all conditions (but those on the keys left out) only except named principals, or services of AWS. */
export function onlyExceptsPrincipals(statement: ValueMap, leftOut: readonly string[] = []): Truth {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return true;
  if (!isValueList(conditions)) return "unknown";
  let truth: Truth = true;
  for (const item of conditions) {
    const condition = plain(item);
    if (!isValueMap(condition)) truth = both(truth, "unknown");
    else if (!leftOut.includes(textOf(condition["Key"]) ?? "")) {
      truth = both(truth, exceptsPrincipals(condition));
    }
  }
  return truth;
}

function exceptsPrincipals(condition: ValueMap): Truth {
  const operator = textOf(condition["Operator"]) ?? "";
  const key = textOf(condition["Key"]) ?? "";
  if (operator === "bool") {
    return (
      /^aws:(?:principalisawsservice|viaawsservice)$/.test(key) && holdsOnly(condition["Values"], "false")
    );
  }
  if (!NEGATIVE.includes(operator) || !PRINCIPAL_KEYS.test(key)) return false;
  const values = plain(condition["Values"]);
  if (!isValueList(values)) return "unknown";
  let truth: Truth = true;
  for (const value of values) {
    const text = textOf(value);
    truth = both(truth, text === undefined ? "unknown" : !meansEverybody(text));
  }
  return truth;
}

function holdsOnly(values: Value | undefined, wanted: string): boolean {
  const list = plain(values);
  return (
    isValueList(list) &&
    list.length > 0 &&
    list.every((value) => textOf(value)?.toLowerCase() === wanted && !(value instanceof Unknown))
  );
}
