import { convert } from "../values/convert.ts";
import { compareEqual } from "../values/equals.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, BOOL } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { withMarksOfAll } from "../values/marks.ts";
import { describeType } from "../values/type.ts";
import { mayFail } from "../values/unknown-from.ts";
import { unifyTypes } from "../values/unify-types.ts";
import { unknownAmong } from "./unknown-among.ts";

/** A result of a condition, or why it is an error; the error counts only if it is chosen. */
export type Attempted = HclValue | EvaluationError;

/**
 * `condition ? whenTrue : whenFalse`. Both results are given, because the type of each depends on the other.
 * `errorsCount` is said inside of `try` and `can`, where a condition that may turn out to be an error is no choice between
 * two equal results.
 */
export function chooseValue(
  condition: HclValue,
  whenTrue: Attempted,
  whenFalse: Attempted,
  errorsCount: boolean,
): HclValue {
  if (condition.isNull) {
    throw new EvaluationError("The condition value is null. Conditions must either be true or false.");
  }
  const decided = convert(condition, BOOL);
  const [left, right] = unify(whenTrue, whenFalse);
  // the result that is not chosen marks the other one all the same
  const marked = [decided, left, right].flatMap((each) => (each instanceof EvaluationError ? [] : [each]));
  if (!decided.isKnown) return withMarksOfAll(eitherOf(decided, left, right, errorsCount), marked);
  const chosen = decided.data === true ? left : right;
  if (chosen instanceof EvaluationError) throw chosen;
  return withMarksOfAll(chosen, marked);
}

function unify(left: Attempted, right: Attempted): readonly [Attempted, Attempted] {
  if (left instanceof EvaluationError || right instanceof EvaluationError) return [left, right];
  const type = unifyTypes([left.type, right.type]);
  if (type === undefined) {
    const kinds = `${describeType(left.type)} and ${describeType(right.type)}`;
    throw new EvaluationError(`The true and false result expressions must have consistent types: ${kinds}.`);
  }
  return [convertOr(left, type), convertOr(right, type)];
}

function convertOr(value: HclValue, type: HclValue["type"]): Attempted {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof EvaluationError) return error;
    throw error;
  }
}

/** The condition is not known: what both results have in common is. */
function eitherOf(condition: HclValue, left: Attempted, right: Attempted, errorsCount: boolean): HclValue {
  const reason = condition.unknown?.reason ?? "the condition is not known";
  if (left instanceof EvaluationError && right instanceof EvaluationError) throw left;
  if (left instanceof EvaluationError || right instanceof EvaluationError) {
    const known = [left, right].flatMap((result) => (result instanceof EvaluationError ? [] : [result]));
    return unknownAmong(ANY, known, reason);
  }
  if (!(errorsCount && mayFail(condition)) && isSame(left, right)) {
    return left.marks.reference === undefined ? right : left;
  }
  const type = left.type.kind === "any" ? right.type : left.type;
  return unknownAmong(type, [left, right], reason, {
    notNull: isNotNull(left) && isNotNull(right),
    mayFail: mayFail(condition) || mayFail(left) || mayFail(right),
  });
}

function isSame(left: HclValue, right: HclValue): boolean {
  if (left.isWhollyKnown && right.isWhollyKnown) {
    return !left.hasMarks && !right.hasMarks && compareEqual(left, right) === true;
  }
  const [one, other] = [left.marks.reference, right.marks.reference];
  return (
    one !== undefined &&
    other !== undefined &&
    one.target === other.target &&
    one.attribute === other.attribute
  );
}

function isNotNull(value: HclValue): boolean {
  return value.unknown === undefined ? !value.isNull : value.unknown.notNull;
}
