import { intrinsicOf, memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf } from "./nodes.ts";

/** What stands where SAM makes something of its own under a condition. */
interface OrMade {
  readonly value: TemplateNode;
  /** When SAM makes it. */
  readonly condition: TemplateNode;
}

/** `{Fn::If: [condition, mine, AWS::NoValue]}`, with what SAM makes in the place of AWS::NoValue; nothing for other values. */
export function orMade(own: TemplateNode, made: TemplateNode): OrMade | undefined {
  const choice = intrinsicOf(own);
  if (choice?.name !== "Fn::If" || choice.argument.kind !== "list") return undefined;
  const [name, whenTrue, whenFalse] = choice.argument.items;
  if (name === undefined || !(isNoValue(whenTrue) || isNoValue(whenFalse))) return undefined;
  const { offset } = own;
  const named = mapOf({ Condition: name }, offset);
  const condition = isNoValue(whenTrue) ? named : mapOf({ "Fn::Not": listOf([named], offset) }, offset);
  const branches = [whenTrue, whenFalse].map((branch) =>
    branch === undefined || isNoValue(branch) ? made : branch,
  );
  return { value: mapOf({ "Fn::If": listOf([name, ...branches], offset) }, offset), condition };
}

function isNoValue(node: TemplateNode | undefined): boolean {
  return scalarText(memberOf(node, "Ref")) === "AWS::NoValue";
}

/** The resource under another condition beside the one that it has. */
export function underCondition(resource: TemplateNode, condition: TemplateNode): TemplateNode {
  if (resource.kind !== "map") return resource;
  const { offset } = resource;
  const own = memberOf(resource, "Condition");
  const both =
    own === undefined
      ? condition
      : mapOf({ "Fn::And": listOf([mapOf({ Condition: own }, offset), condition], offset) }, offset);
  const entries = new Map(resource.entries).set("Condition", { keyOffset: offset, value: both });
  return { ...resource, entries };
}
