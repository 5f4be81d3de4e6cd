import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { NO, truthValue, unknownAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { namedResources } from "./named-resources.ts";

const ASSOCIATION = "AWS::Route53Resolver::FirewallRuleGroupAssociation";
const GROUP = "AWS::Route53Resolver::FirewallRuleGroup";
const LIST = "AWS::Route53Resolver::FirewallDomainList";
const CONFIG = "aws_route53_resolver_firewall_config";

export const dnsFirewall: Fact = {
  name: "DnsFirewall",
  types: ["AWS::EC2::VPC"],
  description:
    "Route 53 Resolver DNS Firewall of the VPC, as the input associates it. Associated: whether a rule group is. BlocksRest: whether a rule blocks every name, and none before it lets every name pass or only tells of it. FailsOpen: whether names pass unfiltered while the firewall is not there.",
  fields: { Associated: true, BlocksRest: true, FailsOpen: true },
  compute(vpc, { graph }) {
    if (vpc.declared === "elsewhere") return new Unknown(`${vpc.address} is not declared in this input`);
    const { certain, possible } = findReferrers(graph, ASSOCIATION, "/VpcId", vpc);
    const associated: Truth = certain.length > 0 ? true : possible.length > 0 ? "unknown" : false;
    const blocks = blocksRest(graph, vpc);
    const open = failsOpen(graph, vpc);
    return {
      Associated: truthValue(associated, blocks.reasons),
      BlocksRest: truthValue(blocks.truth, blocks.reasons),
      FailsOpen: truthValue(open.truth, open.reasons),
    };
  },
};

/** A rule that is, or may be, for every name; those for some names decide nothing about the rest. */
interface CatchAll {
  /** Priority of the group, then its own; undefined when one of them is not known. */
  readonly order: readonly [group: number, rule: number] | undefined;
  readonly everything: Truth;
  readonly blocks: Truth;
  readonly reason: string;
}

/** The rule for every name that comes first decides. Rules that may be such count where they would change the answer. */
function blocksRest(graph: ResourceGraph, vpc: Resource): Answer {
  const { certain, possible } = findReferrers(graph, ASSOCIATION, "/VpcId", vpc);
  const reasons = possible.map(({ address }) => `${address} may be of ${vpc.address}`);
  const rules = certain.flatMap((association) => rulesOf(graph, association, reasons));
  const sure = rules.filter(
    ({ order, everything, blocks }) => order !== undefined && everything === true && blocks !== "unknown",
  );
  const [first] = sure.sort((left, right) => compareOrder(left, right));
  const truth = first?.blocks ?? false;
  const doubtful = rules.filter((rule) => !sure.includes(rule) && rule.blocks !== truth);
  const earlier = doubtful.filter(
    (rule) => rule.order === undefined || first === undefined || compareOrder(rule, first) < 0,
  );
  const why = [...reasons, ...earlier.map(({ reason }) => reason)];
  return why.length > 0 ? unknownAnswer(why) : { ...NO, truth };
}

function compareOrder({ order: left }: CatchAll, { order: right }: CatchAll): number {
  if (left === undefined || right === undefined) return 0;
  return left[0] - right[0] || left[1] - right[1];
}

function rulesOf(graph: ResourceGraph, association: Resource, reasons: string[]): readonly CatchAll[] {
  const { certain, someOf, open } = namedResources(graph, propertyAt(association, "/FirewallRuleGroupId"), [
    GROUP,
  ]);
  const [group, ...others] = certain;
  if (group === undefined || others.length + someOf.length + open.length > 0) {
    reasons.push(`which rule group ${association.address} has is not known`);
    return [];
  }
  const rules = plain(propertyAt(group, "/FirewallRules"));
  if (rules === undefined) return [];
  if (!isValueList(rules)) {
    const elsewhere = group.declared === "elsewhere";
    reasons.push(
      elsewhere
        ? `${group.address} is not declared in this input`
        : `the rules of ${group.address} are not known`,
    );
    return [];
  }
  const priority = plain(propertyAt(association, "/Priority"));
  return rules
    .map((rule) => readRule(graph, group, priority, plain(rule)))
    .filter(({ everything }) => everything !== false);
}

function readRule(
  graph: ResourceGraph,
  group: Resource,
  priority: Value | undefined,
  rule: Value | undefined,
): CatchAll {
  const reason = `whether a rule of ${group.address} is for every name, and what it does, is not known`;
  if (!isValueMap(rule)) return { order: undefined, everything: "unknown", blocks: "unknown", reason };
  const action = plain(rule["Action"]);
  const own = plain(rule["Priority"]);
  return {
    order: typeof priority === "number" && typeof own === "number" ? [priority, own] : undefined,
    everything: matchesEverything(graph, rule),
    blocks: typeof action === "string" ? action.toUpperCase() === "BLOCK" : "unknown",
    reason,
  };
}

/** A rule with a list that holds `*`, for queries of every kind. */
function matchesEverything(graph: ResourceGraph, rule: ValueMap): Truth {
  const kind = plain(rule["Qtype"]);
  if (kind !== undefined && !(kind instanceof Unknown)) return false;
  const list = rule["FirewallDomainListId"];
  if (list === undefined) return false;
  const { certain, someOf, open } = namedResources(graph, list, [LIST]);
  const holds = [...certain, ...someOf.flat()].map((domains) => holdsEverything(domains));
  if (holds.length === 0 || open.length > 0 || kind instanceof Unknown) {
    return holds.length > 0 && holds.every((held) => held === false) && open.length === 0 ? false : "unknown";
  }
  const [first] = holds;
  return holds.every((held) => held === first) ? (first ?? "unknown") : "unknown";
}

function holdsEverything(list: Resource): Truth {
  const domains = plain(propertyAt(list, "/Domains"));
  // a list may also be read from a file in S3
  if (domains === undefined) return list.properties["DomainFileUrl"] === undefined ? false : "unknown";
  if (!isValueList(domains)) return "unknown";
  return anyTruth(
    domains
      .map((domain) => plain(domain))
      .map((text) => (text instanceof Unknown ? "unknown" : text === "*" || text === "*.")),
  );
}

/** The firewall fails closed unless a configuration says otherwise. */
function failsOpen(graph: ResourceGraph, vpc: Resource): Answer {
  const { certain, possible } = findReferrers(graph, CONFIG, "/resource_id", vpc);
  const told = [...certain, ...possible].map((config) => plain(propertyAt(config, "/firewall_fail_open")));
  const [only] = told;
  if (only === undefined) return NO;
  const isOpen: Truth = only instanceof Unknown ? "unknown" : only === "ENABLED";
  if (certain.length === 1 && possible.length === 0 && isOpen !== "unknown") return { ...NO, truth: isOpen };
  if (told.every((value) => value === "DISABLED")) return NO;
  return unknownAnswer(["whether the DNS firewall fails open is not known"]);
}
