import { Unknown } from "../../../model/value.ts";
import type { Evaluate } from "../evaluation.ts";
import { scalarText } from "../template-node.ts";

/** `Fn::If: [condition, when true, when false]` */
export const choice: Evaluate = (stack, argument, offset) => {
  const [name, whenTrue, whenFalse] = argument.kind === "list" ? argument.items : [];
  if (name === undefined || whenTrue === undefined || whenFalse === undefined) {
    stack.report("cloudformation-arguments", "Fn::If takes a condition and two values", offset);
    return new Unknown("Fn::If takes a condition and two values");
  }
  const text = scalarText(name);
  const decision = text === undefined ? stack.test(name) : stack.condition(text, name.offset);
  return stack.choose(decision, whenTrue, whenFalse);
};

/** A condition where a value is wanted. */
export function decisionBy(name: string): Evaluate {
  return (stack, argument, offset) =>
    stack.test({ kind: "map", entries: new Map([[name, { keyOffset: offset, value: argument }]]), offset });
}
