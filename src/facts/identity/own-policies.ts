import { findReferrers } from "../../model/find-referrers.ts";
import type { Referrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { append } from "../append.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { textOf } from "./policy-part.ts";

/** The resources that write a policy into an identity, and the property of them (and of managed policies) that names it. */
const WRITTEN: Readonly<
  Record<string, { readonly inline: string; readonly by: string; readonly list: string }>
> = {
  "AWS::IAM::Group": { inline: "AWS::IAM::GroupPolicy", by: "/GroupName", list: "/Groups" },
  "AWS::IAM::Role": { inline: "AWS::IAM::RolePolicy", by: "/RoleName", list: "/Roles" },
  "AWS::IAM::User": { inline: "AWS::IAM::UserPolicy", by: "/UserName", list: "/Users" },
};

const PERMISSION_SET = "AWS::SSO::PermissionSet";

export const ownPolicies: Fact = {
  name: "OwnPolicies",
  types: [...Object.keys(WRITTEN), PERMISSION_SET],
  description:
    "The policies that a role, user or group has itself, not by its groups, or a permission set of Identity Center: Kind is inline (written into it), customer (a policy of the site) or aws (one that AWS manages), Name its name, for a policy of AWS without what stands before it. One that only may belong to it is an item that is not known.",
  fields: { Kind: true, Name: true },
  compute(identity, { graph }) {
    if (identity.type === PERMISSION_SET) return policiesOfSet(identity, graph);
    const written = WRITTEN[identity.type];
    if (written === undefined) return [];
    let policies = withItems([], identity, "/Policies", inlineOf);
    policies = withItems(policies, identity, "/ManagedPolicyArns", (item) => attachedOf(item, graph));
    const { inline, by, list } = written;
    policies = withNamed(policies, identity, findReferrers(graph, inline, by, identity), inlineResource);
    const shared = findReferrers(graph, "AWS::IAM::Policy", list, identity);
    policies = withNamed(policies, identity, shared, inlineResource);
    return withNamed(
      policies,
      identity,
      findReferrers(graph, "AWS::IAM::ManagedPolicy", list, identity),
      managed,
    );
  },
};

/** The policies with those that a property lists, each with its place. */
function withItems(
  policies: readonly Value[],
  identity: Resource,
  pointer: string,
  describe: (item: Value) => Value,
): readonly Value[] {
  let all = policies;
  const items = itemsAt(identity, pointer);
  for (let index = 0; index < items.length; index += 1) {
    const policy = describe(items[index] as Value);
    all = append(all, writtenAt(policy, identity, `${pointer}/${String(index)}`));
  }
  return all;
}

/** The policies with those that name the identity. */
function withNamed(
  policies: readonly Value[],
  identity: Resource,
  { certain, possible }: Referrers,
  describe: (policy: Resource) => Value,
): readonly Value[] {
  let all = policies;
  for (const policy of certain) all = append(all, describe(policy));
  for (const { address, declared, absorbed = [] } of possible) {
    if (declared === "elsewhere" && absorbed.length === 0) continue;
    all = append(all, new Unknown(`${address} may belong to ${identity.address}`));
  }
  return all;
}

function policiesOfSet(set: Resource, graph: ResourceGraph): readonly Value[] {
  const inline = propertyAt(set, "/InlinePolicy");
  return [
    ...(inline === undefined ? [] : [writtenAt({ Kind: "inline", Name: set.address }, set, "/InlinePolicy")]),
    ...itemsAt(set, "/ManagedPolicies").map((item, index) =>
      writtenAt(attachedOf(item, graph), set, `/ManagedPolicies/${String(index)}`),
    ),
    ...itemsAt(set, "/CustomerManagedPolicyReferences").map((item, index) =>
      writtenAt(customerOf(item), set, `/CustomerManagedPolicyReferences/${String(index)}`),
    ),
  ];
}

function customerOf(item: Value): Value {
  const reference = plain(item);
  if (isValueMap(reference)) return { Kind: "customer", Name: reference["Name"] ?? "" };
  return reference instanceof Unknown ? reference : new Unknown("a policy is no object");
}

function inlineOf(item: Value): Value {
  const policy = plain(item);
  if (isValueMap(policy)) return { Kind: "inline", Name: policy["PolicyName"] ?? "" };
  return policy instanceof Unknown ? policy : new Unknown("a policy is no object");
}

function inlineResource(policy: Resource): Value {
  return writtenAt({ Kind: "inline", Name: policy.address }, policy, "/PolicyDocument");
}

function attachedOf(item: Value, graph: ResourceGraph): Value {
  const [only, ...more] = referencesOf(item);
  const policy = only === undefined || more.length > 0 ? undefined : graph.get(only.target);
  if (policy !== undefined) return managed(policy);
  const arn = textOf(item);
  if (arn !== undefined) return byArn(arn);
  const open = plain(item);
  return open instanceof Unknown ? open : new Unknown("the ARN of a policy is no text");
}

function managed(policy: Resource): Value {
  if (policy.declared === "here") return { Kind: "customer", Name: policy.address };
  return byArn(policy.identifiers.find((text) => text.startsWith("arn:")) ?? policy.address);
}

/** `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole` */
function byArn(arn: string): Value {
  const [, path] = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  return path === undefined
    ? { Kind: "customer", Name: arn }
    : { Kind: "aws", Name: path.slice(path.lastIndexOf("/") + 1) };
}

function itemsAt(resource: Resource, pointer: string): readonly Value[] {
  const value = propertyAt(resource, pointer);
  const list = plain(value);
  if (isValueList(list)) return list;
  return list instanceof Unknown ? [list] : [];
}
