import { describe, expect, it } from "vitest";
import { matchesWildcard } from "../../src/model/matches-wildcard.ts";

describe("matchesWildcard", () => {
  it.each([
    ["a.b", "a.b", true],
    ["a.b", "a.bc", false],
    ["a.b", "axb", false],
    ["*", "", true],
    ["a*", "a", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["*.bucket", 'module.x["*"].bucket', true],
    ["module.*.aws_s3_bucket.*", "module.a.module.b.aws_s3_bucket.c", true],
    ["*ab*ab*", "ab", false],
    ["*ab*ab*", "abab", true],
    ["ab**c", "abc", true],
  ])("%s and %s: %s", (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it("takes time in proportion to the text", () => {
    const started = performance.now();
    expect(matchesWildcard(`${"*a".repeat(50)}b`, "a".repeat(1_000_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
