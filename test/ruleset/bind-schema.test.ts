import { describe, expect, it } from "vitest";
import { bindSchema } from "../../src/ruleset/bind-schema.ts";

const params = { years: 6, regions: ["us-east-1"] };

describe("bindSchema", () => {
  it.each<[fact: string, schema: unknown, bound: unknown]>([
    ["a value of a keyword", { minimum: { $param: "years" } }, { minimum: 6 }],
    ["a list", { enum: { $param: "regions" } }, { enum: ["us-east-1"] }],
    [
      "a value in the depth",
      { anyOf: [{ not: { const: [{ $param: "years" }] } }] },
      { anyOf: [{ not: { const: [6] } }] },
    ],
    ["nothing", { type: "string", const: null }, { type: "string", const: null }],
    [
      "a property of that name is none",
      { properties: { $param: { const: 1 } } },
      { properties: { $param: { const: 1 } } },
    ],
    ["a truth value", true, true],
  ])("puts parameters in their place: %s", (_fact, schema, bound) => {
    expect(bindSchema(schema, params)).toEqual(bound);
  });

  it("keeps keys that every object inherits", () => {
    const schema: unknown = JSON.parse('{"properties": {"__proto__": {"const": 1}}}');
    expect(JSON.stringify(bindSchema(schema, params))).toBe(JSON.stringify(schema));
  });

  it.each(["days", "constructor"])("refuses a parameter without value: %s", (name) => {
    expect(() => bindSchema({ minimum: { $param: name } }, params)).toThrow(
      `the parameter "${name}" has no value`,
    );
  });
});
