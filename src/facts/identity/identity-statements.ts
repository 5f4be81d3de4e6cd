import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { exactList } from "../exact-list.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { managedPolicyStatements } from "./managed-policy-statements.ts";
import { ownStatements } from "./own-statements.ts";
import { placedStatements } from "./placed-statements.ts";
import { textOf } from "./policy-part.ts";
import { writtenAt } from "../written-at.ts";

/** By which properties policies name the identities that they belong to. */
const SATELLITES: Readonly<Record<string, readonly { readonly type: string; readonly pointer: string }[]>> = {
  "AWS::IAM::Group": [
    { type: "AWS::IAM::GroupPolicy", pointer: "/GroupName" },
    { type: "AWS::IAM::Policy", pointer: "/Groups" },
    { type: "AWS::IAM::ManagedPolicy", pointer: "/Groups" },
  ],
  "AWS::IAM::Role": [
    { type: "AWS::IAM::RolePolicy", pointer: "/RoleName" },
    { type: "AWS::IAM::Policy", pointer: "/Roles" },
    { type: "AWS::IAM::ManagedPolicy", pointer: "/Roles" },
  ],
  "AWS::IAM::User": [
    { type: "AWS::IAM::UserPolicy", pointer: "/UserName" },
    { type: "AWS::IAM::Policy", pointer: "/Users" },
    { type: "AWS::IAM::ManagedPolicy", pointer: "/Users" },
  ],
};

export const identityStatements: Fact = {
  name: "IdentityStatements",
  types: Object.keys(SATELLITES),
  isComputedWhenRead: true,
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
  compute(resource, context) {
    const statements: Value[] = [];
    addInline(statements, resource);
    addAttached(statements, resource, context);
    addSatellites(statements, resource, context);
    return exactList(statements);
  },
};

function addInline(statements: Value[], resource: Resource): void {
  for (const [index, item] of itemsAt(resource, "/Policies").entries()) {
    const policy = plain(item);
    if (isValueMap(policy)) addDocument(statements, resource, `/Policies/${String(index)}/PolicyDocument`);
    else statements.push(policy instanceof Unknown ? policy : new Unknown("a policy is no object"));
  }
}

function addAttached(statements: Value[], resource: Resource, { graph }: FactContext): void {
  for (const item of itemsAt(resource, "/ManagedPolicyArns")) {
    const [reference, ...more] = referencesOf(item);
    const policy = reference === undefined || more.length > 0 ? undefined : graph.get(reference.target);
    if (policy === undefined) statements.push(openPolicy(item));
    else addManaged(statements, policy);
  }
}

function openPolicy(item: Value): Unknown {
  const known = plain(item);
  return known instanceof Unknown ? known : new Unknown(`${textOf(item) ?? "a policy"} is not in this input`);
}

function addSatellites(statements: Value[], resource: Resource, { graph }: FactContext): void {
  for (const { type, pointer } of SATELLITES[resource.type] ?? []) {
    const { certain, possible } = findReferrers(graph, type, pointer, resource);
    for (const policy of certain) {
      if (type === "AWS::IAM::ManagedPolicy") addManaged(statements, policy);
      else addOwn(statements, policy);
    }
    for (const policy of possible) {
      if (!tellsOfIdentities(policy)) continue;
      statements.push(new Unknown(`${policy.address} may belong to ${resource.address}`));
    }
  }
}

/** A policy that the input only names says nothing of its own attachments; it belongs to whoever names it. */
function tellsOfIdentities({ declared, absorbed = [] }: Resource): boolean {
  return declared === "here" || absorbed.length > 0;
}

/** A policy of AWS is known by its name; another that the input does not declare is not known. */
function addManaged(statements: Value[], policy: Resource): void {
  if (policy.declared === "here") {
    addDocument(statements, policy, "/PolicyDocument");
    return;
  }
  const arn = policy.identifiers.find((text) => text.startsWith("arn:")) ?? policy.address;
  statements.push(
    ...(managedPolicyStatements(arn) ?? [new Unknown(`what ${arn} allows is not in this input`)]),
  );
}

function addDocument(statements: Value[], policy: Resource, pointer: string): void {
  for (const { item, place } of placedStatements(policy, pointer)) {
    add(statements, item, policy, place.pointer);
  }
}

/** Of a policy, whose statements other facts have looked at. */
function addOwn(statements: Value[], policy: Resource): void {
  for (const { item, pointer } of ownStatements(policy)) add(statements, item, policy, pointer);
}

/** With the place where it is written; who has the same document has statements of its own. */
function add(statements: Value[], item: Value, policy: Resource, pointer: string): void {
  statements.push(writtenAt(isValueMap(item) ? { ...item } : item, policy, pointer));
}

function itemsAt(resource: Resource, pointer: string): readonly Value[] {
  const value = propertyAt(resource, pointer);
  const list = plain(value);
  if (isValueList(list)) return list;
  return list instanceof Unknown ? [list] : [];
}
