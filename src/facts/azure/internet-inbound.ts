import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt, writtenAt } from "../written-at.ts";
import { internetRules } from "./internet-rules.ts";
import { administrationPortsOf, isEveryPort, portsOf } from "./rule-traffic.ts";
import type { SecurityRule } from "./security-rules.ts";

export const internetInbound: Fact = {
  name: "InternetInbound",
  types: ["Microsoft.Network/networkSecurityGroups"],
  description:
    "The inbound rules of the group that let in packets from anywhere on the internet, by priority: Rule, EveryPort, and AdministrationPorts, those among its ports by which machines are administered and data stores are read (SSH, RDP, databases, …). Rules behind one that denies everything are left out; a rule that may let in is an item that is not known.",
  fields: { AdministrationPorts: true, EveryPort: true, Rule: true },
  compute: (group, { graph }) => inboundOf(graph, group),
};

function inboundOf(graph: ResourceGraph, group: Resource): Value {
  if (group.declared === "elsewhere") return new Unknown(`${group.address} is not declared in this input`);
  return internetRules(graph, group, "Inbound").open.map((rule) =>
    rule instanceof Unknown ? rule : described(rule),
  );
}

function described(rule: SecurityRule): Value {
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
