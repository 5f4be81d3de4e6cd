import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf, pick, resourceNode, tagList, textNode, undecided } from "./nodes.ts";

/** The role that SAM makes for a function or a state machine that names none. */
export function roleNode(
  source: TemplateNode,
  properties: TemplateNode,
  service: string,
  managed: readonly string[],
): TemplateNode {
  const { offset } = source;
  const policies = itemsOf(memberOf(properties, "Policies"));
  const arns = policies.flatMap((item) => managedPolicy(item));
  const inline = policies.flatMap((item, index) => inlinePolicy(item, index));
  return resourceNode(
    "AWS::IAM::Role",
    mapOf(
      {
        AssumeRolePolicyDocument: memberOf(properties, "AssumeRolePolicyDocument") ?? trust(service, offset),
        ManagedPolicyArns: listOf(
          [...managed.map((name) => textNode(`arn:aws:iam::aws:policy/${name}`, offset)), ...arns],
          offset,
        ),
        ...(inline.length === 0 ? {} : { Policies: listOf(inline, offset) }),
        Path: memberOf(properties, "RolePath"),
        ...pick(properties, ["PermissionsBoundary"]),
        Tags: tagList(memberOf(properties, "Tags")),
      },
      offset,
    ),
    source,
  );
}

function trust(service: string, offset: number): TemplateNode {
  const statement = mapOf(
    {
      Action: listOf([textNode("sts:AssumeRole", offset)], offset),
      Effect: textNode("Allow", offset),
      Principal: mapOf({ Service: listOf([textNode(service, offset)], offset) }, offset),
    },
    offset,
  );
  return mapOf({ Version: textNode("2012-10-17", offset), Statement: listOf([statement], offset) }, offset);
}

/** A managed policy by its ARN or, for one of AWS, by its name alone. */
function managedPolicy(item: TemplateNode): readonly TemplateNode[] {
  const name = scalarText(item);
  if (name === undefined) return isInline(item) ? [] : [item];
  if (name.includes(":")) return [item];
  const path = /^AWSLambda\w+ExecutionRole$/u.test(name) ? `service-role/${name}` : name;
  return [textNode(`arn:aws:iam::aws:policy/${path}`, item.offset)];
}

/** A document, or one of SAM's templates of policies, whose statements SAM writes. */
function inlinePolicy(item: TemplateNode, index: number): readonly TemplateNode[] {
  if (!isInline(item)) return [];
  const isDocument = memberOf(item, "Statement") !== undefined;
  const [template = ""] = item.kind === "map" ? item.entries.keys() : [];
  const document = isDocument ? item : undecided(`SAM writes the statements of ${template}`, item.offset);
  const name = textNode(`Policy${String(index)}`, item.offset);
  return [mapOf({ PolicyName: name, PolicyDocument: document }, item.offset)];
}

function isInline(item: TemplateNode): boolean {
  if (item.kind !== "map") return false;
  return ![...item.entries.keys()].some((key) => key === "Ref" || key.startsWith("Fn::"));
}

function itemsOf(node: TemplateNode | undefined): readonly TemplateNode[] {
  if (node === undefined) return [];
  return node.kind === "list" ? node.items : [node];
}
