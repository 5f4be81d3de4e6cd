import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { normalizePolicy } from "./normalize-policy.ts";

/** Where the types that hold policies of identities keep them. */
const DOCUMENTS: Readonly<Record<string, "/Policies" | "/PolicyDocument">> = {
  "AWS::IAM::Group": "/Policies",
  "AWS::IAM::GroupPolicy": "/PolicyDocument",
  "AWS::IAM::ManagedPolicy": "/PolicyDocument",
  "AWS::IAM::Policy": "/PolicyDocument",
  "AWS::IAM::Role": "/Policies",
  "AWS::IAM::RolePolicy": "/PolicyDocument",
  "AWS::IAM::User": "/Policies",
  "AWS::IAM::UserPolicy": "/PolicyDocument",
};

export const POLICY_HOLDERS: readonly string[] = Object.keys(DOCUMENTS);

/**
 * The statements that are written in the resource itself, in the form of normalizePolicy; what is attached to an
 * identity is told where it is written. A document that is not known is an item that is not known.
 */
export function ownStatements(resource: Resource): readonly Value[] {
  return documentsOf(resource).flatMap((document) => {
    const statements = plain(normalizePolicy(document));
    if (!isValueList(statements)) return statements instanceof Unknown ? [statements] : [];
    return holdsSensitive(document) ? statements.map((item) => new Sensitive(item)) : statements;
  });
}

function documentsOf(resource: Resource): readonly (Value | undefined)[] {
  const pointer = DOCUMENTS[resource.type];
  if (pointer === undefined) return [];
  const value = propertyAt(resource, pointer);
  if (pointer === "/PolicyDocument") return [value];
  const policies = plain(value);
  if (!isValueList(policies)) return [policies];
  return policies.map((item) => {
    const policy = plain(item);
    return isValueMap(policy) ? policy["PolicyDocument"] : item;
  });
}
