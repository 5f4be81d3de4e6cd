import { describe, expect, it } from "vitest";
import { writtenLenses } from "../../../src/sources/terraform/lens-index.ts";
import { KNOWN_DEVIATIONS } from "./known-gaps.ts";
import { lensProblems } from "./lens-problems.ts";

const checked = writtenLenses().map((lens) => ({ type: lens.type, problems: lensProblems(lens) }));

function unexpected(problems: readonly string[]): readonly string[] {
  return problems.filter((problem) => !Object.hasOwn(KNOWN_DEVIATIONS, problem));
}

describe("every lens", () => {
  it("is the only one of its type", () => {
    const types = writtenLenses().map(({ type }) => type);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });

  it.each(checked)("$type reads attributes and blocks that the provider has", ({ problems }) => {
    expect(unexpected(problems.attributes)).toEqual([]);
  });

  it.each(checked)("$type makes properties that the canonical type has, in their shape", ({ problems }) => {
    expect(unexpected(problems.properties)).toEqual([]);
  });
});

describe("the known deviations", () => {
  it("are still there", () => {
    const all = new Set(checked.flatMap(({ problems }) => [...problems.attributes, ...problems.properties]));
    expect(Object.keys(KNOWN_DEVIATIONS).filter((problem) => !all.has(problem))).toEqual([]);
  });
});
