import { describe, expect, it } from "vitest";
import { parseParams } from "../../src/commands/parse-params.ts";
import type { ParametersDocument } from "../../src/ruleset/parameters-document.ts";

const declared: ParametersDocument = {
  years: { description: "d", schema: { type: "integer" }, default: 6 },
  regions: { description: "d", schema: { type: "array" }, default: [] },
  account: { description: "d", schema: { type: "string" }, default: "" },
};

describe("parseParams", () => {
  it.each([
    ["a number", "years=7", { years: 7 }],
    ["what is no number is left for the judge", "years=many", { years: "many" }],
    ["a list with commas", "regions=us-east-1, us-west-2", { regions: ["us-east-1", "us-west-2"] }],
    ["a list as JSON", 'regions=["us-east-1"]', { regions: ["us-east-1"] }],
    ["text that looks like a number", "account=011111111111", { account: "011111111111" }],
    ["text with =", "account=a=b", { account: "a=b" }],
    ["an unknown name is left for the judge", "yeras=7", { yeras: 7 }],
  ])("%s", (_, text, values) => {
    expect(parseParams([text], declared)).toEqual(values);
  });

  it.each(["years", "=7", ""])("refuses %j", (text) => {
    expect(() => parseParams([text], declared)).toThrow(`usage: --param ${text}: write --param NAME=VALUE`);
  });
});
