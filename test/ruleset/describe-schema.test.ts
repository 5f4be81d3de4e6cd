import { describe, expect, it } from "vitest";
import { describeSchema } from "../../src/ruleset/compile-schema.ts";

describe("describeSchema", () => {
  it.each<[words: string, schema: unknown]>([
    ["any value", true],
    ["any value", {}],
    ["no value", false],
    ["no value", { enum: [] }],
    ['"COMPLIANCE"', { const: "COMPLIANCE" }],
    ['"COMPLIANCE"', { type: "string", const: "COMPLIANCE" }],
    ["null", { const: null }],
    ['one of "a", "b"', { enum: ["a", "b"] }],
    ['"a"', { enum: ["a"] }],
    ["at least 25", { minimum: 25 }],
    ["an integer of at least 25", { type: "integer", minimum: 25 }],
    ["a number of more than 0 and less than 1", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    ["an integer of a multiple of 24", { type: "integer", multipleOf: 24 }],
    ["a string", { type: "string" }],
    ["true or false", { type: "boolean" }],
    ["a string or null", { type: ["string", "null"] }],
    ["a string of at least 1 character", { type: "string", minLength: 1 }],
    ["a string of 3 to 5 characters", { type: "string", minLength: 3, maxLength: 5 }],
    ["matches ^arn:", { type: "string", pattern: "^arn:" }],
    [
      "a string of at most 9 characters that matches ^arn:",
      { type: "string", maxLength: 9, pattern: "^arn:" },
    ],
    ["an ARN", { type: "string", pattern: "^arn:", description: "an ARN" }],
    ["not an ARN", { not: { type: "string", pattern: "^arn:", description: "an ARN" } }],
    ["a list of at least 2 items", { type: "array", minItems: 2 }],
    ["a list of exactly 1 item", { type: "array", minItems: 1, maxItems: 1 }],
    ['a list that contains "report"', { type: "array", contains: { const: "report" } }],
    [
      "a list that contains a string that matches ^a",
      { type: "array", contains: { type: "string", pattern: "^a" } },
    ],
    ["contains at least 2 items of 1", { contains: { const: 1 }, minContains: 2 }],
    [
      'a list that has only items that are one of "a", "b" and has no item twice',
      { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true },
    ],
    [
      "a list that starts with 1, 2 and has no further items",
      { type: "array", prefixItems: [{ const: 1 }, { const: 2 }], items: false },
    ],
    ["an object that has A, B", { type: "object", required: ["A", "B"] }],
    [
      "an object that has B and has A: 1, C (if set): a string and has no other property",
      {
        type: "object",
        required: ["A", "B"],
        properties: { A: { const: 1 }, C: { type: "string" } },
        additionalProperties: false,
      },
    ],
    ["an object of at least 1 property", { type: "object", minProperties: 1 }],
    [
      "has only property names that are a string that matches ^a",
      { propertyNames: { type: "string", pattern: "^a" } },
    ],
    ['not "*"', { not: { const: "*" } }],
    ['a string and not "*"', { type: "string", not: { const: "*" } }],
    ["1 or at least 5", { anyOf: [{ const: 1 }, { minimum: 5 }] }],
    ["(at least 1 and at most 2) and a string", { allOf: [{ minimum: 1, maximum: 2 }, { type: "string" }] }],
    ["exactly one of: 1; 2", { oneOf: [{ const: 1 }, { const: 2 }] }],
    ['if "a" then "b", else "c"', { if: { const: "a" }, then: { const: "b" }, else: { const: "c" } }],
  ])("%s", (words, schema) => {
    expect(describeSchema(schema)).toBe(words);
  });
});
