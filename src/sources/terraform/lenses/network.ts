import type { Lens } from "../lens.ts";
import { batchLenses } from "./batch.ts";
import { dnsFirewallLenses } from "./dns-firewall.ts";
import { ec2ComputeLenses } from "./ec2-compute.ts";
import { ecsLenses } from "./ecs.ts";
import { networkAclLenses } from "./network-acl.ts";
import { routingLenses } from "./routing.ts";
import { securityGroupLenses } from "./security-group.ts";
import { vpcLenses } from "./vpc.ts";
import { vpcEndpointLenses } from "./vpc-endpoint.ts";

export const networkLenses: readonly Lens[] = [
  ...batchLenses,
  ...dnsFirewallLenses,
  ...ec2ComputeLenses,
  ...ecsLenses,
  ...networkAclLenses,
  ...routingLenses,
  ...securityGroupLenses,
  ...vpcEndpointLenses,
  ...vpcLenses,
];
