import type { ResultControl, ResultControlCounts, ResultVerdict } from "../model/result-document.ts";
import type { CountedVerdict } from "./summarize.ts";

/** A control of a framework that is in scope. */
export type ControlInScope = Pick<ResultControl, "framework" | "id" | "title" | "evidence">;

/**
 * The status of every control from the verdicts that are evidence for it. What was not read might have failed, so an
 * incomplete scan passes no control.
 */
export function rollUpControls(
  controls: readonly ControlInScope[],
  verdicts: readonly CountedVerdict[],
  isIncomplete: boolean,
): ResultControl[] {
  const counts = new Map<string, ResultControlCounts>();
  for (const { controls: cited, ...ofRule } of countByRule(verdicts)) {
    for (const control of cited) {
      const own = counts.get(keyOf(control)) ?? noCounts();
      counts.set(keyOf(control), addCounts(own, ofRule));
    }
  }
  return controls.map(({ framework, id, title, evidence }) => {
    const own = counts.get(keyOf({ framework, id })) ?? noCounts();
    return { framework, id, title, evidence, status: statusOf(own, evidence, isIncomplete), counts: own };
  });
}

/** All verdicts of a rule are evidence for the same controls. */
function countByRule(verdicts: readonly CountedVerdict[]) {
  const rules = new Map<string, ResultControlCounts & Pick<ResultVerdict, "controls">>();
  for (const { rule, controls, verdict, waiver } of verdicts) {
    const own = rules.get(rule) ?? { ...noCounts(), controls };
    own[verdict] += 1;
    if (waiver !== undefined) own.waived += 1;
    rules.set(rule, own);
  }
  return rules.values();
}

function addCounts(left: ResultControlCounts, right: ResultControlCounts): ResultControlCounts {
  return {
    pass: left.pass + right.pass,
    fail: left.fail + right.fail,
    unknown: left.unknown + right.unknown,
    waived: left.waived + right.waived,
  };
}

function noCounts(): ResultControlCounts {
  return { pass: 0, fail: 0, unknown: 0, waived: 0 };
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
