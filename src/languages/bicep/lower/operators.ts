import type { Call, Expression, Written } from "../../arm/expression.ts";
import type { BinaryOperator, UnaryOperator } from "../ast.ts";

const FUNCTIONS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  "%": "mod",
  "*": "mul",
  "/": "div",
  "+": "add",
  "-": "sub",
  ">": "greater",
  ">=": "greaterOrEquals",
  "<": "less",
  "<=": "lessOrEquals",
  "==": "equals",
  "&&": "and",
  "||": "or",
  "??": "coalesce",
};

/** An operator as the function of ARM that it is. */
export function lowerBinary(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  at: Written,
): Call {
  const name = FUNCTIONS[operator];
  if (name !== undefined) return call(name, [left, right], at);
  if (operator === "!=") return call("not", [call("equals", [left, right], at)], at);
  const equal = call("equals", [call("toLower", [left], at), call("toLower", [right], at)], at);
  return operator === "!~" ? call("not", [equal], at) : equal;
}

export function lowerUnary(operator: UnaryOperator, value: Expression, at: Written): Expression {
  if (operator === "!") return call("not", [value], at);
  if (operator === "+") return value;
  if (value.kind === "literal" && typeof value.value === "number") {
    return { kind: "literal", value: -value.value, ...at };
  }
  return call("sub", [{ kind: "literal", value: 0, ...at }, value], at);
}

export function call(name: string, args: readonly Expression[], at: Written): Call {
  return { kind: "call", name, arguments: args, source: at.source, start: at.start };
}
