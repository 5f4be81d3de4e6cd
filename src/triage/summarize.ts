import type { ResultSeverityCounts, ResultSummary, ResultVerdict } from "../model/result-document.ts";

/** What counting needs of a verdict. */
export interface CountedVerdict extends Pick<
  ResultVerdict,
  "rule" | "verdict" | "severity" | "waiver" | "baseline"
> {
  /** How many verdicts it stands for; one when left out. */
  readonly times?: number;
}

export interface SummaryInput {
  readonly verdicts: readonly CountedVerdict[];
  readonly notApplicable: number;
  readonly resources: number;
  /** Of them, those that are out of scope; `undefined` when no scope is named. */
  readonly notInScope?: number | undefined;
  readonly rules: number;
  readonly incomplete: boolean;
  readonly hasBaseline?: boolean;
}

/** The numbers of a scan. What is waived counts as a verdict and not as a finding; what is known is a finding still. */
export function summarize({
  verdicts,
  notApplicable,
  resources,
  notInScope,
  rules,
  incomplete,
  hasBaseline = false,
}: SummaryInput): ResultSummary {
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable };
  const findings = noCounts();
  const unknowns = noCounts();
  const known = { findings: noCounts(), unknowns: noCounts() };
  let waived = 0;
  for (const { verdict, severity, waiver, baseline, times = 1 } of verdicts) {
    counts[verdict] += times;
    if (verdict === "pass") continue;
    if (waiver !== undefined) {
      waived += 1;
      continue;
    }
    const own = verdict === "fail" ? "findings" : "unknowns";
    (own === "findings" ? findings : unknowns)[severity] += 1;
    if (baseline === "known") known[own][severity] += 1;
  }
  return {
    resources,
    ...(notInScope !== undefined && { notInScope }),
    rules,
    verdicts: counts,
    findings,
    unknowns,
    ...(hasBaseline && { known }),
    waived,
    incomplete,
  };
}

function noCounts(): ResultSeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0 };
}
