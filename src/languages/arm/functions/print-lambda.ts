import type { Expression, Lambda } from "../expression.ts";
import { bind } from "../evaluator/frame.ts";
import type { Frame } from "../evaluator/frame.ts";
import { AT_DEPLOYMENT, Open } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { print } from "../values/print.ts";
import type { Evaluation } from "./built-in.ts";

/** The normal form of a lambda: its body with its parameters as they are numbered, whatever they are called. */
export function printLambda(
  site: { readonly evaluation: Evaluation; readonly frame: Frame },
  lambda: Lambda,
): string {
  const names: string[] = [];
  let { frame } = site;
  for (const parameter of lambda.parameters) {
    const open = nextPlaceholder(frame);
    names.push(open.expression);
    frame = bind(frame, parameter, open);
  }
  return `${names.join(", ")} => ${printBody(site.evaluation, lambda.body, frame)}`;
}

export function printBody(evaluation: Evaluation, body: Expression, frame: Frame): string {
  return print(evaluation.speculate((): ArmValue => evaluation.value(body, frame)));
}

/** A stand-in for what a lambda or loop is given, named by how many stand around it, however many names one has. */
export function nextPlaceholder(frame: Frame): Open {
  const around = new Set<string>();
  const note = (value: ArmValue): void => {
    if (value instanceof Open && /^_\d+$/u.test(value.expression)) around.add(value.expression);
  };
  for (let binding = frame.locals; binding !== undefined; binding = binding.next) note(binding.value);
  for (let copy = frame.copies; copy !== undefined; copy = copy.next) note(copy.index);
  return new Open(AT_DEPLOYMENT, `_${String(around.size)}`);
}
