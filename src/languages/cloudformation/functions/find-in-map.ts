import { Unknown, UnknownChoice, plain } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { joinAlternatives } from "../alternatives.ts";
import type { Evaluate, Evaluation } from "../evaluation.ts";
import { textOf } from "../join-text.ts";
import { MAX_ALTERNATIVES } from "../limits.ts";
import { memberOf } from "../template-node.ts";
import type { TemplateNode } from "../template-node.ts";

/** `Fn::FindInMap: [map, first key, second key, {DefaultValue}]` */
export const findInMap: Evaluate = (stack, argument, offset) => {
  const [mapNode, ...rest] = argument.kind === "list" ? argument.items : [];
  const fallback = memberOf(rest[2], "DefaultValue");
  const map = stack.present(mapNode, "the map of Fn::FindInMap");
  const name = textOf(map);
  if (name === undefined || rest.length < 2) {
    return map instanceof Unknown ? map : wrong(stack, "Fn::FindInMap takes a map and two keys", offset);
  }
  let found: readonly TemplateNode[] = single(stack.template.mappings.get(name));
  let reason: string | undefined;
  for (const keyNode of rest.slice(0, 2)) {
    const key = stack.present(keyNode, "a key of Fn::FindInMap");
    const text = textOf(key);
    if (text === undefined) {
      reason ??= key instanceof Unknown ? key.reason : "a key of Fn::FindInMap is not known";
    }
    found = found.flatMap((node) =>
      text === undefined ? valuesOf(node, plain(key)) : single(memberOf(node, text)),
    );
  }
  return answer(stack, { found, reason, fallback, name }, offset);
};

interface Found {
  readonly found: readonly TemplateNode[];
  /** Why it is not known which of them is meant. */
  readonly reason: string | undefined;
  readonly fallback: TemplateNode | undefined;
  readonly name: string;
}

function answer(
  stack: Evaluation,
  { found, reason, fallback, name }: Found,
  offset: number,
): Value | undefined {
  if (reason === undefined) {
    const [only] = found;
    if (only !== undefined) return stack.value(only);
    if (fallback !== undefined) return stack.value(fallback);
    return wrong(stack, `the mapping ${name} has no such entry`, offset);
  }
  const all = fallback === undefined ? found : [...found, fallback];
  if (all.length === 0 || all.length > MAX_ALTERNATIVES) return new Unknown(reason);
  stack.meter.madeChoices = true;
  // an entry that is not there makes the deployment fail, so it is one of these
  return joinAlternatives(
    all.map((node) => stack.value(node)),
    reason,
  );
}

/** The values under the keys that may be meant. */
function valuesOf(node: TemplateNode, key: Value | undefined): readonly TemplateNode[] {
  if (node.kind !== "map") return [];
  return [...node.entries].flatMap(([name, { value }]) => (mayBe(key, name) ? [value] : []));
}

/** True when the key may be the text, as far as it is known. */
function mayBe(key: Value | undefined, text: string): boolean {
  return !(key instanceof UnknownChoice) || key.choices.some((choice) => textOf(choice) === text);
}

function single(node: TemplateNode | undefined): readonly TemplateNode[] {
  return node === undefined ? [] : [node];
}

function wrong(stack: Evaluation, message: string, offset: number): Unknown {
  stack.report("cloudformation-arguments", message, offset);
  return new Unknown(message);
}
