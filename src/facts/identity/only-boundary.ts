import { findReferrers } from "../../model/find-referrers.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";

const IDENTITIES = ["AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::User"];

/** Whether identities name the policy as their boundary, and none has it among its policies. */
export function isOnlyBoundary(policy: Resource, graph: ResourceGraph): Truth {
  if (policy.type !== "AWS::IAM::ManagedPolicy") return false;
  const bounds = isNamed(policy, "/PermissionsBoundary", graph);
  return bounds === false ? false : both(bounds, negate(isNamed(policy, "/ManagedPolicyArns", graph)));
}

function isNamed(policy: Resource, pointer: string, graph: ResourceGraph): Truth {
  let truth: Truth = false;
  for (const type of IDENTITIES) {
    const { certain, possible } = findReferrers(graph, type, pointer, policy);
    if (certain.length > 0) return true;
    if (possible.some(({ declared }) => declared === "here")) truth = "unknown";
  }
  return truth;
}
