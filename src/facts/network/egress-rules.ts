import { Sensitive, Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { egressRules as rulesOfGroup } from "./security-group-rules.ts";
import type { EgressRule } from "./security-group-rules.ts";

export const egressRules: Fact = {
  name: "EgressRules",
  types: ["AWS::EC2::SecurityGroup"],
  description:
    "What the security group lets out: its own rules, those that are declared for it, and the default rule where nobody took it away. Reach: anywhere (a /8 or more of the internet), public (fewer addresses on the internet), private, vpc (the range of a VPC, by reference), prefix-list (of AWS), security-group, or none. A rule that may belong to the group, and leads nowhere else than into the VPC, is left out.",
  fields: { Reach: true, Destination: true, Protocol: true, FromPort: true, ToPort: true, Rule: true },
  compute: (group, { graph }) => rulesOfGroup(graph, group).flatMap(describeRule),
};

function describeRule(rule: EgressRule): readonly Value[] {
  const { address, destination, protocol, fromPort, toPort, doubt, hidden, place } = rule;
  if (doubt !== undefined) return destination.ranges.length === 0 ? [] : [new Unknown(doubt)];
  const described: Record<string, Value> = { Reach: destination.reach, Rule: address };
  if (destination.text !== undefined) described["Destination"] = destination.text;
  if (protocol !== undefined) described["Protocol"] = protocol;
  if (fromPort !== undefined) described["FromPort"] = fromPort;
  if (toPort !== undefined) described["ToPort"] = toPort;
  const shown = hidden ? new Sensitive(described) : described;
  return [place === undefined ? shown : writtenAt(shown, place.resource, place.pointer)];
}
