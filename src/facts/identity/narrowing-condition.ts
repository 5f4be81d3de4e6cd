import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import { isOwnValue } from "./admits-all.ts";
import { textOf } from "./policy-part.ts";

const EXACT = ["stringequals", "stringequalsignorecase"];
const PATTERNS = ["stringlike", "arnequals", "arnlike"];

/** Keys of which a request has any number of values; AWS writes ForAllValues for them, and their actions always have some. */
const OF_MANY_VALUES = "dynamodb:leadingkeys";

/** Whoever passes a role says to which service; AWS writes IfExists where a statement gives other actions as well. */
const OF_EVERY_REQUEST = "iam:passedtoservice";

/** What leaves everything open, by key; for the other keys it is a star. */
const EVERYTHING: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:kms:viaservice|iam:passedtoservice)$/, /^[*?]+(?:\.[^.]*[*?][^.]*)?(?:\.amazonaws\.com)?$/],
  [/^kms:(?:resourcealiases|requestalias)$/, /^(?:alias\/?)?[*?]+$/],
  [/^iam:(?:permissionsboundary|policyarn)$/, /^(?:[*?]+|arn:[^:]*:iam::(?:aws|[*?]+):(?:policy\/)?[*?]+)$/],
];

/** Values that are no less than everything, by whatever operator they are compared. */
const NO_LIMIT: Readonly<Record<string, string | undefined>> = {
  "lambda:functionurlauthtype": "NONE",
  "lambda:principal": "*",
};

/**
 * Whether a condition leaves something out for what it is about: not one that a request without the key meets, that says
 * what is not meant, or that has a star for a value.
 */
export function isNarrowing(condition: ValueMap): Truth {
  const key = textOf(condition["Key"]) ?? "";
  const operator = textOf(condition["Operator"]) ?? "";
  if (operator !== "bool" && !EXACT.includes(operator) && !PATTERNS.includes(operator)) return false;
  if (condition["IfExists"] === true && key !== OF_EVERY_REQUEST) return false;
  if (condition["ForAllValues"] === true && key !== OF_MANY_VALUES) return false;
  const values = plain(condition["Values"]);
  if (!isValueList(values)) return EXACT.includes(operator) ? true : "unknown";
  if (values.some((value) => leavesAll(textOf(value), key, operator))) return false;
  return EXACT.includes(operator) || values.every((value) => isTold(value, key, operator)) ? true : "unknown";
}

function leavesAll(text: string | undefined, key: string, operator: string): boolean {
  if (text === undefined) return false;
  if (operator === "bool") return text.toLowerCase() !== "true";
  if (NO_LIMIT[key] === text || isOwnValue(text, key)) return true;
  if (!PATTERNS.includes(operator)) return false;
  const [, everything = /^[*?]+$/] = EVERYTHING.find(([keys]) => keys.test(key)) ?? [];
  return everything.test(text);
}

/** Whether a value is known, or so much of it that it is no pattern for everything. */
function isTold(value: Value, key: string, operator: string): boolean {
  if (!(plain(value) instanceof Unknown)) return true;
  const written = writtenText(value);
  if (written === undefined || operator === "bool") return false;
  return written.isWhole ? !leavesAll(written.start, key, operator) : /^[^*?]{4}/.test(written.start);
}
