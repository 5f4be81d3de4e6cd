import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Resource } from "../model/resource.ts";
import type { ResultResource, ResultVerdict } from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Evidence, Verdict } from "../model/verdict.ts";
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
  const byRule = groupByRule(verdicts, showsPasses);
  const addressOf = (id: string) => graph.get(id)?.address ?? id;
  const built: ResultVerdict[] = [];
  const spoken = rules.filter(({ id }) => byRule.has(id));
  for (const rule of spoken.toSorted(compareRules)) {
    const controls = [...rule.controls];
    let last: string | undefined;
    let ordinal = 0;
    for (const verdict of (byRule.get(rule.id) ?? []).sort(compareAddresses)) {
      const address = verdict.resource?.address ?? "";
      // equal addresses stand side by side
      ordinal = address === last ? ordinal + 1 : 0;
      last = address;
      built.push(buildVerdict(verdict, { rule, controls, ordinal }, addressOf));
    }
  }
  return built;
}

/** The verdicts that are shown. */
function groupByRule(
  verdicts: readonly Verdict[],
  showsPasses: boolean,
): ReadonlyMap<string, ShownVerdict[]> {
  const groups = new Map<string, ShownVerdict[]>();
  for (const verdict of verdicts) {
    if (!isShown(verdict, showsPasses)) continue;
    const group = groups.get(verdict.ruleId);
    if (group === undefined) groups.set(verdict.ruleId, [verdict]);
    else group.push(verdict);
  }
  return groups;
}

type ShownVerdict = Verdict & { readonly outcome: ResultVerdict["verdict"] };

function isShown(verdict: Verdict, showsPasses: boolean): verdict is ShownVerdict {
  return verdict.outcome !== "not-applicable" && (verdict.outcome !== "pass" || showsPasses);
}

interface VerdictContext {
  readonly rule: Rule;
  /** Those of the rule: one list for all its verdicts. */
  readonly controls: ResultVerdict["controls"];
  /** Tells apart the verdicts on equal addresses. */
  readonly ordinal: number;
}

function buildVerdict(
  verdict: ShownVerdict,
  { rule, controls, ordinal }: VerdictContext,
  addressOf: (id: string) => string,
): ResultVerdict {
  // a pass looks for its evidence each time it is asked
  const { resource, outcome, evidence: found } = verdict;
  const evidence = found.map((item) => showEvidence(item, addressOf));
  const own = (item: Evidence): boolean => item.resource.id === resource?.id;
  const written = found.findIndex((item) => own(item) && item.value !== undefined);
  const decisive = written < 0 ? found.findIndex(own) : written;
  const location = evidence[decisive]?.location ?? verdict.location;
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict: outcome,
    ...(resource !== undefined && { resource: showResource(resource) }),
    ...(resource?.calls !== undefined && resource.calls.length > 0 && { calls: [...resource.calls] }),
    controls,
    message: formatMessage(sentenceOf(rule, outcome), resource),
    reasons: [...verdict.reasons],
    fingerprint: fingerprint(rule.id, resource?.address, ordinal),
    // where the first property of the resource that decides is written, or would be when none is there
    ...(location !== undefined && { location }),
    evidence,
  };
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
  const { resource: one } = left;
  const { resource: other } = right;
  return compareText(one?.address ?? "", other?.address ?? "") || compareText(one?.id ?? "", other?.id ?? "");
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
