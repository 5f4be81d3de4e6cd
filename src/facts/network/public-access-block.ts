import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { inSamePlace } from "../same-place.ts";
import { perResource } from "./per-resource.ts";
import { vpcOfSubnet } from "./vpc-of-subnet.ts";

const OPTIONS = "AWS::EC2::VPCBlockPublicAccessOptions";
const EXCLUSION = "AWS::EC2::VPCBlockPublicAccessExclusion";

/**
 * Whether VPC Block Public Access keeps the packets of a subnet from every internet gateway: the mode is
 * block-bidirectional and no exclusion lets them out. Only what the input declares counts; the mode is off by default.
 */
export const blocksPublicAccess = perResource((graph: ResourceGraph, subnet: Resource): Truth => {
  const blocked = graph
    .ofType(OPTIONS)
    .filter(({ declared }) => declared === "here")
    .map((options) => both(isBidirectional(options), inSamePlace(options, subnet)));
  const mode = anyTruth(blocked);
  return mode === false ? false : both(mode, negate(isExcluded(graph, subnet)));
});

function isBidirectional(options: Resource): Truth {
  const mode = plain(propertyAt(options, "/InternetGatewayBlockMode"));
  return mode instanceof Unknown ? "unknown" : mode === "block-bidirectional";
}

/** Both modes of an exclusion, allow-bidirectional and allow-egress, let packets out. */
function isExcluded(graph: ResourceGraph, subnet: Resource): Truth {
  const own = named(graph, "/SubnetId", subnet);
  if (own === true) return true;
  const { vpc } = vpcOfSubnet(graph, subnet);
  if (vpc !== undefined) return either(own, named(graph, "/VpcId", vpc));
  return graph.ofType(EXCLUSION).length === 0 ? own : "unknown";
}

function named(graph: ResourceGraph, pointer: string, target: Resource): Truth {
  const { certain, possible } = findReferrers(graph, EXCLUSION, pointer, target);
  if (certain.length > 0) return true;
  return possible.length > 0 ? "unknown" : false;
}
