import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Resource } from "../model/resource.ts";
import type { ResultResource, ResultVerdict } from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Evidence, Verdict } from "../model/verdict.ts";
import type { Rule } from "../ruleset/rule.ts";
import { defineFingerprint } from "./fingerprint.ts";
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
  // no iterator, which would make an object for each of what may be a million verdicts
  verdicts.forEach((verdict) => {
    if (!isShown(verdict, showsPasses)) return;
    const group = groups.get(verdict.ruleId);
    if (group === undefined) groups.set(verdict.ruleId, [verdict]);
    else group.push(verdict);
  });
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

/** A verdict whose members are written one after the other, in the order in which reports show them. */
type Unfinished = Partial<ResultVerdict> & Pick<ResultVerdict, "rule" | "title" | "severity" | "verdict">;

function buildVerdict(
  verdict: ShownVerdict,
  { rule, controls, ordinal }: VerdictContext,
  addressOf: (id: string) => string,
): ResultVerdict {
  // a pass looks for its evidence each time it is asked
  const { resource, outcome, evidence: found } = verdict;
  const evidence = found.map((item) => showEvidence(item, addressOf));
  // no object that is spread into another: there may be as many verdicts as there are resources
  const shown: Unfinished = {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict: outcome,
  };
  if (resource !== undefined) {
    shown.resource = showResource(resource);
    const { calls = [] } = resource;
    if (calls.length > 0) shown.calls = [...calls];
  }
  shown.controls = controls;
  shown.message = formatMessage(sentenceOf(rule, outcome), resource);
  shown.reasons = [...verdict.reasons];
  defineFingerprint(shown, ordinal);
  const location = evidence[findDecisive(found, resource)]?.location ?? verdict.location;
  if (location !== undefined) shown.location = location;
  shown.evidence = evidence;
  // nothing is missing any more
  return shown as ResultVerdict;
}

/** Where the first property of the resource that decides is written, or would be when none is there; -1 for neither. */
function findDecisive(found: readonly Evidence[], resource: Resource | undefined): number {
  const isOwn = (item: Evidence): boolean => item.resource === resource || item.resource.id === resource?.id;
  const written = found.findIndex((item) => item.value !== undefined && isOwn(item));
  return written < 0 ? found.findIndex(isOwn) : written;
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

function showResource({ address, type, writtenType, name, location }: Resource): ResultResource {
  const shown: ResultResource = { address, type };
  if (writtenType !== undefined) shown.writtenType = writtenType;
  if (name !== undefined) shown.name = name;
  if (location !== undefined) shown.location = location;
  return shown;
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
