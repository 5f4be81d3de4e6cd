import { describe, expect, it } from "vitest";
import { compileSchema } from "../../src/ruleset/compile-schema.ts";
import { OFFICIAL_CASES } from "./official-suite.ts";

/** Schemas that the rule language refuses, each with the keyword that it does not have. */
const REFUSED: Readonly<Record<string, string>> = {
  "additionalProperties: additionalProperties being false does not allow other properties":
    "patternProperties",
  "additionalProperties: non-ASCII pattern with additionalProperties": "patternProperties",
  "additionalProperties: dependentSchemas with additionalProperties": "dependentSchemas",
  "items: items and subitems": "$defs",
  "not: collect annotations inside a 'not', even if collection is disabled": "unevaluatedProperties",
  "optional/ecmascript-regex: patterns always use unicode semantics with patternProperties":
    "patternProperties",
  "optional/ecmascript-regex: \\w in patternProperties matches [A-Za-z0-9_], not unicode letters":
    "patternProperties",
  "optional/ecmascript-regex: patternProperties with ASCII ranges": "patternProperties",
  "optional/ecmascript-regex: \\d in patternProperties matches [0-9], not unicode digits":
    "patternProperties",
  "optional/ecmascript-regex: patternProperties with non-ASCII digits": "patternProperties",
  "optional/non-bmp-regex: Proper UTF-16 surrogate pair handling: patternProperties": "patternProperties",
  "properties: properties, patternProperties, additionalProperties interaction": "patternProperties",
};

/** Where the suite leaves the answer open and ours is that of ajv: a quotient that overflows is no integer. */
const OVERFLOW = "optional/float-overflow: all integers are multiples of 0.5, if overflow is handled";

describe("the official tests of JSON Schema 2020-12", () => {
  it.each(OFFICIAL_CASES.filter(({ name }) => REFUSED[name] === undefined))(
    "$name",
    ({ name, schema, tests }) => {
      const check = compileSchema(schema);
      for (const { description, data, valid } of tests) {
        const answer = name === OVERFLOW ? false : valid;
        expect({ description, answer: check(data) }).toEqual({ description, answer });
      }
    },
  );

  it.each(Object.entries(REFUSED))("%s is refused for %s", (name, keyword) => {
    const found = OFFICIAL_CASES.find((official) => official.name === name);
    expect(found).toBeDefined();
    expect(() => compileSchema(found?.schema)).toThrow(`"${keyword}" is not a supported schema keyword`);
  });
});
