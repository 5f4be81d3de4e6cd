import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHEMA_KEYWORDS } from "../../src/ruleset/compile-schema.ts";
import { checkSchema } from "../../src/ruleset/loading/check-schema.ts";
import { KEYWORD_ARGUMENTS } from "../../src/ruleset/loading/keyword-arguments.ts";
import { createRuleReport } from "../../src/ruleset/loading/rule-report.ts";
import { schema } from "./arbitraries.ts";

const ajv = new Ajv2020({ strict: false });

describe("the keywords of the rule language", () => {
  it("are those that docs/rule-language.md lists", () => {
    const [, listed = ""] =
      /keywords of JSON Schema 2020-12: `([^`]+)`/.exec(readFileSync("docs/rule-language.md", "utf8")) ?? [];
    expect(listed.split(" ").toSorted()).toEqual([...SCHEMA_KEYWORDS].toSorted());
  });

  it("are known to the check of rules", () => {
    expect([...KEYWORD_ARGUMENTS.keys()].toSorted()).toEqual([...SCHEMA_KEYWORDS].toSorted());
  });

  const values = [
    null,
    true,
    0,
    1,
    -1,
    0.5,
    "a",
    "string",
    "(",
    [],
    ["a"],
    ["a", "a"],
    ["string", "null"],
    [{}],
    [1],
    {},
    { a: {} },
    { a: 1 },
  ];
  const cases = SCHEMA_KEYWORDS.flatMap((keyword) =>
    values.map((value) => [keyword, JSON.stringify(value), value] as const),
  );

  it.each(cases)("%s takes what the standard says: %s", (keyword, _text, value) => {
    const admitted = ajv.validateSchema({ [keyword]: value }) === true;
    // the standard advises against an enum without values, and leaves patterns to the engine
    const stricter = keyword === "enum" && Array.isArray(value) && value.length === 0;
    expect(KEYWORD_ARGUMENTS.get(keyword)?.fits(value)).toBe(admitted && !stricter);
  });

  it("are found right in every schema that the tests generate, but for types and companions", () => {
    fc.assert(
      fc.property(schema, (written) => {
        const place = { file: "x.yaml", line: 1, column: 1 };
        const report = createRuleReport({ locate: () => place, locateKey: () => place });
        checkSchema({ report, defaults: {}, useParameter: () => {} }, written, "");
        const problems = report.problems().filter(({ code, message }) => {
          return code !== "rule-keyword-without-type" && !message.includes("does nothing without");
        });
        expect(problems).toEqual([]);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
