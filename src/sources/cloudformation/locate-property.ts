import { intrinsicOf, memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin } from "../../model/resource.ts";
import type { Stack } from "./stack.ts";

/** Where a property is written, in the words of the template; the resource itself for one that is not there. */
export function originIn(stack: Stack, logicalId: string, address: string): (pointer: string) => Origin {
  const node = stack.parts.template.resources.get(logicalId);
  const place = stack.parts.template.places.get(logicalId) ?? node?.offset ?? 0;
  return (pointer) => {
    const tokens = parsePointer(pointer);
    if (tokens[0] === "Facts" || node === undefined) return { address, location: stack.locate(place) };
    const isPolicy = tokens[0] === "CloudFormation";
    const path = isPolicy ? tokens.slice(1) : tokens;
    const start = isPolicy ? node : memberOf(node, "Properties");
    const found = start === undefined ? undefined : walk(stack, start, path);
    const attribute = attributeOf(path);
    return {
      address,
      ...(attribute === "" ? {} : { attribute }),
      location: stack.locate(found ?? place),
    };
  };
}

/** The place of the deepest part of the path that is written; nothing when not even the first is. */
function walk(stack: Stack, start: TemplateNode, path: readonly string[]): number | undefined {
  let node: TemplateNode | undefined = start;
  let place: number | undefined;
  for (const token of path) {
    node = chosen(stack, node);
    if (node?.kind === "map" && intrinsicOf(node) === undefined) {
      const entry = node.entries.get(token);
      if (entry === undefined) return place;
      place = entry.keyOffset;
      node = entry.value;
    } else if (node?.kind === "list") {
      node = writtenItems(stack, node.items)[Number(token)];
      if (node === undefined) return place;
      place = node.offset;
    } else return place;
  }
  return place;
}

/** The branch of an `Fn::If` that counts. */
function chosen(stack: Stack, node: TemplateNode | undefined): TemplateNode | undefined {
  let current = node;
  for (let depth = 0; current !== undefined && depth < 20; depth += 1) {
    const call = intrinsicOf(current);
    if (call?.name !== "Fn::If" || call.argument.kind !== "list") return current;
    const [condition, whenTrue, whenFalse] = call.argument.items;
    const name = scalarText(condition);
    const decision = name === undefined ? undefined : stack.interpreter.condition(name, current.offset);
    if (typeof decision !== "boolean") return current;
    current = decision ? whenTrue : whenFalse;
  }
  return current;
}

/** Items that are AWS::NoValue are not there. */
function writtenItems(stack: Stack, items: readonly TemplateNode[]): readonly TemplateNode[] {
  return items.filter(
    (item) => intrinsicOf(item) === undefined || stack.interpreter.value(item) !== undefined,
  );
}

/** `Tags[0].Value`, as people write a path. */
function attributeOf(path: readonly string[]): string {
  return path
    .map((token, index) => (/^\d+$/u.test(token) ? `[${token}]` : index === 0 ? token : `.${token}`))
    .join("");
}
