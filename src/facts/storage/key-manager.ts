import { matchesWildcard } from "../../model/matches-wildcard.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";

export const keyManager: Fact = {
  name: "KeyManager",
  types: ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"],
  description:
    "CUSTOMER for a key that the customer manages, AWS for one that AWS manages (alias/aws/…); unknown for a key that is named by an ARN or id alone.",
  compute(key, context) {
    if (key.declared === "here" || isManagedHere(key, context)) return "CUSTOMER";
    return managerByName(key, context);
  },
};

/** AWS manages its keys alone: what the input gives a policy, an alias or a replica is a key of the customer. */
function isManagedHere(key: Resource, { graph }: FactContext): boolean {
  if ((key.absorbed ?? []).length > 0) return true;
  const names = (value: Value | undefined): boolean => {
    const [only, ...more] = referencesOf(value);
    return (
      more.length === 0 && only !== undefined && !(value instanceof Unknown) && graph.get(only.target) === key
    );
  };
  return (
    graph.ofType("AWS::KMS::Alias").some(({ properties }) => names(properties["TargetKeyId"])) ||
    graph.ofType("AWS::KMS::ReplicaKey").some(({ properties }) => names(properties["PrimaryKeyArn"]))
  );
}

function managerByName(key: Resource, { settings }: FactContext): Value {
  for (const identifier of key.identifiers) {
    if (settings.customerManagedKeys.some((pattern) => matchesWildcard(pattern, identifier))) {
      return "CUSTOMER";
    }
    const alias = /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/(aws\/)?/.exec(identifier);
    if (alias !== null) return alias[1] === undefined ? "CUSTOMER" : "AWS";
  }
  return new Unknown(
    `${key.address} is not declared in this input, and its name does not say who manages it; if it is a customer managed key, list its ARN under customerManagedKeys in genoscan.yaml`,
  );
}
