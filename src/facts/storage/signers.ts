import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Reference, Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { arnOf, isArnOf } from "../resource-arn.ts";
import { principalsAllowed } from "./key-principals.ts";
import type { KeyPrincipal } from "./key-principals.ts";

export const signers: Fact = {
  name: "Signers",
  types: ["AWS::KMS::Key"],
  needs: ["SigningKeys"],
  description:
    "Who may sign with the key (kms:Sign): those whom its policy or a grant names; where the policy leaves it to the account, the roles of the input whose policies allow it, and an item that is not known for the rest of the account.",
  compute(key, context) {
    const found = signersOf(key, context);
    return holdsSensitive(propertyAt(key, "/KeyPolicy")) ? found.map((item) => new Sensitive(item)) : found;
  },
};

function signersOf(key: Resource, context: FactContext): readonly Value[] {
  const { principals, open } = principalsAllowed(key, "kms:Sign");
  const named = principals.filter(({ isAccount }) => !isAccount);
  const found: Value[] = [...named.map(({ value }) => value), ...open, ...grantees(key, context)];
  if (named.length < principals.length) found.push(...ofAccount(key, named, context));
  return found;
}

/** Whom IAM of the account allows it, as far as the input tells. */
function ofAccount(
  key: Resource,
  named: readonly KeyPrincipal[],
  { graph, settings }: FactContext,
): readonly Value[] {
  const roles = findRoles(key, graph.ofType("AWS::IAM::Role"));
  const others = roles.filter(
    (role) => !named.some((principal) => isNamedBy(role, principal, settings.account)),
  );
  const found: Value[] = others.map((role) => new Reference(role.id));
  if (!graph.isClosed("AWS::IAM::Role")) {
    found.push(
      new Unknown(
        `the key policy leaves signing to IAM, and a role that is not in this input may sign with ${key.address}`,
      ),
    );
  }
  return found;
}

function findRoles(key: Resource, roles: readonly Resource[]): readonly Resource[] {
  return roles.filter((role) => {
    const keys = plain(propertyAt(role, "/Facts/SigningKeys"));
    return (
      isValueList(keys) &&
      keys.some((item) => {
        const signing = plain(item);
        const held = isValueMap(signing) ? signing["Key"] : undefined;
        return held instanceof Reference && held.target === key.id;
      })
    );
  });
}

/** The key policy names the role, too: by reference or by its ARN. One that may be it is taken for it. */
function isNamedBy(role: Resource, principal: KeyPrincipal, account: string | undefined): boolean {
  if (principal.name === `-> ${role.id}`) return true;
  const parts = arnOf(role, account);
  return parts === undefined || isArnOf(principal.name, parts) !== false;
}

function grantees(key: Resource, { graph }: FactContext): readonly Value[] {
  const { certain, possible } = findReferrers(graph, "aws_kms_grant", "/key_id", key);
  return [...certain, ...possible].flatMap((grant) => {
    const operations = plain(propertyAt(grant, "/operations"));
    if (
      isValueList(operations) &&
      !operations.some((operation) => plain(operation) instanceof Unknown || plain(operation) === "Sign")
    ) {
      return [];
    }
    const certainly =
      isValueList(operations) &&
      operations.some((operation) => plain(operation) === "Sign") &&
      certain.includes(grant);
    return [
      certainly
        ? (propertyAt(grant, "/grantee_principal") ?? "*")
        : new Unknown(`${grant.address} may be a grant to sign with ${key.address}`),
    ];
  });
}
