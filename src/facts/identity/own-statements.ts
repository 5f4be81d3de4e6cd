import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { append } from "../append.ts";
import { normalizePolicy } from "./normalize-policy.ts";
import { statementPointer } from "./statement-pointer.ts";

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
  /** Something in its document is sensitive, and so is what follows from it. */
  readonly isHidden: boolean;
}

const FOUND = new WeakMap<Resource, readonly OwnStatement[]>();

/**
 * The statements that are written in the resource itself; what is attached to an identity is told where it is written.
 * A document that is not known is an item that is not known. Found once: several facts ask for them.
 */
export function ownStatements(resource: Resource): readonly OwnStatement[] {
  let found = FOUND.get(resource);
  if (found === undefined) {
    found = findStatements(resource);
    FOUND.set(resource, found);
  }
  return found;
}

function findStatements(resource: Resource): readonly OwnStatement[] {
  let found: readonly OwnStatement[] = [];
  for (const { document, pointer } of documentsOf(resource)) {
    if (document === undefined) continue;
    const statements = plain(normalizePolicy(document));
    if (statements instanceof Unknown) {
      found = append(found, { item: statements, pointer, isHidden: false });
    }
    if (!isValueList(statements)) continue;
    const isHidden = holdsSensitive(document);
    for (let index = 0; index < statements.length; index += 1) {
      const item = statements[index] as Value;
      const at = statementPointer(pointer, index);
      found = append(found, { item: isHidden ? new Sensitive(item) : item, pointer: at, isHidden });
    }
  }
  return found;
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
  if (policies === undefined) return [];
  if (!isValueList(policies)) return [{ document: policies, pointer }];
  return policies.map((item, index) => {
    const policy = plain(item);
    const at = `${pointer}/${String(index)}/PolicyDocument`;
    return { document: isValueMap(policy) ? policy["PolicyDocument"] : item, pointer: at };
  });
}
