import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";
import { parentOfType } from "./parent-of-type.ts";

const ACCOUNT = "Microsoft.Storage/storageAccounts";
const CONTAINER = "Microsoft.Storage/storageAccounts/blobServices/containers";
const POLICY = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
const DAYS = "/properties/immutabilityPeriodSinceCreationInDays";
const OF_ACCOUNT = "/properties/immutableStorageWithVersioning/immutabilityPolicy";

export const immutability: Fact = {
  name: "Immutability",
  types: [CONTAINER],
  description:
    "The time-based retention policy of the container, its own or the default of its account: Days, State (Locked, Unlocked) and By (container, account). Absent when there is none. The state of a container's policy is not known where the input cannot tell it: ARM locks by an action, not by a property.",
  fields: { By: true, Days: true, State: true },
  compute(container, context) {
    const { certain, possible } = childrenOf(context.graph, container, POLICY);
    const [policy] = certain;
    if (policy !== undefined) return ofContainer(policy);
    const [maybe] = possible;
    if (maybe !== undefined) return new Unknown(`${maybe.address} may be its policy`);
    return ofAccount(container, context);
  },
};

function ofContainer(policy: Resource): ValueMap {
  const state =
    propertyAt(policy, "/properties/state") ??
    new Unknown(
      `a template makes ${policy.address} unlocked; whether it is locked afterwards (lockImmutabilityPolicy) it does not tell`,
    );
  const told = present({ By: "container", Days: propertyAt(policy, DAYS), State: state });
  return partsWrittenAt(told, {
    Days: { resource: policy, pointer: DAYS },
    State: { resource: policy, pointer: "/properties/state" },
  });
}

function ofAccount(container: Resource, { graph }: FactContext): Value | undefined {
  const account = parentOfType(graph, container, ACCOUNT);
  if (account instanceof Unknown) return account;
  const policy = plain(propertyAt(account, OF_ACCOUNT));
  if (policy === undefined || policy instanceof Unknown) return policy;
  const days = `${OF_ACCOUNT}/immutabilityPeriodSinceCreationInDays`;
  const state = `${OF_ACCOUNT}/state`;
  const told = present({
    By: "account",
    Days: propertyAt(account, days),
    State: propertyAt(account, state),
  });
  return partsWrittenAt(told, {
    Days: { resource: account, pointer: days },
    State: { resource: account, pointer: state },
  });
}

function present(parts: Readonly<Record<string, Value | undefined>>): ValueMap {
  return Object.fromEntries(
    Object.entries(parts).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
