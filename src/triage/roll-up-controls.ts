import type { ResultControl, ResultControlCounts, ResultVerdict } from "../model/result-document.ts";

/** A control of a framework that is in scope. */
export type ControlInScope = Pick<ResultControl, "framework" | "id" | "title" | "evidence">;

/**
 * The status of every control from the verdicts that are evidence for it. What was not read might have failed, so an
 * incomplete scan passes no control.
 */
export function rollUpControls(
  controls: readonly ControlInScope[],
  verdicts: readonly ResultVerdict[],
  isIncomplete: boolean,
): ResultControl[] {
  const counts = new Map<string, ResultControlCounts>();
  for (const verdict of verdicts) {
    for (const control of verdict.controls) {
      const key = keyOf(control);
      const own = counts.get(key) ?? { pass: 0, fail: 0, unknown: 0, waived: 0 };
      own[verdict.verdict] += 1;
      if (verdict.waiver !== undefined) own.waived += 1;
      counts.set(key, own);
    }
  }
  return controls.map(({ framework, id, title, evidence }) => {
    const own = counts.get(keyOf({ framework, id })) ?? { pass: 0, fail: 0, unknown: 0, waived: 0 };
    return { framework, id, title, evidence, status: statusOf(own, evidence, isIncomplete), counts: own };
  });
}

function statusOf(
  counts: ResultControlCounts,
  evidence: ResultControl["evidence"],
  isIncomplete: boolean,
): ResultControl["status"] {
  if (counts.fail > 0) return "failing";
  if (counts.unknown > 0) return "unknown";
  // what only a person can attest does not pass because a setting is right
  if (evidence === "manual") return "manual";
  if (counts.pass === 0) return "not-assessed";
  return isIncomplete ? "unknown" : "passing";
}

function keyOf({ framework, id }: Pick<ResultControl, "framework" | "id">): string {
  return `${framework} ${id}`;
}
