import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { Sensitive, UnknownChoice } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { compileSchema } from "../../src/ruleset/compile-schema.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";
import { DEFAULT_SETTINGS, RULES } from "../rules/all-rules.ts";

const KEYED = new UnknownChoice("not chosen", ["aws:kms", "aws:kms:dsse"]);
const OPEN = new UnknownChoice("not chosen", ["AES256", "aws:kms"]);
const ON_OR_OFF = new UnknownChoice("not chosen", [true, false]);

describe("a value of which only the choices are known", () => {
  it.each<readonly [fact: string, schema: unknown, value: Value, truth: unknown]>([
    ["holds when all of them do", { enum: ["aws:kms", "aws:kms:dsse"] }, KEYED, true],
    ["holds by a pattern of all", { type: "string", pattern: "^aws:" }, KEYED, true],
    ["fails when all of them do", { const: "AES256" }, KEYED, false],
    ["is open when they differ", { const: "aws:kms" }, OPEN, "unknown"],
    ["is of the type of all", { type: "boolean" }, ON_OR_OFF, true],
    ["is there as a property", { type: "object", required: ["a"] }, { a: OPEN }, true],
    ["holds inside of an object", { properties: { a: { minLength: 3 } } }, { a: OPEN }, true],
    ["is one item of a list", { type: "array", maxItems: 1 }, [OPEN], true],
    ["is no other item of a list", { type: "array", contains: { const: "x" } }, [OPEN], false],
    ["is never an object that it is compared with", { const: { a: 1 } }, OPEN, false],
    ["equals nothing that is none of them", { const: ["x"] }, [OPEN], false],
    ["is judged where it is never shown", { const: "AES256" }, new Sensitive(KEYED), false],
  ])("%s", (_, schema, value, truth) => {
    expect(compileSchema(schema)(value)).toBe(truth);
  });
});

const RULE: RuleDocument = {
  ...(RULES[0]?.rule as RuleDocument),
  id: "test-choices",
  select: { type: "AWS::KMS::Key" },
  assert: { at: "/KeySpec", schema: { const: "aws:kms" } },
};

function verdictOn(value: Value): { readonly outcome?: string; readonly reasons?: readonly string[] } {
  const resource = {
    id: "k",
    address: "k",
    type: "AWS::KMS::Key",
    declared: "here",
    identifiers: [],
    properties: { KeySpec: value },
  } as const;
  const graph = addFacts(new ResourceGraph([resource]), DEFAULT_SETTINGS);
  return evaluate(graph, [compileRule(RULE, {})]).verdicts[0] ?? {};
}

describe("what a person reads of a choice that is not made", () => {
  it("is what it may be", () => {
    expect(verdictOn(OPEN).reasons).toEqual(['not chosen; it may be "AES256" or "aws:kms"']);
  });

  it("is the first ones of many", () => {
    const many = Array.from({ length: 9 }, (_, index) => index);
    expect(verdictOn(new UnknownChoice("many", many)).outcome).toBe("fail");
    const [reason] = verdictOn(new UnknownChoice("many", [...many, "aws:kms"])).reasons ?? [];
    expect(reason).toBe("many; it may be 0, 1, 2, 3, 4, 5, 6, 7 or others");
  });

  it("is nothing of what is never shown", () => {
    expect(verdictOn(new Sensitive(OPEN)).reasons).toEqual(["not chosen"]);
  });
});
