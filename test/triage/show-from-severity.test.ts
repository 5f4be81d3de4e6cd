import { describe, expect, it } from "vitest";
import { buildResult } from "../../src/triage/build-result.ts";
import { showFromSeverity } from "../../src/triage/show-from-severity.ts";
import { outcome, resource, rule, verdict } from "./sample.ts";

describe("showFromSeverity", () => {
  const rules = (["critical", "high", "medium", "low"] as const).map((severity) =>
    rule(severity, { severity }),
  );
  const bucket = resource("a");
  const result = buildResult(
    outcome({ rules, verdicts: rules.map(({ id }) => verdict(id, "fail", bucket)) }),
  );

  it.each([
    ["critical", ["critical"]],
    ["high", ["critical", "high"]],
    ["medium", ["critical", "high", "medium"]],
  ] as const)("shows from %s and counts the rest", (least, shown) => {
    const cut = showFromSeverity(result, least);
    expect(cut.verdicts.map(({ severity }) => severity)).toEqual(shown);
    expect(cut.summary).toEqual({ ...result.summary, notShown: 4 - shown.length });
    expect(cut.controls).toEqual(result.controls);
  });

  it("counts what was left out before as well", () => {
    const twice = showFromSeverity(showFromSeverity(result, "high"), "critical");
    expect(twice).toEqual(showFromSeverity(result, "critical"));
  });

  it.each([undefined, "low"] as const)("shows everything for %s", (least) => {
    expect(showFromSeverity(result, least)).toBe(result);
  });
});
