import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt, writtenAt } from "../written-at.ts";
import { internetRules, throughRules } from "./internet-rules.ts";
import { parentOfType } from "./parent-of-type.ts";
import { administrationPortsOf, isEveryPort, portsOf } from "./rule-traffic.ts";
import { RULE, childRule } from "./security-rules.ts";
import type { SecurityRule } from "./security-rules.ts";

const GROUP = "Microsoft.Network/networkSecurityGroups";

export const internetInbound: Fact = {
  name: "InternetInbound",
  types: [GROUP, RULE],
  description:
    "The inbound rules of the group that let in packets from anywhere on the internet, by priority: Rule, EveryPort, and AdministrationPorts, those among its ports by which machines are administered and data stores are read (SSH, RDP, databases, …). Rules behind one that denies everything are left out; a rule that may let in is an item that is not known. Of a rule whose group another input declares it is the rule alone; absent of other rules.",
  fields: { AdministrationPorts: true, EveryPort: true, Rule: true },
  compute: (resource, { graph }) =>
    resource.type === RULE ? inboundOfRule(graph, resource) : inboundOf(graph, resource),
};

/** What a rule lets in by itself, when the rules before it are not there to be read. */
function inboundOfRule(graph: ResourceGraph, resource: Resource): Value | undefined {
  const group = parentOfType(graph, resource, GROUP);
  if (!(group instanceof Unknown) && group.declared === "here") return undefined;
  const open = throughRules([childRule(resource)], "Inbound").open;
  // where nobody knows the group, it may be one of this input
  return group instanceof Unknown ? open.map(() => group) : described(open);
}

function inboundOf(graph: ResourceGraph, group: Resource): Value {
  if (group.declared === "elsewhere") return new Unknown(`${group.address} is not declared in this input`);
  return described(internetRules(graph, group, "Inbound").open);
}

function described(rules: readonly (SecurityRule | Unknown)[]): Value {
  return rules.map((rule) => (rule instanceof Unknown ? rule : describe(rule)));
}

function describe(rule: SecurityRule): Value {
  const ports = administrationPortsOf(rule.properties);
  const every = portsOf(rule.properties, "destination").some(
    (port) => typeof port === "string" && isEveryPort(port),
  );
  const { resource, pointer } = rule.place;
  const inbound = { Rule: rule.name, EveryPort: every, AdministrationPorts: ports };
  const isOne = rule.properties["destinationPortRange"] !== undefined;
  return partsWrittenAt(writtenAt(inbound, resource, pointer), {
    AdministrationPorts: {
      resource,
      pointer: `${pointer}/${isOne ? "destinationPortRange" : "destinationPortRanges"}`,
    },
  });
}
