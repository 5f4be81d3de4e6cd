import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import { internetReach, isAboutEverything, isWholeNetwork } from "./rule-traffic.ts";
import { mayAllow, mayDeny, securityRules } from "./security-rules.ts";
import type { SecurityRule } from "./security-rules.ts";

type Direction = "Inbound" | "Outbound";

export interface InternetRules {
  /** The rules of the group that let packets through, by priority; what may let them through is unknown. */
  readonly open: readonly (SecurityRule | Unknown)[];
  /** What becomes of the packets that no rule is about: a rule denies them, may deny them, or none does. */
  readonly rest: "denied" | Unknown | "left";
}

/** What the rules of a network security group do to packets from the internet, or to it. */
export function internetRules(graph: ResourceGraph, group: Resource, direction: Direction): InternetRules {
  return throughRules(securityRules(graph, group), direction);
}

/** The same of rules that stand by themselves, the first one first. */
export function throughRules(
  rules: readonly (SecurityRule | Unknown)[],
  direction: Direction,
): InternetRules {
  const open: (SecurityRule | Unknown)[] = [];
  let perhapsDenied: Unknown | undefined;
  for (const rule of rules) {
    const effect = rule instanceof Unknown ? rule : effectOf(rule, direction);
    if (effect === "denies") return { open, rest: "denied" };
    if (effect === "none") continue;
    if (effect === "allows") {
      open.push(perhapsDenied ?? rule);
      continue;
    }
    if (mayAllow(rule)) open.push(effect);
    // what may deny everything may leave nothing of the rules after it
    if (mayDeny(rule)) perhapsDenied ??= effect;
  }
  return { open, rest: perhapsDenied ?? "left" };
}

function effectOf(rule: SecurityRule, direction: Direction): "allows" | "denies" | "none" | Unknown {
  if (rule.direction === (direction === "Inbound" ? "Outbound" : "Inbound")) return "none";
  const [outside, inside] =
    direction === "Inbound" ? (["source", "destination"] as const) : (["destination", "source"] as const);
  const reach = internetReach(rule.properties, outside);
  if (reach === "none" || reach === "some") return "none";
  const unknown = [rule.uncertain, rule.direction, rule.access, rule.priority, reach].find(
    (part) => part instanceof Unknown,
  );
  if (rule.access === "Deny") {
    const everything = isAboutEverything(rule.properties);
    // a rule for some machines leaves the others as they are
    const everybody = isWholeNetwork(rule.properties, inside);
    if (reach === "broad" || everything === false || everybody === false) return "none";
    return [unknown, everything, everybody].find((part) => part instanceof Unknown) ?? "denies";
  }
  if (unknown instanceof Unknown) return unknown;
  return rule.access === "Allow" ? "allows" : "none";
}
