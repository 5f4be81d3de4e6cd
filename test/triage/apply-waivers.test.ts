import { describe, expect, it } from "vitest";
import type { ResultVerdict } from "../../src/model/result-document.ts";
import { applyWaivers } from "../../src/triage/apply-waivers.ts";
import type { Waiver } from "../../src/triage/apply-waivers.ts";

const location = { file: "genoscan.yaml", line: 7, column: 5 };

function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    rule: "r",
    address: "module.old.*",
    reason: "moves",
    owner: "jane",
    expires: "2026-06-30",
    location,
    ...more,
  };
}

function verdict(address: string | undefined, outcome: ResultVerdict["verdict"] = "fail"): ResultVerdict {
  return {
    rule: "r",
    title: "t",
    severity: "high",
    verdict: outcome,
    ...(address !== undefined && { resource: { address, type: "T" } }),
    controls: [],
    message: "m",
    reasons: [],
    evidence: [],
    fingerprint: "f",
  };
}

describe("applyWaivers", () => {
  it("marks what it meets and changes no verdict", () => {
    const given = [verdict("module.old.a"), verdict("module.old.b", "unknown"), verdict("module.new.a")];
    const { verdicts, diagnostics } = applyWaivers(given, [waiver({ ticket: "T-1" })], "2026-06-01");
    const accepted = { reason: "moves", owner: "jane", expires: "2026-06-30", ticket: "T-1" };
    expect(verdicts.map((item) => [item.verdict, item.waiver])).toEqual([
      ["fail", accepted],
      ["unknown", accepted],
      ["fail", undefined],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["on its last day", "2026-06-30", true],
    ["no longer on the day after", "2026-07-01", false],
    ["not in the next year, although the month is an earlier one", "2027-01-01", false],
  ])("holds %s", (_, today, holds) => {
    const { verdicts } = applyWaivers([verdict("module.old.a")], [waiver()], today);
    expect(verdicts[0]?.waiver !== undefined).toBe(holds);
  });

  it("tells of one that has expired, with the person who can renew it", () => {
    const given = [verdict("module.old.a"), verdict("module.old.b")];
    expect(applyWaivers(given, [waiver()], "2026-07-01").diagnostics).toEqual([
      {
        code: "waiver-expired",
        level: "warning",
        message:
          "the waiver of r for module.old.* expired on 2026-06-30, and 2 findings count again: mend it, or let jane renew the waiver",
        location,
      },
    ]);
  });

  it.each([
    ["no such address", [verdict("module.new.a")]],
    ["a pass", [verdict("module.old.a", "pass")]],
    ["no verdict at all", []],
  ])("tells of one that meets nothing: %s", (_, given) => {
    const { verdicts, diagnostics } = applyWaivers(given, [waiver()], "2026-06-01");
    expect(verdicts).toEqual(given);
    expect(diagnostics).toEqual([
      {
        code: "waiver-unmatched",
        level: "warning",
        message: "the waiver of r for module.old.* meets no finding: remove it, or correct its address",
        location,
      },
    ]);
  });

  it("one that holds wins over one that has expired", () => {
    const { verdicts } = applyWaivers(
      [verdict("module.old.a")],
      [waiver({ expires: "2026-01-01", owner: "old" }), waiver({ owner: "new" })],
      "2026-06-01",
    );
    expect(verdicts[0]?.waiver?.owner).toBe("new");
  });

  it("* meets a verdict about the input as a whole", () => {
    const { verdicts } = applyWaivers([verdict(undefined)], [waiver({ address: "*" })], "2026-06-01");
    expect(verdicts[0]?.waiver).toBeDefined();
  });
});
