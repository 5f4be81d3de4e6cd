import { describe, expect, it } from "vitest";
import type { ResultVerdict } from "../../src/model/result-document.ts";
import type { BaselineFinding } from "../../src/triage/baseline-document.ts";
import { compareWithBaseline } from "../../src/triage/compare-with-baseline.ts";
import type { BaselineContext } from "../../src/triage/compare-with-baseline.ts";
import { fingerprint } from "../../src/triage/fingerprint.ts";
import { resource, verdict as decided } from "./sample.ts";

function verdict(
  outcome: ResultVerdict["verdict"],
  address = "a",
  more: Partial<ResultVerdict> = {},
): ResultVerdict {
  return {
    rule: "r",
    title: "t",
    severity: "high",
    verdict: outcome,
    resource: { address, type: "T" },
    controls: [],
    message: "m",
    reasons: [],
    evidence: [],
    fingerprint: fingerprint(more.rule ?? "r", address, 0),
    ...more,
  };
}

function entry(more: Partial<BaselineFinding> = {}): BaselineFinding {
  const { rule = "r", address = "a" } = more;
  return {
    rule,
    title: "t",
    severity: "high",
    verdict: "fail",
    address,
    fingerprint: fingerprint(rule, address, 0),
    ...more,
  };
}

function context(more: Partial<BaselineContext> = {}): BaselineContext {
  const rules = new Set(["r", "s"]);
  return {
    rulesInForce: rules,
    knownRules: rules,
    decided: [],
    addresses: new Set(["a", "b"]),
    outOfScope: new Set(),
    isIncomplete: false,
    ...more,
  };
}

function compare(
  verdicts: readonly ResultVerdict[],
  findings: readonly BaselineFinding[],
  more: Partial<BaselineContext> = {},
) {
  return compareWithBaseline(verdicts, { file: "b.json", sha256: "abc", findings }, context(more));
}

const waiver = {
  kind: "comment",
  reason: "r",
  expires: "2027-01-01",
  location: { file: "main.tf" },
} as const;

describe("what is known", () => {
  it.each<[string, ResultVerdict["verdict"], BaselineFinding["verdict"], string]>([
    ["a failure that was known to fail", "fail", "fail", "known"],
    ["an unknown that was known as one", "unknown", "unknown", "known"],
    ["a failure of which less is known today", "unknown", "fail", "known"],
    ["an unknown that turns out to fail", "fail", "unknown", "new"],
  ])("%s", (_, now, before, state) => {
    const { verdicts, summary } = compare([verdict(now)], [entry({ verdict: before })]);
    expect(verdicts[0]?.baseline).toBe(state);
    expect(summary).toMatchObject({
      new: state === "new" ? 1 : 0,
      known: state === "new" ? 0 : 1,
      fixed: [],
    });
  });

  it("another resource and another rule are new", () => {
    const { verdicts } = compare([verdict("fail", "b"), verdict("fail", "a", { rule: "s" })], [entry()]);
    expect(verdicts.map(({ baseline }) => baseline)).toEqual(["new", "new"]);
  });

  it("a pass is neither new nor known", () => {
    expect(compare([verdict("pass")], [entry()]).verdicts[0]).not.toHaveProperty("baseline");
  });

  it("what is waived is marked and not counted", () => {
    const { verdicts, summary } = compare([verdict("fail", "a", { waiver })], [entry()]);
    expect(verdicts[0]?.baseline).toBe("known");
    expect(summary).toMatchObject({ new: 0, known: 0, fixed: [] });
  });

  it("a finding about a waiver is never known", () => {
    const rule = "genoscan-waiver-expired";
    const { verdicts, summary } = compare([verdict("fail", "a", { rule })], [entry({ rule })]);
    expect(verdicts[0]).not.toHaveProperty("baseline");
    expect(summary).toMatchObject({ new: 0, known: 0 });
  });
});

describe("what is fixed", () => {
  const passes = [decided("r", "pass", resource("a"))];
  it.each<[string, Partial<BaselineContext>, number]>([
    ["a finding that is gone", {}, 1],
    ["not one whose rule is not asked", { rulesInForce: new Set(["s"]) }, 0],
    ["not one whose resource is out of scope", { outOfScope: new Set(["a"]) }, 0],
    ["not one that an incomplete scan does not see", { isIncomplete: true }, 0],
    ["one that passes, when another part is not read", { isIncomplete: true, decided: passes }, 1],
  ])("%s", (_, more, number) => {
    const { summary } = compare([], [entry()], more);
    expect(summary.fixed).toHaveLength(number);
    expect(summary.notSeen).toBe(1 - number);
  });
});

describe("a baseline of something else", () => {
  it("one of an older version names rules that do not exist, and is told", () => {
    const { summary, diagnostics } = compare([], [entry({ rule: "old" })]);
    expect(summary).toMatchObject({ fixed: [], notSeen: 1 });
    expect(diagnostics).toMatchObject([{ code: "baseline-unknown-rule", location: { file: "b.json" } }]);
  });

  it.each([
    ["that names only others", ["x", "y"], ["baseline-foreign"]],
    ["that names one that is there", ["x", "a"], []],
    ["of which the one resource is gone", ["x"], []],
  ])("one %s", (_, addresses, codes) => {
    const { diagnostics } = compare(
      [],
      addresses.map((address) => entry({ address })),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
