import type { ResultDocument, ResultVerdict } from "../model/result-document.ts";
import type { Baseline } from "./baseline.ts";
import type { BaselineFinding } from "./baseline-document.ts";
import { isAboutWaiver } from "./waiver-rules.ts";

/** The findings of a scan as a baseline holds them. What is waived is accepted already, and for a time only. */
export function findingsToKeep(verdicts: readonly ResultVerdict[]): readonly BaselineFinding[] {
  return verdicts.filter(isOpen).map(entryOf);
}

export interface RevisedBaseline {
  readonly findings: readonly BaselineFinding[];
  readonly dropped: readonly BaselineFinding[];
  readonly added: readonly BaselineFinding[];
  /** New findings that are not taken in. */
  readonly left: readonly BaselineFinding[];
}

/**
 * The baseline after a scan: what is fixed goes, and what belongs to a rule that no longer exists. What is new comes in
 * only when somebody accepts it. What the scan could not see stays. `result` was compared with the baseline.
 */
export function reviseBaseline(
  baseline: Baseline,
  result: ResultDocument,
  knownRules: ReadonlySet<string>,
  acceptsNew: boolean,
): RevisedBaseline {
  const fixed = new Set(result.baseline?.fixed.map(({ fingerprint }) => fingerprint));
  const isDropped = ({ fingerprint, rule }: BaselineFinding): boolean =>
    fixed.has(fingerprint) || !knownRules.has(rule);
  const current = new Map(result.verdicts.map((verdict) => [verdict.fingerprint, verdict]));
  const fresh = result.verdicts
    .filter((verdict) => isOpen(verdict) && verdict.baseline === "new")
    .map(entryOf);
  const added = acceptsNew ? fresh : [];
  const replaced = new Set(added.map(({ fingerprint }) => fingerprint));
  const kept = baseline.findings.filter((entry) => !isDropped(entry) && !replaced.has(entry.fingerprint));
  return {
    findings: [...kept.map((entry) => refresh(entry, current.get(entry.fingerprint))), ...added],
    dropped: baseline.findings.filter(isDropped),
    added,
    left: acceptsNew ? [] : fresh,
  };
}

function isOpen({ verdict, waiver, rule }: ResultVerdict): boolean {
  return verdict !== "pass" && waiver === undefined && !isAboutWaiver(rule);
}

function entryOf({ rule, title, severity, verdict, resource, fingerprint }: ResultVerdict): BaselineFinding {
  return {
    rule,
    title,
    severity,
    verdict: verdict === "unknown" ? "unknown" : "fail",
    ...(resource !== undefined && { address: resource.address }),
    fingerprint,
  };
}

/** Title and severity as the rule has them today; that it was known to fail stays known. */
function refresh(entry: BaselineFinding, verdict: ResultVerdict | undefined): BaselineFinding {
  if (verdict === undefined) return entry;
  return { ...entry, title: verdict.title, severity: verdict.severity };
}
