import type { Lens } from "../lens.ts";
import { autoScalingLenses } from "./auto-scaling.ts";
import { batchLenses } from "./batch.ts";
import { certificateLenses } from "./certificates.ts";
import { dnsFirewallLenses } from "./dns-firewall.ts";
import { ec2ComputeLenses } from "./ec2-compute.ts";
import { ecsLenses } from "./ecs.ts";
import { elasticBeanstalkLenses } from "./elastic-beanstalk.ts";
import { loadBalancingLenses } from "./load-balancing.ts";
import { networkAclLenses } from "./network-acl.ts";
import { routingLenses } from "./routing.ts";
import { securityGroupLenses } from "./security-group.ts";
import { vpcLenses } from "./vpc.ts";
import { vpcEndpointLenses } from "./vpc-endpoint.ts";
import { webFirewallLenses } from "./web-firewall.ts";

export const networkLenses: readonly Lens[] = [
  ...autoScalingLenses,
  ...batchLenses,
  ...certificateLenses,
  ...dnsFirewallLenses,
  ...ec2ComputeLenses,
  ...ecsLenses,
  ...elasticBeanstalkLenses,
  ...loadBalancingLenses,
  ...networkAclLenses,
  ...routingLenses,
  ...securityGroupLenses,
  ...vpcEndpointLenses,
  ...vpcLenses,
  ...webFirewallLenses,
];
