import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { managedPolicyStatements } from "./managed-policy-statements.ts";
import { placedStatements } from "./placed-statements.ts";
import { textOf } from "./policy-part.ts";
import { writtenAt } from "../written-at.ts";

/** By which properties policies name the identities that they belong to. */
const SATELLITES: Readonly<Record<string, readonly (readonly [type: string, pointer: string])[]>> = {
  "AWS::IAM::Group": [
    ["AWS::IAM::GroupPolicy", "/GroupName"],
    ["AWS::IAM::Policy", "/Groups"],
    ["AWS::IAM::ManagedPolicy", "/Groups"],
  ],
  "AWS::IAM::Role": [
    ["AWS::IAM::RolePolicy", "/RoleName"],
    ["AWS::IAM::Policy", "/Roles"],
    ["AWS::IAM::ManagedPolicy", "/Roles"],
  ],
  "AWS::IAM::User": [
    ["AWS::IAM::UserPolicy", "/UserName"],
    ["AWS::IAM::Policy", "/Users"],
    ["AWS::IAM::ManagedPolicy", "/Users"],
  ],
};

export const identityStatements: Fact = {
  name: "IdentityStatements",
  types: Object.keys(SATELLITES),
  description:
    "The statements of every policy of a role, user or group, inline and attached, in the form of normalizePolicy. A policy whose content is not known, or that only may be attached, is an item that is not known. Permissions boundaries are left out.",
  fields: {
    Actions: true,
    Conditions: {
      ForAllValues: true,
      ForAnyValue: true,
      IfExists: true,
      Key: true,
      Operator: true,
      Values: true,
    },
    Effect: true,
    NotActions: true,
    NotResources: true,
    Resources: true,
    Sid: true,
  },
  compute: (resource, context) => [
    ...inlineStatements(resource),
    ...attachedStatements(resource, context),
    ...satelliteStatements(resource, context),
  ],
};

function inlineStatements(resource: Resource): readonly Value[] {
  return itemsAt(resource, "/Policies").flatMap((item, index) => {
    const policy = plain(item);
    if (isValueMap(policy)) return statementList(resource, `/Policies/${String(index)}/PolicyDocument`);
    return [policy instanceof Unknown ? policy : new Unknown("a policy is no object")];
  });
}

function attachedStatements(resource: Resource, context: FactContext): readonly Value[] {
  return itemsAt(resource, "/ManagedPolicyArns").flatMap((item) => {
    const [reference, ...more] = referencesOf(item);
    if (reference === undefined || more.length > 0) return [openPolicy(item)];
    const policy = context.graph.get(reference.target);
    return policy === undefined ? [openPolicy(item)] : managedStatements(policy);
  });
}

function openPolicy(item: Value): Unknown {
  const known = plain(item);
  return known instanceof Unknown ? known : new Unknown(`${textOf(item) ?? "a policy"} is not in this input`);
}

function satelliteStatements(resource: Resource, { graph }: FactContext): readonly Value[] {
  return (SATELLITES[resource.type] ?? []).flatMap(([type, pointer]) => {
    const { certain, possible } = findReferrers(graph, type, pointer, resource);
    return [
      ...certain.flatMap((policy) =>
        type === "AWS::IAM::ManagedPolicy" ? managedStatements(policy) : documentOf(policy),
      ),
      ...possible
        .filter(tellsOfIdentities)
        .map((policy) => new Unknown(`${policy.address} may belong to ${resource.address}`)),
    ];
  });
}

/** A policy that the input only names says nothing of its own attachments; it belongs to whoever names it. */
function tellsOfIdentities({ declared, absorbed = [] }: Resource): boolean {
  return declared === "here" || absorbed.length > 0;
}

/** A policy of AWS is known by its name; another that the input does not declare is not known. */
function managedStatements(policy: Resource): readonly Value[] {
  if (policy.declared === "here") return documentOf(policy);
  const arn = policy.identifiers.find((text) => text.startsWith("arn:")) ?? policy.address;
  return managedPolicyStatements(arn) ?? [new Unknown(`what ${arn} allows is not in this input`)];
}

function documentOf(policy: Resource): readonly Value[] {
  return statementList(policy, "/PolicyDocument");
}

/** Each with the place where it is written; who has the same document has statements of its own. */
function statementList(policy: Resource, pointer: string): readonly Value[] {
  return placedStatements(policy, pointer).map(({ item, place }) => {
    const own = isValueMap(item) ? { ...item } : item;
    return writtenAt(own, place.resource, place.pointer);
  });
}

function itemsAt(resource: Resource, pointer: string): readonly Value[] {
  const value = propertyAt(resource, pointer);
  const list = plain(value);
  if (isValueList(list)) return list;
  return list instanceof Unknown ? [list] : [];
}
