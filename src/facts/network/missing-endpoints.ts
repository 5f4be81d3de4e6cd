import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { computeUsers, possibleUses } from "./compute-users.ts";
import { endpointService } from "./endpoint-service.ts";
import { servicesInUse } from "./services-in-use.ts";

export const missingEndpoints: Fact = {
  name: "MissingEndpoints",
  types: ["AWS::EC2::VPC"],
  needs: ["Roles", "IdentityStatements"],
  description:
    "The AWS services that compute on health data in the VPC calls, by its type and the policies of its role, and for which the input declares no endpoint in the VPC: dynamodb, ecr.api, ecr.dkr, kms, lambda, logs, omics, s3, sagemaker.api, sagemaker.runtime, states, sts.",
  compute(vpc, { graph }) {
    if (vpc.declared === "elsewhere") return new Unknown(`${vpc.address} is not declared in this input`);
    return describeMissing(graph, vpc);
  },
};

function describeMissing(graph: ResourceGraph, vpc: Resource): Value {
  const users = computeUsers(graph);
  const used = (users.named.get(vpc) ?? []).map((compute) => servicesInUse(graph, compute));
  const services = [...new Set(used.flatMap((each) => [...each.services]))].sort();
  const endpoints = endpointsOf(graph, vpc);
  const missing = services.filter((service) => !endpoints.services.some((name) => serves(name, service)));
  const found = missing.map((service): Value => {
    const [reason] = endpoints.open;
    return reason === undefined ? service : new Unknown(`${reason}, so it may be the one for ${service}`);
  });
  const reasons = [...used.flatMap((each) => each.open), ...possibleUses(users, vpc)];
  return [...found, ...[...new Set(reasons)].map((reason) => new Unknown(reason))];
}

interface Endpoints {
  readonly services: readonly string[];
  /** Endpoints that may be of the VPC, or of any service. */
  readonly open: readonly string[];
}

function endpointsOf(graph: ResourceGraph, vpc: Resource): Endpoints {
  const { certain, possible } = findReferrers(graph, "AWS::EC2::VPCEndpoint", "/VpcId", vpc);
  const leads = certain.map((endpoint) => ({ endpoint, service: endpointService(endpoint) }));
  return {
    services: leads.flatMap(({ service }) => (typeof service === "string" ? [service] : [])),
    open: [
      ...leads.flatMap(({ endpoint, service }) =>
        service instanceof Unknown ? [`the service of ${endpoint.address} is not known`] : [],
      ),
      ...possible.map(({ address }) => `the VPC of ${address} is not known`),
    ],
  };
}

/** HealthOmics has an endpoint for each of its parts. */
function serves(name: string, service: string): boolean {
  return service === "omics"
    ? /(?:^|-)omics(?:-fips)?$/.test(name)
    : name === service || name === `${service}-fips`;
}
