import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { formatBaseline } from "../../src/triage/baseline.ts";
import type { Baseline } from "../../src/triage/baseline.ts";
import { buildResult } from "../../src/triage/build-result.ts";
import { findingsToKeep, reviseBaseline } from "../../src/triage/revise-baseline.ts";
import { outcome, resource, rule, verdict } from "./sample.ts";

const [a, b, c] = ["a", "b", "c"].map((address) => resource(address));
const tool = { version: "1.2.3", rulesetDigest: "d" };
const waiver = {
  rule: "r",
  scope: { kind: "address", pattern: "c" },
  reason: "moves",
  expires: "2026-12-31",
  location: { file: "genoscan.yaml" },
} as const;

type Outcomes = Readonly<Partial<Record<"a" | "b" | "c", "pass" | "fail" | "unknown">>>;

function scan(outcomes: Outcomes, findings?: Baseline["findings"], title = "Says something"): ResultDocument {
  const verdicts = Object.entries(outcomes).map(([address, told]) =>
    verdict("r", told, { a, b, c }[address as "a"]),
  );
  const baseline = findings === undefined ? undefined : { file: "b.json", sha256: "", findings };
  return buildResult(outcome({ rules: [rule("r", { title })], verdicts, baseline, waivers: [waiver] }));
}

const known = (outcomes: Outcomes) => findingsToKeep(scan(outcomes).verdicts);
const addresses = (findings: Baseline["findings"]) => findings.map(({ address }) => address);

function revise(before: Outcomes, after: Outcomes, acceptsNew: boolean, rules = new Set(["r"])) {
  const findings = known(before);
  const result = scan(after, findings, "Says it better");
  return reviseBaseline({ file: "b.json", sha256: "", findings }, result, rules, acceptsNew);
}

describe("findingsToKeep", () => {
  it("holds what fails and what is undecided, nothing that passes or is waived", () => {
    expect(known({ a: "fail", b: "unknown", c: "fail" })).toMatchObject([
      { address: "a", verdict: "fail", rule: "r", severity: "high" },
      { address: "b", verdict: "unknown" },
    ]);
    expect(known({ a: "pass" })).toEqual([]);
  });
});

describe("reviseBaseline", () => {
  it("drops what is fixed, and keeps the rest with the words of today", () => {
    const { findings, dropped, added, left } = revise(
      { a: "fail", b: "fail" },
      { a: "pass", b: "fail" },
      false,
    );
    expect(findings).toMatchObject([{ address: "b", title: "Says it better" }]);
    expect([addresses(dropped), added, left]).toEqual([["a"], [], []]);
  });

  it("leaves out what is new, until somebody accepts it", () => {
    const told = revise({ a: "fail" }, { a: "fail", b: "fail" }, false);
    expect([addresses(told.findings), addresses(told.left)]).toEqual([["a"], ["b"]]);
    const accepted = revise({ a: "fail" }, { a: "fail", b: "fail" }, true);
    expect([addresses(accepted.findings), addresses(accepted.added)]).toEqual([["a", "b"], ["b"]]);
  });

  it("an unknown that turns out to fail takes the place of its entry when it is accepted", () => {
    expect(revise({ a: "unknown" }, { a: "fail" }, false).findings).toMatchObject([{ verdict: "unknown" }]);
    const { findings } = revise({ a: "unknown" }, { a: "fail" }, true);
    expect(findings).toMatchObject([{ verdict: "fail" }]);
  });

  it("that something was known to fail stays known while it cannot be decided", () => {
    expect(revise({ a: "fail" }, { a: "unknown" }, false).findings).toMatchObject([{ verdict: "fail" }]);
  });

  it("drops what belongs to a rule that no longer exists", () => {
    expect(addresses(revise({ a: "fail" }, { a: "fail" }, false, new Set()).dropped)).toEqual(["a"]);
  });
});

describe("formatBaseline", () => {
  it("is sorted and the same, whatever the order of the findings", () => {
    const findings = known({ b: "fail", a: "unknown" });
    const text = formatBaseline(tool, findings);
    expect(formatBaseline(tool, findings.toReversed())).toBe(text);
    expect((JSON.parse(text) as Baseline).findings.map(({ address }) => address)).toEqual(["a", "b"]);
    expect(text.endsWith("}\n")).toBe(true);
  });
});
