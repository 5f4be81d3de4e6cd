import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/commands/exit-code.ts";
import type { FailOn } from "../../src/config/config.ts";
import type { ResultSummary } from "../../src/model/result-document.ts";

const NONE = { critical: 0, high: 0, medium: 0, low: 0 };

function summary(more: Partial<ResultSummary>): ResultSummary {
  return {
    resources: 1,
    rules: 1,
    verdicts: { pass: 0, fail: 0, unknown: 0, notApplicable: 0 },
    findings: NONE,
    unknowns: NONE,
    waived: 0,
    incomplete: false,
    ...more,
  };
}

describe("exitCodeOf", () => {
  it.each<[string, Partial<ResultSummary>, FailOn, boolean, number]>([
    ["nothing found is clean", {}, "low", true, 0],
    ["a high finding fails on high", { findings: { ...NONE, high: 1 } }, "high", false, 1],
    ["a critical finding fails on high", { findings: { ...NONE, critical: 1 } }, "high", false, 1],
    ["a medium finding does not fail on high", { findings: { ...NONE, medium: 1 } }, "high", false, 0],
    ["a low finding fails on low", { findings: { ...NONE, low: 1 } }, "low", false, 1],
    ["nothing fails on none", { findings: { critical: 9, high: 9, medium: 9, low: 9 } }, "none", true, 0],
    ["an unknown is no finding", { unknowns: { ...NONE, critical: 1 } }, "low", false, 0],
    ["an unknown is a finding when strict", { unknowns: { ...NONE, high: 1 } }, "high", true, 1],
    ["a medium unknown does not fail on high", { unknowns: { ...NONE, medium: 1 } }, "high", true, 0],
    ["what is waived does not fail", { waived: 3 }, "low", true, 0],
    ["an incomplete scan is not clean", { incomplete: true }, "high", false, 3],
    ["an incomplete scan is not clean, whatever it fails on", { incomplete: true }, "none", false, 3],
    ["findings win over incomplete", { incomplete: true, findings: { ...NONE, high: 1 } }, "high", false, 1],
  ])("%s", (_, given, failOn, strict, code) => {
    expect(exitCodeOf(summary(given), failOn, strict)).toBe(code);
  });
});
