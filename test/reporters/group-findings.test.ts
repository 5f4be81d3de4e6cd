import { describe, expect, it } from "vitest";
import { groupFindings } from "../../src/reporters/group-findings.ts";
import { verdict } from "./sample.ts";

const item = verdict().evidence[0] ?? { address: "", pointer: "", expected: "" };

function grouped(...verdicts: readonly ReturnType<typeof verdict>[]): readonly (readonly string[])[] {
  return groupFindings(verdicts).flatMap(({ alike }) =>
    alike.map((group) => group.map(({ resource }) => resource?.address ?? "")),
  );
}

/** On evidence about itself, as that of the sample is. */
function about(address: string, own: Partial<typeof item> = {}) {
  return verdict({ address, evidence: [{ ...item, address, ...own }] });
}

describe("verdicts of one rule", () => {
  it("stand together when they are alike, whatever stands between them", () => {
    const other = { value: "NONE" };
    expect(grouped(about("a"), about("b", other), about("c"), about("d", other))).toEqual([
      ["a", "c"],
      ["b", "d"],
    ]);
  });

  it("are alike when their values are, one by one", () => {
    const value = () => ({ days: [1, 2] });
    expect(grouped(about("a", { value: value() }), about("b", { value: value() }))).toEqual([["a", "b"]]);
  });

  it.each([
    ["another value", { value: "NONE" }],
    ["another attribute", { attribute: "rule[1].mode" }],
    ["another expectation", { expected: "set" }],
    ["a property of another resource", { address: "elsewhere" }],
  ])("are not alike when one rests on %s", (_, own) => {
    expect(grouped(about("a"), about("b", own))).toEqual([["a"], ["b"]]);
  });

  it("are not alike for different reasons", () => {
    const doubted = (address: string, reason: string) => ({ ...about(address), reasons: [reason] });
    expect(grouped(doubted("a", "x"), doubted("b", "x"), doubted("c", "y"))).toEqual([["a", "b"], ["c"]]);
  });
});

it("groups by rule in the order in which rules come", () => {
  const groups = groupFindings([
    verdict({ rule: "b" }),
    verdict({ rule: "a" }),
    verdict({ rule: "b", address: "x" }),
  ]);
  expect(groups.map(({ rule, first }) => [rule, first.rule])).toEqual([
    ["b", "b"],
    ["a", "a"],
  ]);
});
