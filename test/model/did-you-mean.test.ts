import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/model/did-you-mean.ts";

const KNOWN = ["all", "any", "waivers", "retentionYears", "retentionDays"];

describe("didYouMean", () => {
  it.each([
    ["a letter left out", "waivrs", "waivers"],
    ["neighbours swapped", "wiavers", "waivers"],
    ["a letter too many", "alll", "all"],
    ["another case", "retentionyears", "retentionYears"],
    ["the nearest of two", "retentionDay", "retentionDays"],
  ])("%s", (_, word, meant) => {
    expect(didYouMean(word, KNOWN)).toBe(`; did you mean "${meant}"?`);
  });

  it.each([
    ["nothing near", "bucket"],
    ["an empty word", ""],
    ["a word of a megabyte", "a".repeat(1_000_000)],
  ])("makes no suggestion for %s", (_, word) => {
    expect(didYouMean(word, KNOWN)).toBe("");
  });
});
