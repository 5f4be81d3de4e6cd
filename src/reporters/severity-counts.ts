import type { ResultSeverityCounts, ResultSummary } from "../model/result-document.ts";
import { SEVERITIES } from "../model/verdict.ts";

/** The findings that no waiver accepts and no baseline holds. */
export function newFindings({ findings, known }: ResultSummary): ResultSeverityCounts {
  return subtract(findings, known?.findings);
}

/** What is not decided, that no waiver accepts and no baseline holds. */
export function newUnknowns({ unknowns, known }: ResultSummary): ResultSeverityCounts {
  return subtract(unknowns, known?.unknowns);
}

export function totalOf({ critical, high, medium, low }: ResultSeverityCounts): number {
  return critical + high + medium + low;
}

/** `3 critical, 1 low` */
export function describeCounts(counts: ResultSeverityCounts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(", ");
}

/** What is left when a part is taken away. */
export function subtract(
  from: ResultSeverityCounts,
  part: ResultSeverityCounts | undefined,
): ResultSeverityCounts {
  if (part === undefined) return from;
  return {
    critical: from.critical - part.critical,
    high: from.high - part.high,
    medium: from.medium - part.medium,
    low: from.low - part.low,
  };
}
