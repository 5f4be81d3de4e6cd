import { describe, expect, it } from "vitest";
import { parseHcl } from "../../../src/languages/hcl/parse-hcl.ts";
import { parseHclJson } from "../../../src/languages/hcl/parse-hcl-json.ts";
import { DEEPEST_NESTING } from "../../../src/languages/hcl/scanner.ts";

/** Texts that nest so often, in every way that the grammar has. */
const NESTINGS: readonly (readonly [what: string, nest: (times: number) => string])[] = [
  ["parentheses", (times) => `a = ${"(".repeat(times)}1${")".repeat(times)}`],
  ["lists", (times) => `a = ${"[".repeat(times)}${"]".repeat(times)}`],
  ["objects", (times) => `a = ${"{b=".repeat(times)}1${"}".repeat(times)}`],
  ["indexes", (times) => `a = ${"b[".repeat(times)}1${"]".repeat(times)}`],
  ["calls", (times) => `a = ${"f(".repeat(times)}${")".repeat(times)}`],
  ["signs", (times) => `a = ${"-".repeat(times)}1`],
  ["conditions", (times) => `a = ${"b ? c : ".repeat(times)}d`],
  ["conditions between ? and :", (times) => `a = ${"b ? ".repeat(times)}c${" : d".repeat(times)}`],
  ["a chain of operators", (times) => `a = b${" + c".repeat(times)}`],
  [
    "chains at the left end of chains",
    (times) => `a = ${"(".repeat(times / 10)}b${`${" + c".repeat(10)})`.repeat(times / 10)}`,
  ],
  ["splats", (times) => `a = b${"[*]".repeat(times)}`],
  ["quotes", (times) => `a = ${'"${'.repeat(times)}b${'}"'.repeat(times)}`],
  ["directives", (times) => `a = "${"%{ if b }".repeat(times)}${"%{ endif }".repeat(times)}"`],
  ["heredocs", (times) => `a = ${"<<E\n${".repeat(times)}b${"\n}\nE\n".repeat(times)}`],
  ["fors", (times) => `a = ${"[for b in c : ".repeat(times)}d${"]".repeat(times)}`],
  ["blocks", (times) => `${"a {\n".repeat(times)}${"}\n".repeat(times)}`],
];

describe("nesting", () => {
  it.each(NESTINGS)("of %s is read up to the bound", (_, nest) => {
    expect(parseHcl(nest(DEEPEST_NESTING / 2), "main.tf").problems).toEqual([]);
  });

  it.each(NESTINGS)("of %s beyond the bound is a problem and no crash", (_, nest) => {
    for (const times of [5_000, 100_000]) {
      expect(parseHcl(nest(times), "main.tf").problems).toMatchObject([
        {
          code: "hcl-nesting",
          message: "this is nested more than 500 levels deep, which genoscan does not read",
        },
      ]);
    }
  });

  it.each([
    ["arrays", "[", "]"],
    ["objects", '{"a":', "}"],
  ])("of %s in JSON", (_, opener, closer) => {
    const nest = (times: number): string =>
      `{"locals":{"a":${opener.repeat(times)}1${closer.repeat(times)}}}`;
    expect(parseHclJson(nest(400), "main.tf.json").problems).toEqual([]);
    expect(parseHclJson(nest(100_000), "main.tf.json").problems).toMatchObject([{ code: "hcl-nesting" }]);
  });

  it("of parentheses in a string of JSON", () => {
    const json = `{"locals":{"a":"\${${"(".repeat(5_000)}1${")".repeat(5_000)}}"}}`;
    expect(parseHclJson(json, "main.tf.json").problems).toMatchObject([{ code: "hcl-nesting" }]);
  });
});

// each would take minutes if any part of it were read more than a few times
describe("a megabyte of one thing", () => {
  it.each([
    ["steps", `a = b${".c".repeat(500_000)}`],
    ["items", `a = [${"1,".repeat(500_000)}]`],
    ["attributes", Array.from({ length: 100_000 }, (_, index) => `a${index} = 1\n`).join("")],
    ["blocks", "a {}\n".repeat(200_000)],
    ["a name", `a = ${"b".repeat(1_000_000)}`],
    ["a number", `a = ${"1".repeat(1_000_000)}`],
    ["a string", `a = "${"b".repeat(1_000_000)}"`],
    ["escapes", `a = "${"\\n".repeat(500_000)}"`],
    ["dollars", `a = "${"$".repeat(1_000_000)}"`],
    ["interpolations", `a = "${"${b}".repeat(250_000)}"`],
    ["strip markers", `a = "${" ${~b~} ".repeat(125_000)}"`],
    ["lines of a heredoc", `a = <<-E\n${"  b\n".repeat(250_000)}E\n`],
    ["blanks in a heredoc", `a = <<-E\n${" ".repeat(1_000_000)}b\nE\n`],
    ["almost markers of a heredoc", `a = <<E\n${"E E\n".repeat(250_000)}E\n`],
    ["blanks", `a =${" ".repeat(1_000_000)}1`],
    ["empty lines", "\n".repeat(1_000_000)],
    ["comments", "/**/".repeat(250_000)],
    ["comments after blanks", `a = 1${" #".repeat(500_000)}`],
    ["labels", `a${" b".repeat(500_000)} {}`],
  ])("%s", (_, text) => {
    expect(parseHcl(text, "main.tf").problems).toEqual([]);
  });

  it.each([
    ["opened quotes", 'a = "'.repeat(200_000)],
    ["opened comments", "/*".repeat(500_000)],
    ["opened heredocs", "a = <<E\n".repeat(125_000)],
    ["opened interpolations", `a = "${"${".repeat(500_000)}`],
    ["closers", "}".repeat(1_000_000)],
    ["dots of a number", `a = ${"1.".repeat(500_000)}`],
    ["exponents of a number", `a = ${"1e1".repeat(300_000)}`],
  ])("%s that is wrong", (_, text) => {
    expect(parseHcl(text, "main.tf").problems).toHaveLength(1);
  });
});
