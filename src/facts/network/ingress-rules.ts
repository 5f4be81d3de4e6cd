import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Sensitive, Unknown, isSensitive, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { administrationPorts } from "./administration-ports.ts";
import { reachOf } from "./destination-reach.ts";
import type { Destination } from "./destination-reach.ts";
import { holdsHidden, spanOfPorts, spanOfProtocol } from "./security-group-rules.ts";
import { ALL_PORTS, ALL_PROTOCOLS, hasPorts } from "./traffic.ts";
import type { Span } from "./traffic.ts";

const RULE = "AWS::EC2::SecurityGroupIngress";

export const ingressRules: Fact = {
  name: "IngressRules",
  types: ["AWS::EC2::SecurityGroup"],
  description:
    "What the security group lets in: its own rules and those that are declared for it. Reach says from where, as in EgressRules: anywhere (a /8 or more of the internet), public, private, vpc, prefix-list, security-group, or none. Protocol is tcp, udp, all, or the number of another one; FromPort and ToPort are there when it has ports, 0 and 65535 for all of them. AdministrationPorts are those among them by which machines are administered and data stores are read (SSH, RDP, FTP, databases, …). A rule that may belong to the group, and lets nobody in from the internet, is left out.",
  fields: {
    Reach: true,
    Source: true,
    Protocol: true,
    FromPort: true,
    ToPort: true,
    AdministrationPorts: true,
    Rule: true,
  },
  compute: (group, { graph }) => [...inlineRules(graph, group), ...separateRules(graph, group)],
};

function inlineRules(graph: ResourceGraph, group: Resource): readonly Value[] {
  const inline = propertyAt(group, "/SecurityGroupIngress");
  if (inline === undefined) return [];
  const list = plain(inline);
  if (list instanceof Unknown) return [list];
  if (!isValueList(list)) return [new Unknown(`the ingress of ${group.address} is no list`)];
  return list.map((item, index) => {
    const rule = plain(item);
    if (rule instanceof Unknown) return rule;
    if (!isValueMap(rule)) return new Unknown(`a rule of ${group.address} is no object`);
    const described = describeRule(graph, group.address, rule, isSensitive(inline) || isSensitive(item));
    return writtenAt(described, group, `/SecurityGroupIngress/${String(index)}`);
  });
}

/** Rules that are resources of their own. One whose group is not known may be a rule of any group. */
function separateRules(graph: ResourceGraph, group: Resource): readonly Value[] {
  const { certain, possible } = findReferrers(graph, RULE, "/GroupId", group);
  const doubtful = possible.filter(({ properties }) => sourceOf(graph, properties).ranges.length > 0);
  return [
    ...certain.map((rule) => writtenAt(describeRule(graph, rule.address, rule.properties, false), rule, "")),
    ...doubtful.map(
      ({ address }) =>
        new Unknown(`${address} may be a rule of ${group.address}: its group is not known before apply`),
    ),
  ];
}

function describeRule(graph: ResourceGraph, address: string, rule: ValueMap, hidden: boolean): Value {
  const source = sourceOf(graph, rule);
  const described: Record<string, Value> = { Reach: source.reach, Rule: address };
  addTraffic(described, rule);
  if (source.text !== undefined) described["Source"] = source.text;
  const secret = hidden || holdsHidden(rule);
  return secret ? new Sensitive(described) : described;
}

function addTraffic(described: Record<string, Value>, { IpProtocol, FromPort, ToPort }: ValueMap): void {
  const protocols = spanOfProtocol(IpProtocol);
  if (protocols === undefined) {
    const unknown = unknownOf(IpProtocol, "the protocol of the rule");
    described["Protocol"] = unknown;
    addPorts(described, unknown, unknown, unknown);
    return;
  }
  if (protocols !== ALL_PROTOCOLS && !hasPorts(protocols)) {
    described["Protocol"] = String(protocols.from);
    described["AdministrationPorts"] = [];
    return;
  }
  described["Protocol"] = nameOf(protocols);
  const ports = protocols === ALL_PROTOCOLS ? ALL_PORTS : spanOfPorts(FromPort, ToPort);
  if (ports !== undefined) addPorts(described, ports.from, ports.to, administrationPorts(ports));
  else {
    const first = FromPort ?? new Unknown("the first port of the rule is not there");
    const last = ToPort ?? new Unknown("the last port of the rule is not there");
    const unknown = [FromPort, ToPort].find((port) => plain(port) instanceof Unknown);
    addPorts(described, first, last, unknownOf(unknown, "a port of the rule"));
  }
}

function addPorts(described: Record<string, Value>, first: Value, last: Value, administration: Value): void {
  described["FromPort"] = first;
  described["ToPort"] = last;
  described["AdministrationPorts"] = administration;
}

function nameOf(protocols: Span): string {
  if (protocols === ALL_PROTOCOLS) return "all";
  return protocols.from === 6 ? "tcp" : "udp";
}

function unknownOf(value: Value | undefined, what: string): Unknown {
  const known = plain(value);
  return known instanceof Unknown ? known : new Unknown(`${what} is not known`);
}

/** A rule that lets in names its source where one that lets out names its destination. */
function sourceOf(graph: ResourceGraph, rule: ValueMap): Destination {
  return reachOf(graph, {
    cidr: rule["CidrIp"],
    cidrIpv6: rule["CidrIpv6"],
    list: rule["SourcePrefixListId"],
    group: rule["SourceSecurityGroupId"] ?? rule["SourceSecurityGroupName"],
  });
}
