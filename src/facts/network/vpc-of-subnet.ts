import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { plain } from "../../model/value.ts";
import { namedResources } from "./named-resources.ts";
import { perResource } from "./per-resource.ts";

/** The VPC of a subnet, or why it is not known. */
export type VpcOfSubnet = { readonly vpc: Resource } | { readonly vpc: undefined; readonly reason: string };

const VPCS = ["AWS::EC2::VPC"];

export const vpcOfSubnet = perResource((graph: ResourceGraph, subnet: Resource): VpcOfSubnet => {
  const { certain } = namedResources(graph, propertyAt(subnet, "/VpcId"), VPCS);
  const [only] = certain;
  if (only !== undefined) return { vpc: only };
  const adopted = isDefaultSubnet(subnet) ? graph.ofType("AWS::EC2::VPC").filter(isDefaultVpc) : [];
  const [vpc] = adopted;
  if (vpc !== undefined && adopted.length === 1) return { vpc };
  return { vpc: undefined, reason: `the VPC of ${subnet.address} is not known` };
});

/** A subnet of the default VPC that AWS makes in every region. */
export function isDefaultSubnet({ properties }: Resource): boolean {
  return plain(properties["DefaultForAz"]) === true;
}

export function isDefaultVpc({ properties }: Resource): boolean {
  return plain(properties["IsDefault"]) === true;
}
