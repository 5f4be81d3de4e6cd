import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Sensitive, Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { NO, agreedAnswer, anyAnswer, truthValue, unknownAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { ComputeNetwork } from "./compute-network.ts";
import { leaveSubnet } from "./leave-subnet.ts";
import type { Offer, Sender } from "./leave-subnet.ts";
import { namedNetwork } from "./named-network.ts";
import type { NamedNetwork } from "./named-network.ts";
import { isNobody } from "./named-resources.ts";
import type { Named } from "./named-resources.ts";
import { COMPUTE_TYPES } from "./network-of-compute.ts";
import { perResource } from "./per-resource.ts";
import { anyRule, defaultGroupRules, egressRules } from "./security-group-rules.ts";
import type { EgressRule } from "./security-group-rules.ts";
import { vpcOfSubnet } from "./vpc-of-subnet.ts";

const VPC = "AWS::EC2::VPC";

export const egress: Fact = {
  name: "Egress",
  types: COMPUTE_TYPES.filter((type) => type !== "AWS::EC2::LaunchTemplate"),
  description:
    "InVpc: whether what the compute sends goes through a VPC of the customer. Internet: whether it can reach the internet without a firewall on the way; in a VPC its security groups, the network ACL and the route table of a subnet must all let it, and an internet gateway takes IPv4 only from a public address. Path: the way, when there is one.",
  fields: { InVpc: true, Internet: true, Path: true },
  compute(compute, { graph }) {
    const named = namedNetwork(graph, compute);
    return named === undefined ? undefined : describeEgress(graph, compute, named);
  },
};

function describeEgress(graph: ResourceGraph, compute: Resource, named: NamedNetwork): Value {
  const { network } = named;
  const answer = anyAnswer([besideVpc(compute, network), throughVpc(graph, compute, named)]);
  const internet = truthValue(answer.truth, answer.reasons, answer.hidden);
  const inVpc = truthValue(network.inVpc, network.reasons);
  if (answer.truth === false) return { InVpc: inVpc, Internet: internet };
  return { InVpc: inVpc, Internet: internet, Path: describePath(compute, answer) };
}

function describePath(compute: Resource, { truth, path, reasons, hidden }: Answer): Value {
  if (truth !== true) return truthValue("unknown", reasons);
  const steps = [...new Set([compute.address, ...path])];
  return hidden ? new Sensitive(steps) : steps;
}

function besideVpc(compute: Resource, { beside, reasons }: ComputeNetwork): Answer {
  if (beside === false) return NO;
  const path = [`a network outside of any VPC of the customer`, "internet"];
  const why = reasons.length > 0 ? reasons : [`where ${compute.address} runs is not known`];
  return { truth: beside, reasons: beside === true ? [] : why, path, hidden: false };
}

function throughVpc(
  graph: ResourceGraph,
  compute: Resource,
  { network, subnets: { certain, someOf, open }, groups }: NamedNetwork,
): Answer {
  const from = (subnet: Resource): Answer => fromSubnet(graph, compute, subnet, network, groups);
  const answers = certain.map(from);
  for (const subnets of someOf) {
    const several = `in which of several subnets ${compute.address} runs is not known`;
    answers.push(withReason(agreedAnswer(subnets.map(from)), several));
  }
  for (const reason of open) answers.push(fromUnknownSubnet(graph, groups, reason));
  const somewhere = anyAnswer(answers);
  if (network.inVpc === true || somewhere.truth === false) return somewhere;
  return {
    ...somewhere,
    truth: both(somewhere.truth, network.inVpc),
    reasons: [...network.reasons, ...somewhere.reasons],
  };
}

function withReason(answer: Answer, reason: string): Answer {
  return answer.truth === "unknown" && answer.reasons.length === 0
    ? { ...answer, reasons: [reason] }
    : answer;
}

function fromSubnet(
  graph: ResourceGraph,
  compute: Resource,
  subnet: Resource,
  network: ComputeNetwork,
  groups: Named,
): Answer {
  const offers = isNobody(groups) ? offersByDefault(graph, compute, subnet) : offersOf(graph, groups);
  const left = leaveSubnet(graph, subnet, offers, () => senderIn(subnet, network));
  return left.path.length === 0 ? left : { ...left, path: [subnet.address, ...left.path] };
}

/** Security groups that let nothing out to the internet decide wherever the compute runs. */
function fromUnknownSubnet(graph: ResourceGraph, groups: Named, reason: string): Answer {
  if (isNobody(groups)) return unknownAnswer([reason]);
  return offersOf(graph, groups).every(({ traffic }) => traffic.length === 0) ? NO : unknownAnswer([reason]);
}

function offersOf(graph: ResourceGraph, { certain, someOf, open }: Named): readonly Offer[] {
  const [only] = certain;
  if (only !== undefined && certain.length + someOf.length + open.length === 1) {
    return offersOfGroup(graph, only);
  }
  return [
    ...certain.flatMap((group) => offersOfGroup(graph, group)),
    ...someOf.flatMap((groups) => rulesOfSome(graph, groups).map(offerOf)),
    ...open.map((reason) => offerOf(anyRule("a security group", reason))),
  ];
}

const offersOfGroup = perResource((graph: ResourceGraph, group: Resource): readonly Offer[] =>
  rulesOfGroup(graph, group).map(offerOf),
);

/** A reference to a VPC stands for its default security group. */
function rulesOfGroup(graph: ResourceGraph, group: Resource): readonly EgressRule[] {
  return group.type === VPC ? defaultGroupRules(graph, group) : egressRules(graph, group);
}

function rulesOfSome(graph: ResourceGraph, groups: readonly Resource[]): readonly EgressRule[] {
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) return rulesOfGroup(graph, only);
  return groups.flatMap((group) =>
    rulesOfGroup(graph, group).map((rule) => ({
      ...rule,
      certain: false,
      doubt: rule.doubt ?? `which of ${groups.map(({ address }) => address).join(", ")} it has is not known`,
    })),
  );
}

function offersByDefault(graph: ResourceGraph, compute: Resource, subnet: Resource): readonly Offer[] {
  const found = vpcOfSubnet(graph, subnet);
  if (found.vpc !== undefined) return offersOfGroup(graph, found.vpc);
  const reason = `${compute.address} has the default security group of its VPC: ${found.reason}`;
  return [offerOf(anyRule(subnet.address, reason))];
}

function offerOf(rule: EgressRule): Offer {
  const { reach } = rule.destination;
  const reason =
    rule.doubt ?? (reach instanceof Unknown ? reach.reason : `not everything of ${rule.address} is known`);
  return {
    traffic: rule.traffic,
    certain: rule.certain ? true : "unknown",
    reason,
    by: rule.address,
    hidden: rule.hidden,
  };
}

function senderIn(subnet: Resource, { publicAddress, ipv6 }: ComputeNetwork): Sender {
  const has = hasIpv6(subnet);
  const assigned = ipv6 === "subnet" ? truthAt(subnet, "/AssignIpv6AddressOnCreation") : ipv6;
  return {
    publicAddress: publicAddress === "subnet" ? truthAt(subnet, "/MapPublicIpOnLaunch") : publicAddress,
    ipv6: both(has, assigned),
  };
}

function hasIpv6(subnet: Resource): Truth {
  const range = propertyAt(subnet, "/Ipv6CidrBlock");
  const allocated = subnet.properties["Ipv6IpamPoolId"];
  return either(isThere(range), isThere(allocated));
}

function isThere(value: Value | undefined): Truth {
  // a part of the range of the VPC, known after apply
  if (value instanceof Reference) return true;
  return value instanceof Unknown ? "unknown" : value !== undefined;
}

function truthAt(resource: Resource, pointer: string): Truth {
  const value = plain(propertyAt(resource, pointer));
  return value instanceof Unknown ? "unknown" : value === true;
}
