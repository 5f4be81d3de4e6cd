import { describe, expect, it } from "vitest";
import type { ResultVerdict } from "../../src/model/result-document.ts";
import { rollUpControls } from "../../src/triage/roll-up-controls.ts";

type Outcome = ResultVerdict["verdict"];

function verdicts(outcomes: readonly Outcome[], isWaived = false): ResultVerdict[] {
  return outcomes.map((verdict) => ({
    rule: "r",
    title: "t",
    severity: "high",
    verdict,
    controls: [{ framework: "hipaa", id: "1" }],
    message: "m",
    reasons: [],
    evidence: [],
    fingerprint: "f",
    ...(isWaived && {
      waiver: { kind: "comment", reason: "r", expires: "2027-01-01", location: { file: "main.tf" } },
    }),
  }));
}

describe("rollUpControls", () => {
  it.each<[string, readonly Outcome[], "technical" | "partial" | "manual", string]>([
    ["one failure among passes", ["pass", "fail", "unknown"], "technical", "failing"],
    ["one unknown among passes", ["pass", "unknown"], "technical", "unknown"],
    ["nothing but passes", ["pass", "pass"], "technical", "passing"],
    ["nothing but passes of a partial control", ["pass"], "partial", "passing"],
    ["nothing in scope", [], "technical", "not-assessed"],
    ["what only a person attests", [], "manual", "manual"],
    ["a pass does not attest what only a person can", ["pass"], "manual", "manual"],
    ["a failure speaks against what a person attests", ["fail"], "manual", "failing"],
  ])("%s", (_, outcomes, evidence, status) => {
    const [control] = rollUpControls(
      [{ framework: "hipaa", id: "1", title: "T", evidence }],
      verdicts(outcomes),
      false,
    );
    expect(control?.status).toBe(status);
  });

  it("a failure that is waived is a failure still", () => {
    const control = { framework: "hipaa", id: "1", title: "T", evidence: "technical" } as const;
    expect(rollUpControls([control], verdicts(["fail", "unknown"], true), false)).toEqual([
      { ...control, status: "failing", counts: { pass: 0, fail: 1, unknown: 1, waived: 2 } },
    ]);
  });

  it("adds up what several rules say", () => {
    const control = { framework: "hipaa", id: "1", title: "T", evidence: "technical" } as const;
    const other = verdicts(["pass", "unknown"]).map((verdict) => ({ ...verdict, rule: "s" }));
    expect(rollUpControls([control], [...verdicts(["pass", "pass"]), ...other], false)).toEqual([
      { ...control, status: "unknown", counts: { pass: 3, fail: 0, unknown: 1, waived: 0 } },
    ]);
  });

  it("the same id in another framework is another control", () => {
    const control = { framework: "hitrust", id: "1", title: "T", evidence: "technical" } as const;
    expect(rollUpControls([control], verdicts(["fail"]), false)[0]?.status).toBe("not-assessed");
  });
});
