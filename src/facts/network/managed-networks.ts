import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { gathered, isGiven, isTrue, reasonsOf } from "./compute-network.ts";
import type { ComputeNetwork } from "./compute-network.ts";

export function functionNetwork(compute: Resource): ComputeNetwork {
  const subnets = propertyAt(compute, "/VpcConfig/SubnetIds");
  const groups = propertyAt(compute, "/VpcConfig/SecurityGroupIds");
  // Lambda takes both or none: https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
  const inVpc = either(isGiven(subnets), isGiven(groups));
  return {
    inVpc,
    beside: negate(inVpc),
    reasons: reasonsOf(subnets),
    subnets,
    groups,
    publicAddress: false,
    ipv6: isTrue(propertyAt(compute, "/VpcConfig/Ipv6AllowedForDualStack")),
  };
}

/** Without a VPC a run reaches S3 and ECR of its region alone. */
export function omicsNetwork(compute: Resource): ComputeNetwork {
  const subnets = propertyAt(compute, "/RunConfigurations/VpcConfig/SubnetIds");
  return {
    inVpc: isGiven(subnets),
    beside: false,
    reasons: reasonsOf(subnets),
    subnets,
    groups: propertyAt(compute, "/RunConfigurations/VpcConfig/SecurityGroupIds"),
    publicAddress: false,
    ipv6: "unknown",
  };
}

export function modelNetwork(compute: Resource): ComputeNetwork {
  const isolated = propertyAt(compute, "/EnableNetworkIsolation");
  const subnets = propertyAt(compute, "/VpcConfig/Subnets");
  const inVpc = isGiven(subnets);
  const alone = isTrue(isolated);
  return {
    inVpc,
    beside: alone === true ? false : negate(either(alone, inVpc)),
    reasons: [...reasonsOf(isolated), ...reasonsOf(subnets)],
    // an isolated container opens no connection, wherever it runs
    subnets: alone === true ? undefined : subnets,
    groups: propertyAt(compute, "/VpcConfig/SecurityGroupIds"),
    publicAddress: false,
    ipv6: "unknown",
  };
}

export function notebookNetwork(compute: Resource): ComputeNetwork {
  const direct = propertyAt(compute, "/DirectInternetAccess");
  const subnets = propertyAt(compute, "/SubnetId");
  const access = plain(direct);
  const isDisabled: Truth = access instanceof Unknown ? "unknown" : access === "Disabled";
  // with direct access everything but the VPC's own range goes past the VPC
  const inVpc = both(isDisabled, isGiven(subnets));
  return {
    inVpc,
    beside: negate(inVpc),
    reasons: [...reasonsOf(direct), ...reasonsOf(subnets)],
    subnets,
    groups: propertyAt(compute, "/SecurityGroupIds"),
    publicAddress: false,
    ipv6: "unknown",
  };
}

export function domainNetwork(graph: ResourceGraph, compute: Resource): ComputeNetwork {
  const access = propertyAt(compute, "/AppNetworkAccessType");
  const known = plain(access);
  const isVpcOnly: Truth = known instanceof Unknown ? "unknown" : known === "VpcOnly";
  return {
    inVpc: isVpcOnly,
    beside: negate(isVpcOnly),
    reasons: reasonsOf(access),
    subnets: propertyAt(compute, "/SubnetIds"),
    groups: groupsOfDomain(graph, compute),
    publicAddress: false,
    ipv6: "unknown",
  };
}

/** Apps of a user have the groups of their profile in place of those of the domain. */
function groupsOfDomain(graph: ResourceGraph, domain: Resource): Value | undefined {
  const own = gathered([
    propertyAt(domain, "/DefaultUserSettings/SecurityGroups"),
    propertyAt(domain, "/DefaultSpaceSettings/SecurityGroups"),
  ]);
  const { certain, possible } = findReferrers(graph, "AWS::SageMaker::UserProfile", "/DomainId", domain);
  const ofUsers = [
    ...certain.map((profile) => propertyAt(profile, "/UserSettings/SecurityGroups")),
    ...possible.map(
      ({ address }) => new Unknown(`whether ${address} is a user of ${domain.address} is not known`),
    ),
  ].filter((groups) => groups !== undefined);
  if (own !== undefined || ofUsers.length === 0) return gathered([own, ...ofUsers]);
  return [new Unknown(`the security groups of ${domain.address} are not told`), ...ofUsers];
}

/** Tasks in bridge or host mode use the network of their container instances, which the service does not tell. */
export function serviceNetwork(compute: Resource): ComputeNetwork {
  const configuration = propertyAt(compute, "/NetworkConfiguration/AwsvpcConfiguration");
  const subnets = propertyAt(compute, "/NetworkConfiguration/AwsvpcConfiguration/Subnets");
  const assigned = plain(propertyAt(compute, "/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp"));
  // ECS takes no such configuration without subnets, whichever they are
  const inVpc: Truth = isGiven(subnets) === true || isValueMap(plain(configuration)) ? true : "unknown";
  const untold =
    configuration === undefined ? [`${compute.address} runs in the network of its container instances`] : [];
  return {
    inVpc,
    beside: inVpc === true ? false : "unknown",
    reasons: [...untold, ...reasonsOf(subnets)],
    subnets,
    groups: propertyAt(compute, "/NetworkConfiguration/AwsvpcConfiguration/SecurityGroups"),
    publicAddress: assigned instanceof Unknown ? "unknown" : assigned === "ENABLED",
    ipv6: "unknown",
  };
}
