import { describe, expect, it } from "vitest";
import { proveRule } from "../../src/engine/prove-rule.ts";
import type { ProvableRule } from "../../src/engine/prove-rule.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "./all-rules.ts";

describe.each(RULES)("$path", ({ path, rule }) => {
  const proof = proveRule(
    rule as unknown as ProvableRule & RuleDocument,
    (document, params) => compileRule(document, bindParameters(PARAMETERS, params)),
    DEFAULT_SETTINGS,
  );

  it("gives its examples the verdicts that they state", () => {
    expect(proof.wrong).toEqual([]);
  });

  it("has an example for every leaf, replaced by true and by false", () => {
    expect(proof.unproved).toEqual([]);
  });

  it("has a pass, a fail and an unknown example", () => {
    const verdicts = new Set(rule.examples.map(({ verdict }) => verdict));
    expect([...verdicts]).toEqual(expect.arrayContaining(["pass", "fail", "unknown"]));
  });

  it("has the id of its path", () => {
    const expected = path
      .replace(/^rules\//, "")
      .replace(/\.yaml$/, "")
      .replaceAll("/", "-");
    expect(rule.id).toBe(expected);
  });
});
