import type { Fact } from "../fact.ts";
import { aclEgress } from "./acl-egress.ts";
import { egress } from "./compute-egress.ts";
import { dnsFirewall } from "./dns-firewall.ts";
import { egressRules } from "./egress-rules.ts";
import { policyRestricted } from "./endpoint-policy.ts";
import { endpointServiceFact } from "./endpoint-service.ts";
import { ingressRules } from "./ingress-rules.ts";
import { missingEndpoints } from "./missing-endpoints.ts";
import { outboundRoutes } from "./outbound-routes.ts";
import { phiCompute } from "./phi-compute.ts";
import { tlsPolicies } from "./tls-policies.ts";
import { tokensByDefault } from "./tokens-by-default.ts";
import { used } from "./used-group.ts";

export const networkFacts: readonly Fact[] = [
  aclEgress,
  dnsFirewall,
  egress,
  egressRules,
  endpointServiceFact,
  ingressRules,
  missingEndpoints,
  outboundRoutes,
  phiCompute,
  policyRestricted,
  tlsPolicies,
  tokensByDefault,
  used,
];
