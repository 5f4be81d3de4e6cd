import { findReferrers } from "../../model/find-referrers.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";

/** Groups have policies and no boundary. */
const BOUNDED = ["AWS::IAM::Role", "AWS::IAM::User"];
const IDENTITIES = ["AWS::IAM::Group", ...BOUNDED];

/** Whether identities name the policy as their boundary, and none has it among its policies. */
export function isOnlyBoundary(policy: Resource, graph: ResourceGraph): Truth {
  if (policy.type !== "AWS::IAM::ManagedPolicy") return false;
  const bounds = isNamed(BOUNDED, policy, "/PermissionsBoundary", graph);
  return bounds === false
    ? false
    : both(bounds, negate(isNamed(IDENTITIES, policy, "/ManagedPolicyArns", graph)));
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
