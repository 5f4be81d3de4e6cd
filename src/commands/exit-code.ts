import type { FailOn } from "../config/config.ts";
import type { ResultSummary } from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";

export const CLEAN = 0;
export const FINDINGS = 1;
export const WRONG = 2;
export const INCOMPLETE = 3;

/** How many findings make the scan fail: unknowns count when it is strict, what is waived or known never does. */
export function countFailing(summary: ResultSummary, failOn: FailOn, isStrict: boolean): number {
  if (failOn === "none") return 0;
  const { findings, unknowns, known } = summary;
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  let number = 0;
  for (const severity of failing) {
    number += findings[severity] - (known?.findings[severity] ?? 0);
    if (isStrict) number += unknowns[severity] - (known?.unknowns[severity] ?? 0);
  }
  return number;
}

/** The exit code of a scan. Findings win over an incomplete input; an incomplete scan is never clean. */
export function exitCodeOf(summary: ResultSummary, failOn: FailOn, isStrict: boolean): number {
  if (countFailing(summary, failOn, isStrict) > 0) return FINDINGS;
  return summary.incomplete ? INCOMPLETE : CLEAN;
}
