import { Sensitive } from "../../model/value.ts";
import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { principalsAllowed } from "./principals-allowed.ts";

/** With one of these a principal decides what becomes of the key. */
const ADMINISTRATION = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"];

export const signingAdministrators: Fact = {
  name: "SigningAdministrators",
  types: ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"],
  isComputedWhenRead: true,
  description:
    "Those whom the key's own policy allows both to sign (kms:Sign) and to change the policy or delete the key. Without a policy that is the account: whomever IAM allows it.",
  readFrom: { "AWS::KMS::Key": "/KeyPolicy", "AWS::KMS::ReplicaKey": "/KeyPolicy" },
  compute(key) {
    const { found, statement } = administratorsWhoSign(key);
    const hidden = holdsSensitive(propertyAt(key, "/KeyPolicy"));
    const shown = hidden ? found.map((item) => new Sensitive(item)) : found;
    return statement === undefined
      ? shown
      : writtenAt(shown, key, `/KeyPolicy/Statement/${String(statement)}`);
  },
};

function administratorsWhoSign(key: Resource): {
  readonly found: readonly Value[];
  readonly statement: number | undefined;
} {
  const signing = principalsAllowed(key, "kms:Sign");
  const administering = ADMINISTRATION.map((action) => principalsAllowed(key, action));
  const names = new Set(administering.flatMap(({ principals }) => principals.map(({ name }) => name)));
  const both = signing.principals.filter(
    ({ name }) => names.has(name) || names.has("*") || (name === "*" && names.size > 0),
  );
  const open = [...signing.open, ...administering.flatMap((found) => found.open)];
  return {
    found: [...both.map(({ value }) => value), ...new Set(open)],
    statement: both[0]?.statement,
  };
}
