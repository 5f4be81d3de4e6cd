import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { arnOf, isArnOf } from "../resource-arn.ts";
import { principalsAllowed } from "./principals-allowed.ts";
import type { KeyPrincipal } from "./principals-allowed.ts";

export const signers: Fact = {
  name: "Signers",
  types: ["AWS::KMS::Key"],
  needs: ["SigningKeys"],
  isComputedWhenRead: true,
  description:
    "Who may sign with the key (kms:Sign): those whom its policy or a grant names; where the policy leaves it to the account, the roles of the input whose policies allow it, and an item that is not known for the rest of the account.",
  readFrom: { "AWS::KMS::Key": "/KeyPolicy" },
  compute(key, context) {
    const { found, statement } = signersOf(key, context);
    const hidden = holdsSensitive(propertyAt(key, "/KeyPolicy"));
    const shown = hidden ? found.map((item) => new Sensitive(item)) : found;
    return statement === undefined
      ? shown
      : writtenAt(shown, key, `/KeyPolicy/Statement/${String(statement)}`);
  },
};

interface KeySigners {
  readonly found: readonly Value[];
  /** The statement that names the last of them: the one too many, when they are too many. */
  readonly statement: number | undefined;
}

function signersOf(key: Resource, context: FactContext): KeySigners {
  const { principals, open } = principalsAllowed(key, "kms:Sign");
  const named = principals.filter(({ isAccount }) => !isAccount);
  const found: Value[] = [...named.map(({ value }) => value), ...open, ...grantees(key, context)];
  if (named.length < principals.length) found.push(...ofAccount(key, named, context));
  return { found, statement: named.at(-1)?.statement };
}

/** Whom IAM of the account allows it, as far as the input tells. */
function ofAccount(
  key: Resource,
  named: readonly KeyPrincipal[],
  { graph, settings }: FactContext,
): readonly Value[] {
  const found = graph.ofType("AWS::IAM::Role").flatMap((role) => {
    const may = both(signsWith(role, key), negate(isNamed(role, named, settings.account)));
    if (may === false) return [];
    return [
      may === true
        ? new Reference(role.id)
        : new Unknown(`${role.address} may be another one who signs with ${key.address}`),
    ];
  });
  if (graph.isClosed("AWS::IAM::Role")) return found;
  const elsewhere = `the key policy leaves signing to IAM, and a role that is not in this input may sign with ${key.address}`;
  return [...found, new Unknown(elsewhere)];
}

function signsWith(role: Resource, key: Resource): Truth {
  const keys = plain(propertyAt(role, "/Facts/SigningKeys"));
  if (!isValueList(keys)) return false;
  let truth: Truth = false;
  for (const item of keys) {
    const signing = plain(item);
    const held = isValueMap(signing) ? signing["Key"] : undefined;
    truth = either(truth, held instanceof Reference ? held.target === key.id : "unknown");
  }
  return truth;
}

/** Whether the key policy names the role, too: by reference or by its ARN. */
function isNamed(role: Resource, named: readonly KeyPrincipal[], account: string | undefined): Truth {
  const parts = arnOf(role, account);
  let truth: Truth = false;
  for (const { name } of named) {
    const same =
      name === `-> ${role.id}` ||
      (name.startsWith("arn:") && (parts === undefined ? "unknown" : isArnOf(name, parts)));
    truth = either(truth, same);
  }
  return truth;
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
