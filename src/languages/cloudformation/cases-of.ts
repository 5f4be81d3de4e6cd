import { UnknownChoice } from "../../model/value.ts";
import type { Scalar } from "../../model/value.ts";
import type { Evaluation } from "./evaluation.ts";
import { scalarText } from "./template-node.ts";
import type { TemplateNode } from "./template-node.ts";

const MOST_NODES = 400;
const MOST_CASES = 64;

/** A value for each parameter that may have several. */
export type Case = ReadonlyMap<string, Scalar>;

/**
 * The cases of a condition: all that the parameters may be that it asks for, of which only the choices are known. Empty
 * for a condition without such parameters, and for one with more cases than are worth while.
 */
export function casesOf(stack: Evaluation, condition: TemplateNode): readonly Case[] {
  const names = parametersIn(stack, condition);
  let cases: readonly Case[] = [new Map()];
  let isAny = false;
  for (const name of names ?? []) {
    const value = stack.host.parameter(name);
    if (!(value instanceof UnknownChoice)) continue;
    isAny = true;
    if (cases.length * value.choices.length > MOST_CASES) return [];
    cases = cases.flatMap((one) => value.choices.map((choice) => new Map([...one, [name, choice]])));
  }
  return isAny ? cases : [];
}

/** The names that a condition and the conditions in it refer to; nothing for one that is too large. */
function parametersIn({ template }: Evaluation, condition: TemplateNode): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const conditions = new Set<string>();
  const waiting = [condition];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const node = waiting.pop();
    if (node === undefined || seen > MOST_NODES) return undefined;
    if (node.kind === "list") waiting.push(...node.items);
    if (node.kind !== "map") continue;
    for (const [key, { value }] of node.entries) {
      const text = scalarText(value);
      if (key === "Ref" && text !== undefined) names.add(text);
      else if (key === "Fn::Sub") addNames(value, names);
      const named = key === "Condition" && text !== undefined ? template.conditions.get(text) : undefined;
      if (named !== undefined && text !== undefined && !conditions.has(text)) {
        conditions.add(text);
        waiting.push(named);
      }
      waiting.push(value);
    }
  }
  return names;
}

/** The names in the text of `Fn::Sub`. */
function addNames(argument: TemplateNode, names: Set<string>): void {
  const text = scalarText(argument.kind === "list" ? argument.items[0] : argument) ?? "";
  for (const [, name = ""] of text.matchAll(/\$\{\s*([A-Za-z0-9]+)\s*\}/gu)) names.add(name);
}
