import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { ComputeNetwork } from "./compute-network.ts";
import { namedResources } from "./named-resources.ts";
import type { Named } from "./named-resources.ts";
import { networkOfCompute } from "./network-of-compute.ts";
import { perResource } from "./per-resource.ts";

/** Where compute runs, with the subnets and security groups of the graph that this names; a VPC stands for its default group. */
export interface NamedNetwork {
  readonly network: ComputeNetwork;
  readonly subnets: Named;
  readonly groups: Named;
}

const SUBNETS = ["AWS::EC2::Subnet"];
const GROUPS = ["AWS::EC2::SecurityGroup", "AWS::EC2::VPC"];

/** The network of compute; `undefined` where nothing tells it. Found once: several facts look at it. */
export const namedNetwork = perResource(
  (graph: ResourceGraph, compute: Resource): NamedNetwork | undefined => {
    const network = networkOfCompute(graph, compute);
    if (network === undefined) return undefined;
    return {
      network,
      subnets: namedResources(graph, network.subnets, SUBNETS),
      groups: namedResources(graph, network.groups, GROUPS),
    };
  },
);
