import { describe, expect, it } from "vitest";
import { compileSchema } from "../../src/ruleset/compile-schema.ts";
import { OFFICIAL_CASES } from "./official-suite.ts";

/** Schemas that the rule language refuses, each with the keyword that it does not have. */
const REFUSED: Readonly<Record<string, string>> = {
  "additionalProperties: additionalProperties being false does not allow other properties":
    "patternProperties",
  "properties: properties, patternProperties, additionalProperties interaction": "patternProperties",
};

/** Schemas whose meaning changed between draft 4 and 2020-12, each with what changed. */
const CHANGED: Readonly<Record<string, string>> = {
  "items: an array of schemas for items": "prefixItems",
  "maximum: exclusiveMaximum validation": "exclusiveMaximum is a number",
  "minimum: exclusiveMinimum validation": "exclusiveMinimum is a number",
};

describe("the official tests of JSON Schema", () => {
  it.each(OFFICIAL_CASES.filter(({ name }) => REFUSED[name] === undefined && CHANGED[name] === undefined))(
    "$name",
    ({ schema, tests }) => {
      const check = compileSchema(schema);
      for (const { description, data, valid } of tests) {
        expect({ description, answer: check(data) }).toEqual({ description, answer: valid });
      }
    },
  );

  it.each(Object.entries(REFUSED))("%s is refused for %s", (name, keyword) => {
    const found = OFFICIAL_CASES.find((official) => official.name === name);
    expect(found).toBeDefined();
    expect(() => compileSchema(found?.schema)).toThrow(`"${keyword}" is not a supported schema keyword`);
  });
});
