import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { internetReach, isAboutEverything, isWholeNetwork } from "./rule-traffic.ts";
import { mayAllow, mayDeny, securityRules } from "./security-rules.ts";
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
  const open: Value[] = [];
  let perhapsDenied: Unknown | undefined;
  for (const rule of securityRules(graph, group)) {
    const effect = rule instanceof Unknown ? rule : effectOf(rule);
    if (effect === "denies") return open;
    if (effect === "none") continue;
    if (effect === "allows") {
      open.push(perhapsDenied ?? described(rule));
      continue;
    }
    if (mayAllow(rule)) open.push(effect);
    // what may deny everything may leave nothing of the rules after it
    if (mayDeny(rule)) perhapsDenied ??= effect;
  }
  open.push(perhapsDenied ?? DEFAULT_RULE);
  return open;
}

function described(rule: SecurityRule | Unknown): Value {
  if (rule instanceof Unknown) return rule;
  const priority = typeof rule.priority === "number" ? { Priority: rule.priority } : {};
  const { resource, pointer } = rule.place;
  return writtenAt({ Rule: rule.name, ...priority }, resource, pointer);
}

/** What a rule does to packets that go to the internet. */
function effectOf(rule: SecurityRule): "allows" | "denies" | "none" | Unknown {
  if (rule.direction === "Inbound") return "none";
  const reach = internetReach(rule.properties, "destination");
  if (reach === "none" || reach === "some") return "none";
  const unknown = [rule.uncertain, rule.direction, rule.access, rule.priority, reach].find(
    (part) => part instanceof Unknown,
  );
  if (rule.access === "Deny") {
    const everything = isAboutEverything(rule.properties);
    // a rule for some machines leaves the others as they are
    const everybody = isWholeNetwork(rule.properties, "source");
    if (reach === "broad" || everything === false || everybody === false) return "none";
    return [unknown, everything, everybody].find((part) => part instanceof Unknown) ?? "denies";
  }
  if (unknown instanceof Unknown) return unknown;
  return rule.access === "Allow" ? "allows" : "none";
}
