import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown, UnknownText } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";
import { compileSchema } from "../../src/ruleset/compile-schema.ts";
import { complete, knownValue, partialValue, schema } from "./arbitraries.ts";
import { OFFICIAL_CASES } from "./official-suite.ts";

const UNKNOWN = new Unknown("later");
const REFERENCE = new Reference("key", "arn");

describe("compileSchema on known values", () => {
  it("answers as ajv does", () => {
    // without allErrors, ajv 8.20 skips what follows a prefixItems on an empty list
    const ajv = new Ajv2020({ strict: false, ownProperties: true, validateSchema: false, allErrors: true });
    // no schema here asks what was evaluated, and the code that keeps track of it reads variables that it never declares
    ajv.opts.unevaluated = false;
    let valid = 0;
    let runs = 0;
    fc.assert(
      fc.property(schema, fc.array(knownValue, { minLength: 6, maxLength: 6 }), (written, values) => {
        const check = compileSchema(written);
        const wrapped = { allOf: [asJson(written)] };
        const judge = ajv.compile(wrapped);
        for (const value of values) {
          const answer = check(value);
          runs += 1;
          if (answer === true) valid += 1;
          expect({ value, answer }).toEqual({ value, answer: judge(asJson(value)) });
        }
        ajv.removeSchema(wrapped);
      }),
      { numRuns: 2500, seed: 11 },
    );
    // generators whose schemas refuse or admit everything would prove nothing
    expect(valid / runs).toBeGreaterThan(0.2);
    expect(valid / runs).toBeLessThan(0.8);
  });

  it("is transparent for references with a value and for sensitive values", () => {
    fc.assert(
      fc.property(schema, knownValue, (written, value) => {
        const check = compileSchema(written);
        expect(check(new Reference("x", "arn", value))).toBe(check(value));
        expect(check(new Sensitive(value))).toBe(check(value));
        expect(check(new Sensitive(new Reference("x", undefined, new Sensitive(value))))).toBe(check(value));
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("refuses what the rule language does not have", () => {
    expect(() => compileSchema({ format: "uri" })).toThrow('"format" is not a supported schema keyword');
    expect(() => compileSchema({ items: { $ref: "#" } })).toThrow('"$ref" is not a supported schema keyword');
    expect(() => compileSchema({ type: "text" })).toThrow('"text" is not a type of JSON Schema');
    expect(() => compileSchema("x")).toThrow("a schema is an object, true or false");
  });
});

describe("compileSchema on texts of which the beginning is known", () => {
  const address = new UnknownText("later", [], ["https://login.example/", UNKNOWN]);

  it.each([
    ["a pattern that is found in it", { type: "string", pattern: "^https://(login|sts)[.]" }, true],
    ["a pattern that is not found in it may be found behind it", { pattern: "v2" }, "unknown"],
    ["a pattern that looks at the end", { pattern: "^https://[^?]*$" }, "unknown"],
    ["a pattern that looks ahead", { pattern: "^https(?!.*evil)" }, "unknown"],
    ["another keyword", { pattern: "^https", maxLength: 40 }, "unknown"],
    ["a length that the known piece has", { type: "string", minLength: 22 }, true],
    ["a length that the rest may add", { type: "string", minLength: 23 }, "unknown"],
    [
      "a pattern that is found in it and a length that it may not have",
      { pattern: "^https", minLength: 23 },
      "unknown",
    ],
  ])("%s", (_, written, answer) => {
    expect(compileSchema(written)(address)).toBe(answer);
  });

  it("a pattern may be found in what comes before the known piece, too", () => {
    const check = compileSchema({ pattern: "^https" });
    expect(check(new UnknownText("later", [], [UNKNOWN, "https://"]))).toBe("unknown");
  });
});

describe("compileSchema on partly known values", () => {
  it("gives an answer only when every completion has it", () => {
    let decided = 0;
    let open = 0;
    fc.assert(
      fc.property(schema, partialValue, fc.infiniteStream(knownValue), (written, partial, stream) => {
        const check = compileSchema(written);
        const answer = check(partial);
        if (answer === "unknown") {
          open += 1;
          return;
        }
        decided += 1;
        for (let round = 0; round < 6; round += 1) {
          const completion = complete(partial, () => stream.next().value as Value);
          expect({ completion, answer: check(completion) }).toEqual({ completion, answer });
        }
      }),
      { numRuns: 12_000, seed: 5 },
    );
    expect(open).toBeGreaterThan(1500);
    expect(decided).toBeGreaterThan(1500);
  });

  it("keeps or loses the answers of the official tests when parts are hidden", () => {
    const turned: unknown[] = [];
    for (const { name, schema: written, tests } of OFFICIAL_CASES) {
      const check = tryCompile(written) ?? (() => "unknown");
      for (const { data, description } of tests) {
        const answer = check(data);
        const contradicts = (masked: Value) => check(masked) === !answer;
        turned.push(
          ...maskings(data)
            .filter(contradicts)
            .map((masked) => ({ name, description, masked })),
        );
      }
    }
    expect(turned).toEqual([]);
  });
});

/** ajv takes objects without prototype for different from others. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function tryCompile(written: unknown): ReturnType<typeof compileSchema> | undefined {
  try {
    return compileSchema(written);
  } catch {
    return undefined;
  }
}

/** The value with one part after the other hidden, the whole first. */
function maskings(value: Value): readonly Value[] {
  const here: readonly Value[] = [UNKNOWN, REFERENCE];
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    return [
      ...here,
      ...items.flatMap((item, index) => maskings(item).map((masked) => items.with(index, masked))),
    ];
  }
  if (typeof value !== "object" || value === null) return here;
  const parts = Object.entries(value) as [string, Value][];
  return [
    ...here,
    ...parts.flatMap(([key], at) =>
      maskings(parts[at]?.[1] ?? null).map((masked) =>
        Object.fromEntries(parts.map(([other, part]) => [other, other === key ? masked : part])),
      ),
    ),
  ];
}

describe("compileSchema decides what every completion agrees on", () => {
  const anything = { type: ["string", "number", "boolean", "null", "array", "object"] };

  it.each<[fact: string, schema: unknown, value: Value, answer: true | false | "unknown"]>([
    ["nothing is asked of an unknown", true, UNKNOWN, true],
    ["an empty schema asks nothing", {}, UNKNOWN, true],
    ["nothing can be refused by not: {}", { not: {} }, UNKNOWN, false],
    ["every type is admitted", anything, UNKNOWN, true],
    [
      "trivial keywords ask nothing",
      { minLength: 0, minItems: 0, required: [], uniqueItems: false },
      UNKNOWN,
      true,
    ],
    ["one alternative is trivial", { anyOf: [{ const: 1 }, true] }, UNKNOWN, true],
    ["one part is impossible", { allOf: [{ const: 1 }, false] }, UNKNOWN, false],
    ["two alternatives are always true", { oneOf: [true, {}] }, UNKNOWN, false],
    ["both branches are trivial", { if: { const: 1 }, then: true, else: {} }, UNKNOWN, true],
    ["a condition that always holds", { if: true, then: false }, UNKNOWN, false],
    ["the type of an unknown", { type: "string" }, UNKNOWN, "unknown"],
    ["a reference without value", { const: "x" }, REFERENCE, "unknown"],
    ["a reference without value, asked nothing", true, REFERENCE, true],

    ["an object is one whatever it holds", { type: "object" }, { A: UNKNOWN }, true],
    ["a list is one whatever it holds", { type: "array" }, [UNKNOWN], true],
    ["a list is no object", { type: "object" }, [UNKNOWN], false],

    ["another part does not matter", { required: ["A"] }, { A: 1, B: UNKNOWN }, true],
    ["an unknown part may not be set", { required: ["A"] }, { A: UNKNOWN }, "unknown"],
    ["a reference is set", { required: ["A"] }, { A: REFERENCE }, true],
    ["a part that is not there", { required: ["A"] }, { B: UNKNOWN }, false],
    ["one is missing, the other unknown", { required: ["A", "B"] }, { A: UNKNOWN }, false],
    ["what every object inherits is not set", { required: ["constructor"] }, {}, false],
    ["a known part fails", { properties: { A: { const: 1 } } }, { A: 2, B: UNKNOWN }, false],
    ["nothing is asked of the unknown part", { properties: { A: { const: 1 } } }, { A: 1, B: UNKNOWN }, true],
    [
      "an unknown part may not be set, even if it must not",
      { properties: { A: false } },
      { A: UNKNOWN },
      "unknown",
    ],
    ["a reference is there although it must not", { properties: { A: false } }, { A: REFERENCE }, false],
    ["no other property", { additionalProperties: false, properties: { A: {} } }, { A: UNKNOWN }, true],
    ["another property, unknown", { additionalProperties: false }, { A: UNKNOWN }, "unknown"],
    ["another property, known", { additionalProperties: false }, { A: UNKNOWN, B: 1 }, false],
    ["names are known although values are not", { propertyNames: { pattern: "^a" } }, { ab: UNKNOWN }, true],
    ["a wrong name of what may not be set", { propertyNames: { pattern: "^a" } }, { b: UNKNOWN }, "unknown"],
    ["a wrong name of what is set", { propertyNames: { pattern: "^a" } }, { b: REFERENCE }, false],
    ["enough parts are set", { minProperties: 1 }, { A: 1, B: UNKNOWN }, true],
    ["too few in any case", { minProperties: 3 }, { A: 1, B: UNKNOWN }, false],
    ["enough when it is set", { minProperties: 2 }, { A: 1, B: UNKNOWN }, "unknown"],
    ["too many in any case", { maxProperties: 1 }, { A: 1, B: 2, C: UNKNOWN }, false],
    ["few enough in any case", { maxProperties: 2 }, { A: 1, B: UNKNOWN }, true],

    ["items with unknown parts are counted", { minItems: 1, maxItems: 1 }, [{ A: UNKNOWN }], true],
    ["references are counted", { minItems: 2 }, [REFERENCE, REFERENCE], true],
    ["an unknown item stands for any number", { minItems: 1 }, [UNKNOWN], "unknown"],
    ["known items suffice", { minItems: 1 }, [UNKNOWN, 1], true],
    ["known items are too many", { maxItems: 1 }, [1, UNKNOWN, 2], false],
    ["an unknown item may be too many", { maxItems: 1 }, [UNKNOWN], "unknown"],
    ["one item fails", { items: { const: 1 } }, [UNKNOWN, 2], false],
    ["an unknown item may fail", { items: { const: 1 } }, [UNKNOWN, 1], "unknown"],
    ["nothing is asked of items", { items: true }, [UNKNOWN], true],
    ["no items are admitted, and there may be none", { items: false }, [UNKNOWN], "unknown"],
    ["the wanted item is there", { contains: { const: 1 } }, [UNKNOWN, 1], true],
    ["the wanted item may be there", { contains: { const: 1 } }, [UNKNOWN, 2], "unknown"],
    ["no item can be the wanted one", { contains: { type: "object" } }, [[UNKNOWN], 2], false],
    [
      "the item could still be the wanted one",
      { contains: { const: { A: 1 } } },
      [{ A: UNKNOWN }],
      "unknown",
    ],
    [
      "the item can no longer be the wanted one",
      { contains: { const: { A: 1 } } },
      [{ A: UNKNOWN, B: 1 }],
      false,
    ],
    ["enough wanted items", { contains: { const: 1 }, minContains: 2 }, [1, 1, UNKNOWN], true],
    ["too many wanted items", { contains: { const: 1 }, maxContains: 1 }, [1, 1, UNKNOWN], false],
    ["perhaps too many wanted items", { contains: { const: 1 }, maxContains: 1 }, [1, REFERENCE], "unknown"],
    ["not too many wanted items", { contains: { const: 1 }, maxContains: 2 }, [1, REFERENCE], true],
    ["no item is asked for", { contains: { const: 1 }, minContains: 0 }, [UNKNOWN], true],
    ["the first item is known", { prefixItems: [{ const: 1 }] }, [1, UNKNOWN], true],
    ["the first item fails", { prefixItems: [{ const: 1 }] }, [2, UNKNOWN], false],
    ["the place is not known", { prefixItems: [{ const: 1 }, true] }, [UNKNOWN, 2], "unknown"],
    [
      "every place fails",
      { prefixItems: [{ const: 1 }, { const: 3 }], items: { const: 4 } },
      [UNKNOWN, 2],
      false,
    ],
    ["a reference holds its place", { prefixItems: [true, { const: 1 }] }, [REFERENCE, 1], true],

    ["two known items are equal", { uniqueItems: true }, [1, UNKNOWN, 1], false],
    ["an unknown item may repeat one", { uniqueItems: true }, [1, UNKNOWN], "unknown"],
    ["a reference may repeat one", { uniqueItems: true }, [1, REFERENCE], "unknown"],
    [
      "items differ in what is known",
      { uniqueItems: true },
      [
        { A: 1, B: UNKNOWN },
        { A: 2, B: UNKNOWN },
      ],
      true,
    ],
    [
      "items agree in what is known",
      { uniqueItems: true },
      [
        { A: 1, B: UNKNOWN },
        { A: 1, B: 2 },
      ],
      "unknown",
    ],
    [
      "keys in another order are the same",
      { uniqueItems: true },
      [
        { A: 1, B: 2 },
        { B: 2, A: 1 },
      ],
      false,
    ],
    ["1 and true differ, as do 0 and false", { uniqueItems: true }, [1, true, 0, false, "1", null], true],

    ["another type is another value", { const: "x" }, { A: UNKNOWN }, false],
    ["a part differs", { const: { A: 1, B: 2 } }, { A: 2, B: UNKNOWN }, false],
    ["a part may differ", { const: { A: 1, B: 2 } }, { A: 1, B: UNKNOWN }, "unknown"],
    ["a part too many", { const: { A: 1 } }, { A: UNKNOWN, B: 1 }, false],
    ["a part that may not be set", { const: { A: 1 } }, { A: 1, B: UNKNOWN }, "unknown"],
    ["a part is missing", { const: { A: 1, B: 2 } }, { A: UNKNOWN }, false],
    ["the list begins otherwise", { const: [1, 2, 3] }, [2, UNKNOWN], false],
    ["the list ends otherwise", { const: [1, 2, 3] }, [UNKNOWN, 2], false],
    ["the list may be it", { const: [1, 2, 3] }, [1, UNKNOWN, 3], "unknown"],
    ["the unknown item stands for none", { const: [1, 3] }, [1, UNKNOWN, 3], "unknown"],
    ["the list is too long", { const: [1, 3] }, [1, REFERENCE, 3], false],
    ["no order of the items fits", { const: [1, 2, 3] }, [UNKNOWN, 3, UNKNOWN, 2], false],
    ["all choices differ", { enum: [{ A: 1 }, { A: 2 }, "x"] }, { A: 3, B: UNKNOWN }, false],
    ["one choice is left", { enum: [{ A: 1 }, { A: 2 }] }, { A: UNKNOWN }, "unknown"],

    [
      "one alternative is certain",
      { anyOf: [{ required: ["A"] }, { required: ["B"] }] },
      { A: UNKNOWN, B: 1 },
      true,
    ],
    [
      "no alternative is left",
      { anyOf: [{ type: "string" }, { minItems: 2, type: "array" }] },
      [{ A: UNKNOWN }],
      false,
    ],
    [
      "two alternatives hold",
      { oneOf: [{ required: ["A"] }, { minProperties: 1 }, { required: ["B"] }] },
      { A: 1, B: UNKNOWN },
      false,
    ],
    [
      "one holds, one may",
      { oneOf: [{ required: ["A"] }, { required: ["B"] }] },
      { A: 1, B: UNKNOWN },
      "unknown",
    ],
    ["not turns no unknown around", { not: { required: ["A"] } }, { A: UNKNOWN }, "unknown"],
    ["not of what is certain", { not: { required: ["A"] } }, { A: 1, B: UNKNOWN }, false],
    [
      "whatever the condition says",
      { if: { required: ["A"] }, then: { required: ["B"] }, else: { minProperties: 1 } },
      { A: UNKNOWN, B: 1 },
      true,
    ],
    [
      "neither branch holds",
      { if: { required: ["A"] }, then: { required: ["B"] }, else: { required: ["C"] } },
      { A: UNKNOWN },
      false,
    ],
    [
      "the condition is certain",
      { if: { required: ["A"] }, then: { required: ["B"] } },
      { A: 1, C: UNKNOWN },
      false,
    ],
  ])("%s", (_fact, written, value, answer) => {
    expect(compileSchema(written)(value)).toBe(answer);
  });

  it("compares many partly known items in bounded time, and says unknown rather than too late", () => {
    const items = Array.from({ length: 20_000 }, (_, index): Value => ({ id: index, arn: REFERENCE }));
    expect(compileSchema({ uniqueItems: true })(items)).toBe("unknown");
    expect(compileSchema({ uniqueItems: true })([...items, "a", "a"])).toBe(false);
  });
});
