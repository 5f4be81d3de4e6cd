import { Unknown } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Evaluate, Evaluation } from "../evaluation.ts";
import { joinText } from "../join-text.ts";
import { scalarText } from "../template-node.ts";
import type { TemplateEntry, TemplateNode } from "../template-node.ts";

type Variables = ReadonlyMap<string, TemplateEntry>;
const NO_VARIABLES: Variables = new Map();

/** `Fn::Sub: text`, or `[text, {name: value}]`. `${!Literal}` is `${Literal}` as text. */
export const sub: Evaluate = (stack, argument, offset) => {
  const [template, given] = argument.kind === "list" ? argument.items : [argument];
  const text = scalarText(template);
  if (template?.kind === "map") {
    // a macro writes the text
    const value = stack.value(template);
    if (value instanceof Unknown) return new Unknown(value.reason);
  }
  if (template === undefined || text === undefined) {
    stack.report("cloudformation-arguments", "Fn::Sub takes a text, and an object of variables", offset);
    return new Unknown("Fn::Sub takes a text");
  }
  const variables = given?.kind === "map" ? given.entries : NO_VARIABLES;
  return joinText(piecesOf(stack, text, template, variables), stack.meter);
};

function piecesOf(
  stack: Evaluation,
  text: string,
  template: TemplateNode,
  variables: Variables,
): readonly Value[] {
  const pieces: Value[] = [];
  let end = 0;
  for (let start = text.indexOf("${"); start >= 0; start = text.indexOf("${", end)) {
    const close = text.indexOf("}", start);
    if (close < 0) break;
    pieces.push(text.slice(end, start));
    const name = text.slice(start + 2, close).trim();
    if (name.startsWith("!")) pieces.push(`\${${name.slice(1)}}`);
    else if (isName(name, variables)) pieces.push(variable(stack, name, variables, template.offset));
    else pieces.push(text.slice(start, close + 1));
    end = close + 1;
  }
  pieces.push(text.slice(end));
  return pieces;
}

/** What is no name, as in a script of the shell, stays as it is. */
function isName(name: string, variables: Variables): boolean {
  return variables.has(name) || /^[A-Za-z0-9:.]+$/u.test(name);
}

function variable(stack: Evaluation, name: string, variables: Variables, offset: number): Value {
  const given = variables.get(name);
  if (given !== undefined) return stack.present(given.value, name);
  const dot = name.indexOf(".");
  const value =
    dot < 0
      ? stack.reference(name, undefined, offset)
      : stack.reference(name.slice(0, dot), name.slice(dot + 1), offset);
  return value ?? new Unknown(`${name} is AWS::NoValue`);
}
