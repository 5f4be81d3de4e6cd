import type { Diagnostic } from "../model/diagnostic.ts";
import type { ResultBaseline, ResultBaselineEntry, ResultVerdict } from "../model/result-document.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Baseline } from "./baseline.ts";
import type { BaselineFinding } from "./baseline-document.ts";
import { isAboutWaiver } from "./waiver-rules.ts";

/** What the comparison has to know of the scan. */
export interface BaselineContext {
  readonly rulesInForce: ReadonlySet<string>;
  readonly knownRules: ReadonlySet<string>;
  /** Everything that the engine decided: what passes is fixed, even when another part was not read. */
  readonly decided: readonly Pick<Verdict, "ruleId" | "outcome" | "resource">[];
  /** The addresses of all resources of the inputs, and of those that are out of scope. */
  readonly addresses: ReadonlySet<string>;
  readonly outOfScope: ReadonlySet<string>;
  readonly isIncomplete: boolean;
}

export interface ComparedVerdicts {
  readonly verdicts: ResultVerdict[];
  readonly summary: ResultBaseline;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Marks every failure and unknown as new or known. What was known as undecided and turns out to fail is new. An entry
 * that is no longer found is fixed only when this scan could have found it.
 */
export function compareWithBaseline(
  verdicts: readonly ResultVerdict[],
  baseline: Baseline,
  context: BaselineContext,
): ComparedVerdicts {
  const entries = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
  const found = new Set<string>();
  const counts = { new: 0, known: 0 };
  const marked = verdicts.map((verdict) => {
    if (verdict.verdict === "pass" || isAboutWaiver(verdict.rule)) return verdict;
    found.add(verdict.fingerprint);
    const state = isKnown(verdict, entries.get(verdict.fingerprint)) ? "known" : "new";
    if (verdict.waiver === undefined) counts[state] += 1;
    return { ...verdict, baseline: state } as const;
  });
  const gone = baseline.findings.filter(({ fingerprint }) => !found.has(fingerprint));
  const passed = passedKeys(context.decided, gone);
  const fixed = gone.filter((entry) => isFixed(entry, passed, context));
  const { file, sha256 } = baseline;
  return {
    verdicts: marked,
    summary: { file, sha256, ...counts, fixed: fixed.map(showEntry), notSeen: gone.length - fixed.length },
    diagnostics: [...describeUnknownRules(baseline, context), ...describeForeign(baseline, context)],
  };
}

function isKnown({ verdict }: ResultVerdict, entry: BaselineFinding | undefined): boolean {
  return entry !== undefined && (entry.verdict === "fail" || verdict === "unknown");
}

function isFixed(entry: BaselineFinding, passed: ReadonlySet<string>, context: BaselineContext): boolean {
  const { rule, address = "" } = entry;
  if (!context.rulesInForce.has(rule) || context.outOfScope.has(address)) return false;
  return !context.isIncomplete || passed.has(keyOf(rule, address));
}

/** Rule and address of what passes, of the rules that are asked for. */
function passedKeys(
  decided: BaselineContext["decided"],
  gone: readonly BaselineFinding[],
): ReadonlySet<string> {
  const rules = new Set(gone.map(({ rule }) => rule));
  return new Set(
    decided
      .filter(({ outcome, ruleId }) => outcome === "pass" && rules.has(ruleId))
      .map(({ ruleId, resource }) => keyOf(ruleId, resource?.address ?? "")),
  );
}

function keyOf(rule: string, address: string): string {
  return `${rule} ${address}`;
}

function showEntry({ rule, title, severity, address, fingerprint }: BaselineFinding): ResultBaselineEntry {
  return { rule, title, severity, ...(address !== undefined && { address }), fingerprint };
}

function describeUnknownRules(
  { file, findings }: Baseline,
  { knownRules }: BaselineContext,
): readonly Diagnostic[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !knownRules.has(rule));
  if (rules.length === 0) return [];
  const message = `the baseline names rules that do not exist: ${rules.slice(0, 5).join(", ")}${rules.length > 5 ? " and more" : ""}; genoscan baseline update drops them`;
  return [{ code: "baseline-unknown-rule", level: "note", message, location: { file } }];
}

/** Every resource of a baseline gone at once is more often the wrong file than a day's work. */
function describeForeign(
  { file, findings }: Baseline,
  { addresses }: BaselineContext,
): readonly Diagnostic[] {
  const named = new Set(findings.flatMap(({ address }) => address ?? []));
  if (named.size < 2 || [...named].some((address) => addresses.has(address))) return [];
  const message = `no resource that the baseline names is in this input (${String(named.size)} are named); is it the baseline of another one?`;
  return [{ code: "baseline-foreign", level: "warning", message, location: { file } }];
}
