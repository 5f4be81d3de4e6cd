import { intrinsicOf, memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import {
  itemsOf,
  listOf,
  mapOf,
  pick,
  refNode,
  resourceNode,
  tagList,
  textNode,
  trustOf,
  undecided,
} from "./nodes.ts";
import { policyOfTemplate } from "./policy-templates.ts";

interface RoleParts {
  /** Who may take the role. */
  readonly service: string;
  /** The policies of AWS that it has anyway. */
  readonly managed: readonly string[];
  /** Documents of the policies that SAM adds, by their names. */
  readonly added?: Readonly<Record<string, TemplateNode>>;
}

/** The role that SAM makes for a function or a state machine that names none. */
export function roleNode(
  roleId: string,
  source: TemplateNode,
  properties: TemplateNode,
  { service, managed, added = {} }: RoleParts,
): TemplateNode {
  const { offset } = source;
  const { arns, inline: own } = policiesOf(roleId, memberOf(properties, "Policies"));
  const inline = own && [
    ...own,
    ...Object.entries(added).map(([name, document]) => policyNamed(name, document, offset)),
  ];
  return resourceNode(
    "AWS::IAM::Role",
    mapOf(
      {
        AssumeRolePolicyDocument:
          memberOf(properties, "AssumeRolePolicyDocument") ?? trustOf(service, offset),
        ManagedPolicyArns:
          arns === undefined
            ? undecided(CHOSEN, offset)
            : listOf([...managed.map((name) => policyArn(name, offset)), ...arns], offset),
        Policies:
          inline === undefined
            ? undecided(CHOSEN, offset)
            : inline.length === 0
              ? undefined
              : listOf(inline, offset),
        Path: memberOf(properties, "RolePath"),
        ...pick(properties, ["PermissionsBoundary"]),
        Tags: tagList(memberOf(properties, "Tags")),
      },
      offset,
    ),
    source,
  );
}

const CHOSEN = "which policies the role has is decided at deployment";

interface RolePolicies {
  readonly arns: readonly TemplateNode[] | undefined;
  readonly inline: readonly TemplateNode[] | undefined;
}

/** The policies of a role, apart by their kind; nothing of a list that is chosen as a whole. */
function policiesOf(roleId: string, node: TemplateNode | undefined): RolePolicies {
  const isChosen = node?.kind === "map" && !isTemplate(node);
  if (isChosen) return { arns: undefined, inline: undefined };
  const parts = itemsOf(node).map((item, index) => policyOf(item, `${roleId}Policy${String(index)}`));
  return {
    arns: parts.flatMap(({ arn }) => arn ?? []),
    inline: parts.flatMap(({ inline }) => inline ?? []),
  };
}

interface RolePolicy {
  readonly arn?: TemplateNode | undefined;
  readonly inline?: TemplateNode | undefined;
}

function policyOf(item: TemplateNode, id: string): RolePolicy {
  const { offset } = item;
  const name = scalarText(item);
  if (name !== undefined) return { arn: managedPolicy(name, item) };
  if (isTemplate(item)) return { inline: inlinePolicy(item, id) };
  const call = intrinsicOf(item);
  if (call?.name === "Ref" && scalarText(call.argument) === "AWS::NoValue") return {};
  if (call?.name !== "Fn::If" || call.argument.kind !== "list") return { arn: item };
  const [condition, whenTrue, whenFalse] = call.argument.items;
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return { arn: item };
  const [one, other] = [policyOf(whenTrue, id), policyOf(whenFalse, id)];
  const choose = (
    left: TemplateNode | undefined,
    right: TemplateNode | undefined,
  ): TemplateNode | undefined =>
    left === undefined && right === undefined
      ? undefined
      : mapOf(
          {
            "Fn::If": listOf(
              [condition, left ?? refNode("AWS::NoValue", offset), right ?? refNode("AWS::NoValue", offset)],
              offset,
            ),
          },
          offset,
        );
  return { arn: choose(one.arn, other.arn), inline: choose(one.inline, other.inline) };
}

/** A managed policy by its ARN or, for one of AWS, by its name alone. */
function managedPolicy(name: string, item: TemplateNode): TemplateNode {
  if (name.includes(":")) return item;
  const isOfService = /^(?:AWSLambda\w+ExecutionRole|AWSLambdaRole)$/u.test(name);
  return policyArn(isOfService ? `service-role/${name}` : name, item.offset);
}

function policyArn(name: string, offset: number): TemplateNode {
  return textNode(`arn:aws:iam::aws:policy/${name}`, offset);
}

/** A document, or one of SAM's templates of policies. */
function inlinePolicy(item: TemplateNode, id: string): TemplateNode {
  const isDocument = memberOf(item, "Statement") !== undefined;
  return policyNamed(id, isDocument ? item : policyOfTemplate(item), item.offset);
}

function policyNamed(name: string, document: TemplateNode, offset: number): TemplateNode {
  return mapOf({ PolicyName: textNode(name, offset), PolicyDocument: document }, offset);
}

/** True for a document and a template of SAM, which are no functions of CloudFormation. */
function isTemplate(item: TemplateNode): boolean {
  return (
    item.kind === "map" && ![...item.entries.keys()].some((key) => key === "Ref" || key.startsWith("Fn::"))
  );
}
