import { describe, expect, it } from "vitest";
import { RULES } from "./all-rules.ts";

/** Every schema below a part of a rule that has a pattern and says nothing of it. */
function wordless(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part.flatMap(wordless);
  if (typeof part !== "object" || part === null) return [];
  const { pattern, description, ...others } = part as Record<string, unknown>;
  if (typeof description === "string") return [];
  return [...(typeof pattern === "string" ? [pattern] : []), ...Object.values(others).flatMap(wordless)];
}

describe("what a finding expects", () => {
  it.each(RULES)("is in words for every pattern of $path", ({ rule }) => {
    expect(wordless([rule.select, rule.assert])).toEqual([]);
  });
});
