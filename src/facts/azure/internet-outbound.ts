import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { internetRules } from "./internet-rules.ts";
import type { SecurityRule } from "./security-rules.ts";

const GROUP = "Microsoft.Network/networkSecurityGroups";

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules */
const DEFAULT_RULE = { Rule: "AllowInternetOutBound, which Azure adds to every group", Priority: 65_001 };

export const internetOutbound: Fact = {
  name: "InternetOutbound",
  types: [GROUP],
  description:
    "The outbound rules of the group that let packets out to the internet, by priority: Rule and Priority; the rule that Azure adds to every group is one of them unless a rule before it denies everything. Empty when nothing gets out. A rule that may, and one that may be denied by another before it, is an item that is not known.",
  fields: { Priority: true, Rule: true },
  compute: (group, { graph }) => outboundOf(graph, group),
};

function outboundOf(graph: ResourceGraph, group: Resource): Value {
  if (group.declared === "elsewhere") return new Unknown(`${group.address} is not declared in this input`);
  const { open, rest } = internetRules(graph, group, "Outbound");
  const passing = open.map(described);
  if (rest === "denied") return passing;
  return [...passing, rest === "left" ? DEFAULT_RULE : rest];
}

function described(rule: SecurityRule | Unknown): Value {
  if (rule instanceof Unknown) return rule;
  const priority = typeof rule.priority === "number" ? { Priority: rule.priority } : {};
  const { resource, pointer } = rule.place;
  return writtenAt({ Rule: rule.name, ...priority }, resource, pointer);
}
