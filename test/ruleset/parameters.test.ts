import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError } from "../../src/model/errors.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import type { ParametersDocument } from "../../src/ruleset/parameters-document.ts";

const declared = parse(readFileSync("rules/parameters.yaml", "utf8")) as ParametersDocument;

function problemsOf(overrides: Record<string, unknown>): string[] {
  try {
    bindParameters(declared, overrides);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ code, message }) => `${code}: ${message}`);
  }
}

describe("bindParameters", () => {
  it.each([
    [1, 365],
    [4, 1461],
    [6, 2191],
    [7, 2556],
    [10, 3652],
  ])("%i years of retention are %i days", (retentionYears, retentionDays) => {
    expect(bindParameters(declared, { retentionYears })).toMatchObject({ retentionYears, retentionDays });
  });

  it("gives every declared parameter its default", () => {
    expect(bindParameters(declared)).toMatchObject({
      retentionYears: 6,
      retentionDays: 2191,
      keyRotationDaysMax: 365,
    });
    expect(Object.keys(bindParameters(declared))).toEqual(Object.keys(declared));
  });

  it.each([
    [
      "a misspelt name",
      { retentionYear: 6 },
      'config-unknown-parameter: there is no parameter "retentionYear"; did you mean "retentionYears"?',
    ],
    ["a name like nothing else", { zebra: 1 }, 'config-unknown-parameter: there is no parameter "zebra"'],
    [
      "a name that every object has",
      { constructor: 1 },
      'config-unknown-parameter: there is no parameter "constructor"',
    ],
    [
      "a derived parameter",
      { retentionDays: 2000 },
      'config-invalid-parameter: the parameter "retentionDays" follows from "retentionYears"; set that one',
    ],
    [
      "a value out of bounds",
      { retentionYears: 0 },
      'config-invalid-parameter: the parameter "retentionYears" must be an integer of at least 1 and at most 100, not 0',
    ],
    [
      "a value of the wrong type",
      { retentionYears: "six" },
      'config-invalid-parameter: the parameter "retentionYears" must be an integer of at least 1 and at most 100, not "six"',
    ],
    [
      "an empty list",
      { allowedRegions: [] },
      'config-invalid-parameter: the parameter "allowedRegions" must be a list of at least 1 item that has only items that are a string that matches ^[a-z][a-z0-9-]*$ and has no item twice, not []',
    ],
  ])("refuses %s", (_name, overrides, problem) => {
    expect(problemsOf(overrides)).toEqual([problem]);
  });

  it("tells all that is wrong at once, and where it is written", () => {
    const location = { file: "genoscan.yaml", line: 3, column: 5 };
    const bind = () => bindParameters(declared, { zebra: 1, retentionYears: -1 }, () => location);
    expect(bind).toThrow(ConfigError);
    expect(bind).toThrow(/genoscan\.yaml:3:5 config-unknown-parameter: .*\n.*config-invalid-parameter/);
  });
});
