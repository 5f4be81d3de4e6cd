import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Resource } from "../model/resource.ts";
import type {
  ResultEvidence,
  ResultLocation,
  ResultResource,
  ResultVerdict,
} from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Rule } from "../ruleset/rule.ts";
import { fingerprint } from "./fingerprint.ts";
import { formatMessage } from "./format-message.ts";
import { showEvidence } from "./show-evidence.ts";

/**
 * The verdicts as the result shows them: by severity, rule and address, so that two scans differ only where they must.
 * Most verdicts pass, so they are left out where no report shows them.
 */
export function buildVerdicts(
  verdicts: readonly Verdict[],
  rules: readonly Rule[],
  graph: ResourceGraph,
  showsPasses: boolean,
): ResultVerdict[] {
  const byRule = groupByRule(verdicts);
  const addressOf = (id: string) => graph.get(id)?.address ?? id;
  const built: ResultVerdict[] = [];
  for (const rule of rules.toSorted(compareRules)) {
    const ordinals = new Map<string, number>();
    for (const verdict of (byRule.get(rule.id) ?? []).toSorted(compareAddresses)) {
      if (verdict.outcome === "not-applicable" || (verdict.outcome === "pass" && !showsPasses)) continue;
      const address = verdict.resource?.address ?? "";
      const ordinal = ordinals.get(address) ?? 0;
      ordinals.set(address, ordinal + 1);
      const evidence = verdict.evidence.map((item) => showEvidence(item, addressOf));
      const location = decidingLocation(verdict, evidence);
      built.push({
        ...buildVerdict(verdict, verdict.outcome, rule, ordinal),
        ...(location !== undefined && { location }),
        evidence,
      });
    }
  }
  return built;
}

function groupByRule(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const group = groups.get(verdict.ruleId);
    if (group === undefined) groups.set(verdict.ruleId, [verdict]);
    else group.push(verdict);
  }
  return groups;
}

function buildVerdict(
  verdict: Verdict,
  outcome: ResultVerdict["verdict"],
  rule: Rule,
  ordinal: number,
): Omit<ResultVerdict, "evidence"> {
  const { resource } = verdict;
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict: outcome,
    ...(resource !== undefined && { resource: showResource(resource) }),
    ...(resource?.calls !== undefined && resource.calls.length > 0 && { calls: [...resource.calls] }),
    controls: [...rule.controls],
    message: formatMessage(sentenceOf(rule, outcome), resource),
    reasons: [...verdict.reasons],
    fingerprint: fingerprint(rule.id, resource?.address, ordinal),
  };
}

/** Where the first property of the resource that decides is written, or would be. */
function decidingLocation(
  { resource, evidence, location }: Verdict,
  shown: readonly ResultEvidence[],
): ResultLocation | undefined {
  const own = evidence.findIndex((item) => item.resource.id === resource?.id);
  return shown[own]?.location ?? location;
}

function sentenceOf(rule: Rule, outcome: ResultVerdict["verdict"]): string {
  switch (outcome) {
    case "fail":
      return rule.message;
    case "pass":
      return rule.title;
    case "unknown":
      return rule.unknownMessage ?? `The input does not settle whether this holds: ${rule.title}`;
  }
}

function showResource(resource: Resource): ResultResource {
  return {
    address: resource.address,
    type: resource.type,
    ...(resource.writtenType !== undefined && { writtenType: resource.writtenType }),
    ...(resource.name !== undefined && { name: resource.name }),
    ...(resource.location !== undefined && { location: resource.location }),
  };
}

function compareRules(left: Rule, right: Rule): number {
  return (
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || compareText(left.id, right.id)
  );
}

function compareAddresses(left: Verdict, right: Verdict): number {
  const [one, other] = [left.resource, right.resource];
  return compareText(one?.address ?? "", other?.address ?? "") || compareText(one?.id ?? "", other?.id ?? "");
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
