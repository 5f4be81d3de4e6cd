import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Groups have policies and no boundary. */
const BOUNDED = ["AWS::IAM::Role", "AWS::IAM::User"];
const IDENTITIES = ["AWS::IAM::Group", ...BOUNDED];

/** Whether identities name the policy as their boundary, and none has it among its policies. */
export function isOnlyBoundary(policy: Resource, graph: ResourceGraph): Truth {
  if (policy.type !== "AWS::IAM::ManagedPolicy") return false;
  const bounds = isNamed(BOUNDED, policy, "/PermissionsBoundary", graph);
  if (bounds === false) return false;
  const isAttached = either(
    isNamed(IDENTITIES, policy, "/ManagedPolicyArns", graph),
    anyTruth(LISTS.map((pointer) => namesSome(propertyAt(policy, pointer)))),
  );
  return both(bounds, negate(isAttached));
}

/** Where the policy itself says to whom it is attached. */
const LISTS = ["/Groups", "/Roles", "/Users"];

function namesSome(value: Value | undefined): Truth {
  const list = plain(value);
  if (isValueList(list)) return list.length > 0;
  return list instanceof Unknown ? "unknown" : false;
}

function isNamed(types: readonly string[], policy: Resource, pointer: string, graph: ResourceGraph): Truth {
  let truth: Truth = false;
  for (const type of types) {
    const { certain, possible } = findReferrers(graph, type, pointer, policy);
    if (certain.length > 0) return true;
    if (possible.some(({ declared }) => declared === "here")) truth = "unknown";
  }
  return truth;
}
