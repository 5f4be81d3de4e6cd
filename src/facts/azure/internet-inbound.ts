import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt, writtenAt } from "../written-at.ts";
import {
  administrationPortsOf,
  internetReach,
  isAboutEverything,
  isEveryPort,
  isWholeNetwork,
  portsOf,
} from "./rule-traffic.ts";
import { mayAllow, mayDeny, securityRules } from "./security-rules.ts";
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
  const open: Value[] = [];
  let perhapsDenied: Unknown | undefined;
  for (const rule of securityRules(graph, group)) {
    const effect = rule instanceof Unknown ? rule : effectOf(rule);
    if (effect === "denies") return open;
    if (effect === "none") continue;
    if (effect === "allows") {
      open.push(perhapsDenied ?? (rule instanceof Unknown ? rule : described(rule)));
      continue;
    }
    if (mayAllow(rule)) open.push(effect);
    // what may deny everything may leave nothing of the rules after it
    if (mayDeny(rule)) perhapsDenied ??= effect;
  }
  return open;
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

/** What a rule does to packets that come from the internet. */
function effectOf(rule: SecurityRule): "allows" | "denies" | "none" | Unknown {
  if (rule.direction === "Outbound") return "none";
  const reach = internetReach(rule.properties, "source");
  if (reach === "none" || reach === "some") return "none";
  const unknown = [rule.uncertain, rule.direction, rule.access, rule.priority, reach].find(
    (part) => part instanceof Unknown,
  );
  if (rule.access === "Deny") {
    const everything = isAboutEverything(rule.properties);
    const everybody = isWholeNetwork(rule.properties, "destination");
    if (reach === "broad" || everything === false || everybody === false) return "none";
    return [unknown, everything, everybody].find((part) => part instanceof Unknown) ?? "denies";
  }
  if (unknown instanceof Unknown) return unknown;
  return rule.access === "Allow" ? "allows" : "none";
}
