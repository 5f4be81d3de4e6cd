import type { BinaryOperator, Unary } from "../ast.ts";
import { convert } from "../values/convert.ts";
import { equals } from "../values/equals.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { BOOL, NUMBER } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { bool, number } from "../values/make-value.ts";
import { withMarksOf, withMarksOfAll } from "../values/marks.ts";
import { mayFail, unknownFrom } from "../values/unknown-from.ts";

type Arithmetic = Exclude<BinaryOperator, "||" | "&&" | "==" | "!=">;

const OPERATIONS: Readonly<Record<Arithmetic, (left: HclNumber, right: HclNumber) => HclNumber | boolean>> = {
  "+": (left, right) => left.plus(right),
  "-": (left, right) => left.minus(right),
  "*": (left, right) => left.times(right),
  "/": (left, right) => left.dividedBy(right),
  "%": (left, right) => left.modulo(right),
  "<": (left, right) => left.compare(right) < 0,
  "<=": (left, right) => left.compare(right) <= 0,
  ">": (left, right) => left.compare(right) > 0,
  ">=": (left, right) => left.compare(right) >= 0,
};

/** `-x` or `!x` */
export function applyUnary(operator: Unary["operator"], operand: HclValue): HclValue {
  const value = operandOf(operand, operator === "!" ? BOOL : NUMBER);
  if (!value.isKnown) return derived(value.type, [value]);
  const result = value.data instanceof HclNumber ? number(value.data.negated()) : bool(value.data === false);
  return withMarksOf(result, value);
}

/** An operation on two numbers, or `==` and `!=` on whatever. */
export function applyBinary(
  operator: Exclude<BinaryOperator, "||" | "&&">,
  left: HclValue,
  right: HclValue,
): HclValue {
  if (operator === "==") return equals(left, right);
  if (operator === "!=") return applyUnary("!", equals(left, right));
  const one = operandOf(left, NUMBER);
  const other = operandOf(right, NUMBER);
  if (!(one.data instanceof HclNumber) || !(other.data instanceof HclNumber)) {
    return derived(operator.startsWith("<") || operator.startsWith(">") ? BOOL : NUMBER, [one, other]);
  }
  const result = OPERATIONS[operator](one.data, other.data);
  return withMarksOf(typeof result === "boolean" ? bool(result) : number(result), one, other);
}

/**
 * `&&` and `||`: the left side decides alone when it can, and so does the right one beside an unknown. An error on the
 * right counts only when the left side does not decide. `errorsCount` is said inside of `try` and `can`, where a left side
 * that may turn out to be an error decides: anywhere else there is nothing to deploy then.
 */
export function applyLogical(
  operator: "||" | "&&",
  left: HclValue,
  right: () => HclValue,
  errorsCount: boolean,
): HclValue {
  const deciding = operator === "||";
  const one = operandOf(left, BOOL);
  if (one.data === deciding) return one;
  const other = operandOf(right(), BOOL);
  const decides = other.data === deciding && !(errorsCount && mayFail(one));
  if (one.isKnown || decides) return withMarksOf(other, one);
  if (other.data === deciding) return derived(BOOL, [one]);
  return derived(BOOL, other.isKnown ? [one] : [one, other], [one, other]);
}

/** The value as an operand, with its own marks. */
function operandOf(value: HclValue, type: Type): HclValue {
  if (value.isNull) throw new EvaluationError("Argument must not be null.");
  return convert(value, type);
}

function derived(type: Type, sources: readonly HclValue[], marked = sources): HclValue {
  const isSettled = sources.every((source) => source.type.kind !== "any" && !mayFail(source));
  return withMarksOfAll(unknownFrom(type, sources, { notNull: true, mayFail: !isSettled }), marked);
}
