import { Unknown, UnknownChoice, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Decision, Evaluation } from "./evaluation.ts";
import { textOf } from "./join-text.ts";
import { scalarText } from "./template-node.ts";
import type { TemplateNode } from "./template-node.ts";

/** Whether an expression of a condition holds: Fn::And, Or, Not, Equals, or the name of another condition. */
export function testCondition(stack: Evaluation, node: TemplateNode): Decision {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  if (node.kind !== "map" || node.entries.size !== 1) return new Unknown("this is no condition");
  for (const [name, { value, keyOffset }] of node.entries) {
    if (name === "Condition") return named(stack, value);
    if (name === "Fn::Equals") return isEqual(stack, value);
    if (name === "Fn::Not") return isNot(stack, value);
    if (name === "Fn::And" || name === "Fn::Or") return joined(stack, value, name === "Fn::And");
    const unknown = stack.value(node);
    if (typeof unknown === "boolean") return unknown;
    if (unknown instanceof Unknown) return unknown;
    stack.report("cloudformation-no-condition", `${name} gives no condition`, keyOffset);
  }
  return new Unknown("this is no condition");
}

function named(stack: Evaluation, node: TemplateNode): Decision {
  const name = scalarText(node);
  return name === undefined
    ? new Unknown("a condition is named by a text")
    : stack.condition(name, node.offset);
}

function isNot(stack: Evaluation, node: TemplateNode): Decision {
  const [only] = itemsOf(node);
  if (only === undefined) return new Unknown("Fn::Not takes one condition");
  const decided = stack.test(only);
  return decided instanceof Unknown ? decided : !decided;
}

/** `all` is false as soon as one part is false, `any` true as soon as one part is true. */
function joined(stack: Evaluation, node: TemplateNode, all: boolean): Decision {
  let open: Unknown | undefined;
  for (const item of itemsOf(node)) {
    const decided = stack.test(item);
    if (decided instanceof Unknown) open ??= decided;
    else if (decided !== all) return decided;
  }
  return open ?? all;
}

function isEqual(stack: Evaluation, node: TemplateNode): Decision {
  const [left, right] = itemsOf(node);
  if (left === undefined || right === undefined) return new Unknown("Fn::Equals takes two values");
  return areEqual(stack.value(left), stack.value(right));
}

/** Values are compared as CloudFormation has them: as text, lists by their items. */
function areEqual(left: Value | undefined, right: Value | undefined): Decision {
  if (left === undefined || right === undefined) return left === right;
  const [one, other] = [plain(left), plain(right)];
  if (one instanceof Unknown || other instanceof Unknown) return areOpenEqual(one, other, left === right);
  const [oneText, otherText] = [textOf(one), textOf(other)];
  if (oneText !== undefined || otherText !== undefined) return oneText === otherText;
  return equalParts(one, other);
}

/** Values of which one at least is not known: the same one is equal to itself, and what may never be the same is not. */
function areOpenEqual(one: Value | undefined, other: Value | undefined, isSame: boolean): Decision {
  if (one === other && isSame) return true;
  const [oneTexts, otherTexts] = [textsOf(one), textsOf(other)];
  const isApart =
    oneTexts !== undefined && otherTexts !== undefined && !oneTexts.some((text) => otherTexts.includes(text));
  if (isApart) return false;
  const open = one instanceof Unknown ? one : other;
  return new Unknown(open instanceof Unknown ? open.reason : "not known");
}

/** What a value may be, as text; nothing when that may be anything. */
function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (value instanceof UnknownChoice) return value.choices.map(String);
  const text = textOf(value);
  return text === undefined ? undefined : [text];
}

function equalParts(one: Value | undefined, other: Value | undefined): Decision {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  if (mine.length !== theirs.size) return false;
  let open: Unknown | undefined;
  for (const [key, value] of mine as [string, Value][]) {
    if (!theirs.has(key)) return false;
    const decided = areEqual(value, theirs.get(key) as Value);
    if (decided === false) return false;
    if (decided instanceof Unknown) open ??= decided;
  }
  return open ?? true;
}

function itemsOf(node: TemplateNode): readonly TemplateNode[] {
  return node.kind === "list" ? node.items : [];
}
