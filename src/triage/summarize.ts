import type { ResultSeverityCounts, ResultSummary, ResultVerdict } from "../model/result-document.ts";

/** What counting needs of a verdict. */
export type CountedVerdict = Pick<ResultVerdict, "rule" | "verdict" | "severity" | "controls" | "waiver">;

export interface SummaryInput {
  readonly verdicts: readonly CountedVerdict[];
  readonly notApplicable: number;
  readonly resources: number;
  readonly rules: number;
  readonly incomplete: boolean;
}

/** The numbers of a scan. What is waived counts as a verdict and not as a finding. */
export function summarize({
  verdicts,
  notApplicable,
  resources,
  rules,
  incomplete,
}: SummaryInput): ResultSummary {
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable };
  const findings = noCounts();
  const unknowns = noCounts();
  let waived = 0;
  for (const { verdict, severity, waiver } of verdicts) {
    counts[verdict] += 1;
    if (waiver !== undefined) waived += 1;
    else if (verdict === "fail") findings[severity] += 1;
    else if (verdict === "unknown") unknowns[severity] += 1;
  }
  return { resources, rules, verdicts: counts, findings, unknowns, waived, incomplete };
}

function noCounts(): ResultSeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0 };
}
