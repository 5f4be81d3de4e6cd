import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../../src/documents/check-document.ts";
import type { JsonSchema } from "../../src/documents/compile-schema.ts";

const schema: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: { type: "string", description: "what it is called", minLength: 1 },
    level: { enum: ["critical", "high"] },
    due: { type: "string", format: "date" },
    link: { type: "string", format: "uri" },
    size: { type: "integer", minimum: 1, maximum: 9 },
    tags: { type: "array", uniqueItems: true, items: { type: "string", maxLength: 5 } },
    accounts: {
      type: "object",
      propertyNames: { type: "string", pattern: "^[a-z]+$", description: "lower-case letters" },
      additionalProperties: { type: "string", pattern: "^\\d{4}$", description: "four digits" },
    },
    complete: {
      oneOf: [{ type: "boolean" }, { type: "array", items: { type: "string" } }],
    },
    clause: { $ref: "#/$defs/clause" },
  },
  $defs: {
    clause: { oneOf: [{ $ref: "#/$defs/all" }, { $ref: "#/$defs/leaf" }, { $ref: "#/$defs/absent" }] },
    all: {
      type: "object",
      additionalProperties: false,
      required: ["all"],
      properties: { all: { type: "array", items: { $ref: "#/$defs/clause" } } },
    },
    leaf: {
      type: "object",
      additionalProperties: false,
      required: ["at", "schema"],
      properties: { at: { type: "string" }, schema: { type: "object" } },
    },
    absent: {
      type: "object",
      additionalProperties: false,
      required: ["at", "absent"],
      properties: { at: { type: "string" }, absent: { type: "boolean" } },
    },
  },
};

function problemsOf(text: string): string[] {
  return checkDocument("x.yaml", text, schema).problems.map(
    ({ message, location }) => `${location.line}:${location.column} ${message}`,
  );
}

describe("checkDocument", () => {
  it("gives the value of a file that is right", () => {
    const checked = checkDocument("x.yaml", "name: a\nclause: {all: [{at: /b, absent: true}]}\n", schema);
    expect(checked.problems).toEqual([]);
    expect(checked.value).toEqual({ name: "a", clause: { all: [{ at: "/b", absent: true }] } });
    expect(checked.locate("/clause/all/0/at")).toEqual({ file: "x.yaml", line: 2, column: 21 });
    expect(checked.locateKey("/clause/all/0/at")).toEqual({ file: "x.yaml", line: 2, column: 17 });
    expect(checked.locate("/clause/nowhere")).toEqual({ file: "x.yaml", line: 2, column: 9 });
  });

  it.each([
    ["a misspelt key, once", "nmae: a", '1:1 "nmae" is not a key of this file; did you mean "name"?'],
    ["a missing key with its meaning", "level: high", '1:1 the file needs "name": what it is called'],
    [
      "an enum with a suggestion",
      "name: a\nlevel: hihg",
      '2:8 level must be "critical" or "high", not "hihg"; did you mean "high"?',
    ],
    [
      "text that YAML takes for a number",
      "name: a\naccounts:\n  a: 0123",
      '3:6 accounts.a must be text, not 123; write it in quotes: "0123"',
    ],
    [
      "a pattern in its own words",
      'name: a\naccounts:\n  a: "12"',
      '3:6 "12" does not have the form of accounts.a: four digits',
    ],
    [
      "the name of a key",
      'name: a\naccounts:\n  A1: "1234"',
      '3:3 "A1" does not have the form of the key "A1" of accounts: lower-case letters',
    ],
    [
      "a day that the month does not have",
      "name: a\ndue: 2027-02-29",
      '2:6 "2027-02-29" is not a date of the form YYYY-MM-DD (due)',
    ],
    [
      "an address without scheme",
      "name: a\nlink: example",
      '2:7 "example" is not an absolute address such as https://… (link)',
    ],
    ["a number out of bounds", "name: a\nsize: 0", "2:7 size must be at least 1, not 0"],
    ["a number out of bounds above", "name: a\nsize: 10", "2:7 size must be at most 9, not 10"],
    ["an empty text", 'name: ""', "1:7 name must not be empty"],
    ["long items", "name: a\ntags: [abcdef]", "2:8 tags[0] must have at most 5 characters"],
    [
      "repeated items",
      "name: a\ntags: [b, c, b]",
      "2:7 tags holds the same item twice (items 0 and 2, counted from 0)",
    ],
    [
      "a value of no admitted form",
      "name: a\ncomplete: maybe",
      '2:11 complete must be true or false or a list, not "maybe"',
    ],
    [
      "a word that is none",
      "name: a\nclause: {al: []}",
      '2:10 "al" is not a key of clause; did you mean "all"?',
    ],
    [
      "a word deep inside",
      "name: a\nclause:\n  all:\n    - {at: /a, schem: {}}",
      '4:16 "schem" is not a key of clause.all[0]; did you mean "schema"?',
    ],
    [
      "two words at once",
      "name: a\nclause: {at: /a, schema: {}, absent: true}",
      '2:30 "absent" is not a key of clause; known are at, schema',
    ],
    [
      "an empty clause",
      "name: a\nclause: {}",
      '2:9 clause must be an object with "all", an object with "at" and "schema" or an object with "at" and "absent", not an object',
    ],
    ["a file that is no object", "- a", "1:1 the file must be an object, not a list"],
    ["an empty file", "", "1:1 the file must be an object, not empty"],
    [
      "an alias without anchor",
      "name: *b",
      "1:1 unresolved alias (the anchor must be set before the alias): b",
    ],
    ["a key twice", "name: a\nname: b", '2:1 the key "name" stands twice in one object'],
    ["a tab", "name: a\n\tx: 1", "2:1 tabs are not allowed as indentation"],
    [
      "a tag of a programming language",
      "name: !!js/function a",
      "1:7 unresolved tag: tag:yaml.org,2002:js/function",
    ],
    [
      "__proto__ like any other key",
      "name: a\n__proto__: {x: 1}",
      '2:1 "__proto__" is not a key of this file; known are name, level, due, link, size, tags, accounts, complete, clause',
    ],
  ])("tells of %s", (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it("tells all problems of a file at once, in the order of the file", () => {
    expect(problemsOf("size: x\nlevel: low\nnme: a\n")).toEqual([
      '1:7 size must be a whole number, not "x"',
      '2:8 level must be "critical" or "high", not "low"',
      '3:1 "nme" is not a key of this file; did you mean "name"?',
    ]);
  });

  it("stops at aliases that would fill the memory", () => {
    const bomb = [
      "a: &a [x]",
      ...Array.from(
        { length: 30 },
        (_, i) => `k${i}: &${"b".repeat(i + 1)} [${`*${i === 0 ? "a" : "b".repeat(i)},`.repeat(9)}]`,
      ),
    ].join("\n");
    expect(problemsOf(bomb)).toEqual(["1:1 excessive alias count indicates a resource exhaustion attack"]);
  });

  it("names keys as the caller says", () => {
    const { problems } = checkDocument("x.yaml", "name: a\nclause: {al: []}", schema, {
      nameKeys: () => "a word of the rule language",
    });
    expect(problems).toEqual([
      {
        kind: "unknown-key",
        pointer: "/clause/al",
        message: '"al" is not a word of the rule language; did you mean "all"?',
        location: { file: "x.yaml", line: 2, column: 10 },
      },
    ]);
  });

  it("reduces the alternatives of the rule language to the one that was meant", () => {
    const rules = JSON.parse(readFileSync("schemas/rule.schema.json", "utf8")) as JsonSchema;
    const text = [
      "id: a-b",
      "title: A title that is long enough",
      "severity: high",
      'controls: {genomics: ["GEN-1"]}',
      "description: A description that has the forty characters it needs.",
      "select: {type: A::B::C}",
      "assert:",
      "  all:",
      "    - any:",
      "        - {at: a, schema: {}}",
      "        - related: {form: {type: A, at: /b}}",
      "    - each: {at: /a}",
      "    - exists: {type: []}",
      "message: A message with words",
      "remediation: {text: a}",
      "examples: []",
    ].join("\n");
    expect(
      checkDocument("r.yaml", text, rules).problems.map(
        ({ message, location }) => `${location.line} ${message}`,
      ),
    ).toEqual([
      '10 "a" does not have the form of assert.all[0].any[0].at: A JSON Pointer into the properties of the resource; inside each and some, into the item.',
      '11 "form" is not a key of assert.all[0].any[1].related; did you mean "from"?',
      '12 assert.all[1].each needs "assert"',
      "13 assert.all[2].exists.type must not be empty",
      "16 examples must have at least 3 items",
    ]);
  });
});
