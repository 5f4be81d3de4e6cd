import type { Location } from "../model/location.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Resource } from "../model/resource.ts";
import type {
  ResultEvidence,
  ResultModuleCall,
  ResultResource,
  ResultVerdict,
} from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Evidence, Verdict } from "../model/verdict.ts";
import type { Rule } from "../ruleset/rule.ts";
import { ByRule } from "./by-rule.ts";
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
  const show = (item: Evidence) => showEvidence(item, addressOf);
  const built: ResultVerdict[] = [];
  const spoken = rules.filter(({ id }) => byRule.get(id) !== undefined);
  for (const rule of spoken.toSorted(compareRules)) {
    const told: Telling = { rule, controls: [...rule.controls], show };
    let last: string | undefined;
    let ordinal = 0;
    sortByAddress(byRule.get(rule.id) ?? []).forEach((verdict) => {
      const address = verdict.resource?.address ?? "";
      // equal addresses stand side by side
      ordinal = address === last ? ordinal + 1 : 0;
      last = address;
      built.push(new BuiltVerdict(verdict, told, ordinal));
    });
  }
  return built;
}

/** The verdicts that are shown. */
function groupByRule(verdicts: readonly Verdict[], showsPasses: boolean): ByRule<ShownVerdict[]> {
  const groups = new ByRule<ShownVerdict[]>(() => []);
  // no iterator, which would make an object for each of what may be a million verdicts
  verdicts.forEach((verdict) => {
    if (isShown(verdict, showsPasses)) groups.of(verdict.ruleId).push(verdict);
  });
  return groups;
}

type ShownVerdict = Verdict & { readonly outcome: ResultVerdict["verdict"] };

function isShown(verdict: Verdict, showsPasses: boolean): verdict is ShownVerdict {
  return verdict.outcome !== "not-applicable" && (verdict.outcome !== "pass" || showsPasses);
}

/** What is the same for all verdicts of a rule. */
interface Telling {
  readonly rule: Rule;
  readonly controls: ResultVerdict["controls"];
  readonly show: (item: Evidence) => ResultEvidence;
}

/**
 * The members are written in the order in which reports show them. A class, since there may be as many as there are
 * resources: what one may have beside the rest takes no second object. Declared alone, or each would be written twice.
 */
class BuiltVerdict implements ResultVerdict {
  declare readonly rule: string;
  declare readonly title: string;
  declare readonly severity: ResultVerdict["severity"];
  declare readonly verdict: ResultVerdict["verdict"];
  declare readonly resource?: ResultResource;
  declare readonly calls?: ResultModuleCall[];
  declare readonly controls: ResultVerdict["controls"];
  declare readonly message: string;
  declare readonly reasons: string[];
  declare readonly fingerprint: string;
  declare readonly location?: Location;
  declare readonly evidence: ResultEvidence[];

  /** `ordinal` tells apart the verdicts on equal addresses. */
  constructor(verdict: ShownVerdict, { rule, controls, show }: Telling, ordinal: number) {
    // a pass looks for its evidence each time it is asked
    const { resource, outcome, evidence: found } = verdict;
    this.rule = rule.id;
    this.title = rule.title;
    this.severity = rule.severity;
    this.verdict = outcome;
    if (resource !== undefined) {
      this.resource = new BuiltResource(resource);
      const { calls = [] } = resource;
      if (calls.length > 0) this.calls = [...calls];
    }
    this.controls = controls;
    this.message = formatMessage(sentenceOf(rule, outcome), resource);
    this.reasons = verdict.reasons.length === 0 ? NO_REASONS : [...verdict.reasons];
    defineFingerprint(this, ordinal);
    const evidence = found.map(show);
    const location = evidence[findDecisive(found, resource)]?.location ?? verdict.location;
    if (location !== undefined) this.location = location;
    this.evidence = evidence;
  }
}

const NO_REASONS: string[] = [];

class BuiltResource implements ResultResource {
  declare readonly address: string;
  declare readonly type: string;
  declare readonly writtenType?: string;
  declare readonly name?: string;
  declare readonly location?: Location;

  constructor({ address, type, writtenType, name, location }: Resource) {
    this.address = address;
    this.type = type;
    if (writtenType !== undefined) this.writtenType = writtenType;
    if (name !== undefined) this.name = name;
    if (location !== undefined) this.location = location;
  }
}

/** Where the first property of the resource that decides is written, or would be when none is there; -1 for neither. */
function findDecisive(found: readonly Evidence[], resource: Resource | undefined): number {
  let first = -1;
  for (let at = 0; at < found.length; at += 1) {
    const item = found[at];
    if (item?.resource !== resource && item?.resource.id !== resource?.id) continue;
    if (item?.value !== undefined) return at;
    if (first < 0) first = at;
  }
  return first;
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

function compareRules(left: Rule, right: Rule): number {
  return (
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || compareText(left.id, right.id)
  );
}

/** Most inputs name their resources in this order already. */
function sortByAddress(verdicts: ShownVerdict[]): readonly ShownVerdict[] {
  for (let at = 1; at < verdicts.length; at += 1) {
    if (compareAddresses(verdicts[at - 1], verdicts[at]) > 0) return verdicts.sort(compareAddresses);
  }
  return verdicts;
}

function compareAddresses(left: Verdict | undefined, right: Verdict | undefined): number {
  const one = left?.resource;
  const other = right?.resource;
  return compareText(one?.address ?? "", other?.address ?? "") || compareText(one?.id ?? "", other?.id ?? "");
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  if (left < right) return -1;
  return left === right ? 0 : 1;
}
