import { describe, expect, it } from "vitest";
import type { ResultVerdict } from "../../src/model/result-document.ts";
import { applyWaivers } from "../../src/triage/apply-waivers.ts";
import type { Waiver } from "../../src/triage/waiver.ts";

const location = { file: "genoscan.yaml", line: 7, column: 5 };

function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    rule: "r",
    scope: { kind: "address", pattern: "module.old.*" },
    reason: "moves",
    owner: "jane",
    expires: "2026-06-30",
    location,
    ...more,
  };
}

function verdict(address: string | undefined, more: Partial<ResultVerdict> = {}): ResultVerdict {
  return {
    rule: "r",
    title: "t",
    severity: "high",
    verdict: "fail",
    ...(address !== undefined && { resource: { address, type: "T" } }),
    controls: [],
    message: "m",
    reasons: [],
    evidence: [],
    fingerprint: "f",
    ...more,
  };
}

describe("applyWaivers", () => {
  it("marks what it meets and changes no verdict", () => {
    const given = [
      verdict("module.old.a"),
      verdict("module.old.b", { verdict: "unknown" }),
      verdict("module.new.a"),
    ];
    const { verdicts, findings } = applyWaivers(given, [waiver({ ticket: "T-1" })], "2026-06-01");
    const accepted = {
      kind: "configuration",
      reason: "moves",
      owner: "jane",
      expires: "2026-06-30",
      ticket: "T-1",
      location,
    };
    expect(verdicts.map((item) => [item.verdict, item.waiver])).toEqual([
      ["fail", accepted],
      ["unknown", accepted],
      ["fail", undefined],
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    ["on its last day", "2026-06-30", true],
    ["no longer on the day after", "2026-07-01", false],
    ["not in the next year, although the month is an earlier one", "2027-01-01", false],
  ])("holds %s", (_, today, holds) => {
    const { verdicts } = applyWaivers([verdict("module.old.a")], [waiver()], today);
    expect(verdicts[0]?.waiver !== undefined).toBe(holds);
  });

  it("one that has expired is a finding of its own, with the person who can renew it", () => {
    const given = [verdict("module.old.a"), verdict("module.old.b")];
    expect(applyWaivers(given, [waiver()], "2026-07-01").findings).toMatchObject([
      {
        rule: "genoscan-waiver-expired",
        severity: "medium",
        verdict: "fail",
        message:
          "The waiver of r for module.old.* expired on 2026-06-30, and 2 findings count again: mend it, or let jane renew the waiver",
        resource: { address: "module.old.*", type: "Genoscan::Waiver" },
        location,
      },
    ]);
  });

  it.each([
    ["no such address", [verdict("module.new.a")]],
    ["a pass", [verdict("module.old.a", { verdict: "pass" })]],
    ["another rule", [verdict("module.old.a", { rule: "other" })]],
    ["no verdict at all", []],
  ])("one that meets nothing is a finding of its own: %s", (_, given) => {
    const { verdicts, findings } = applyWaivers(given, [waiver()], "2026-06-01");
    expect(verdicts).toEqual(given);
    expect(findings).toMatchObject([
      {
        rule: "genoscan-waiver-unmatched",
        severity: "low",
        verdict: "fail",
        message: "The waiver of r for module.old.* meets no finding: remove it, or correct its address",
        location,
      },
    ]);
  });

  it("findings of two waivers alike can be told apart", () => {
    const { findings } = applyWaivers([], [waiver(), waiver()], "2026-06-01");
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
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
    const scope = { kind: "address", pattern: "*" } as const;
    const { verdicts } = applyWaivers([verdict(undefined)], [waiver({ scope })], "2026-06-01");
    expect(verdicts[0]?.waiver).toBeDefined();
  });
});

describe("a waiver in a comment covers lines 4 to 9 of main.tf", () => {
  const extent = { name: "rule", file: "main.tf", line: 4, column: 3, endLine: 9, endColumn: 4 };
  const inFile = waiver({ scope: { kind: "extent", extent } });
  const at = (line: number, column: number, file = "main.tf") => ({ file, line, column });

  it.each([
    ["what is decided where it begins", { location: at(4, 3) }, true],
    ["what is decided inside", { location: at(6, 1) }, true],
    ["nothing before it on its first line", { location: at(4, 2) }, false],
    ["nothing behind it on its last line", { location: at(9, 4) }, false],
    ["nothing on the line above", { location: at(3, 80) }, false],
    ["nothing at the same place of another file", { location: at(6, 1, "other.tf") }, false],
    ["nothing that has only a file", { location: { file: "main.tf" } }, false],
    [
      "a resource that is declared there",
      { resource: { address: "a", type: "T", location: at(4, 3) } },
      true,
    ],
    [
      "what a module call there makes",
      { location: at(1, 1, "m/main.tf"), calls: [{ address: "module.m", location: at(4, 3) }] },
      true,
    ],
    [
      "nothing that a call above it makes",
      { location: at(1, 1, "m/main.tf"), calls: [{ address: "module.m", location: at(2, 1) }] },
      false,
    ],
  ])("%s", (_, more, isCovered) => {
    const { verdicts } = applyWaivers([verdict("a", more)], [inFile], "2026-06-01");
    expect(verdicts[0]?.waiver?.kind).toBe(isCovered ? "comment" : undefined);
  });
});
