import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { normalizePolicy } from "./normalize-policy.ts";

/** Where the types that hold policies of identities keep them. */
const DOCUMENTS: Readonly<Record<string, "/InlinePolicy" | "/Policies" | "/PolicyDocument">> = {
  "AWS::IAM::Group": "/Policies",
  "AWS::IAM::GroupPolicy": "/PolicyDocument",
  "AWS::IAM::ManagedPolicy": "/PolicyDocument",
  "AWS::IAM::Policy": "/PolicyDocument",
  "AWS::IAM::Role": "/Policies",
  "AWS::IAM::RolePolicy": "/PolicyDocument",
  "AWS::IAM::User": "/Policies",
  "AWS::IAM::UserPolicy": "/PolicyDocument",
  "AWS::SSO::PermissionSet": "/InlinePolicy",
};

export const POLICY_HOLDERS: readonly string[] = Object.keys(DOCUMENTS);

/** A statement in the form of normalizePolicy, and the pointer at which it is written. */
export interface OwnStatement {
  readonly item: Value;
  readonly pointer: string;
}

/**
 * The statements that are written in the resource itself; what is attached to an identity is told where it is written.
 * A document that is not known is an item that is not known.
 */
export function ownStatements(resource: Resource): readonly OwnStatement[] {
  return documentsOf(resource).flatMap(({ document, pointer }) => {
    const statements = plain(normalizePolicy(document));
    if (!isValueList(statements)) return statements instanceof Unknown ? [{ item: statements, pointer }] : [];
    const hidden = holdsSensitive(document);
    return statements.map((item, index) => ({
      item: hidden ? new Sensitive(item) : item,
      pointer: `${pointer}/Statement/${String(index)}`,
    }));
  });
}

interface OwnDocument {
  readonly document: Value | undefined;
  readonly pointer: string;
}

/** The documents of a resource that holds policies of identities. */
export function documentsOf(resource: Resource): readonly OwnDocument[] {
  const pointer = DOCUMENTS[resource.type];
  if (pointer === undefined) return [];
  const document = propertyAt(resource, pointer);
  if (pointer !== "/Policies") return [{ document, pointer }];
  const policies = plain(document);
  if (!isValueList(policies)) return [{ document: policies, pointer }];
  return policies.map((item, index) => {
    const policy = plain(item);
    const at = `${pointer}/${String(index)}/PolicyDocument`;
    return { document: isValueMap(policy) ? policy["PolicyDocument"] : item, pointer: at };
  });
}
