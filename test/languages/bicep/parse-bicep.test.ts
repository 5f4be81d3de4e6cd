import { describe, expect, it } from "vitest";
import { parseBicep } from "../../../src/languages/bicep/parse-bicep.ts";

function kindsOf(text: string, kind: "template" | "parameters" = "template"): readonly string[] {
  const { statements, problems } = parseBicep(text, "main.bicep", kind);
  expect(problems.map(({ message }) => message)).toEqual([]);
  return statements.map((statement) => statement.kind);
}

describe("statements of a template", () => {
  it.each([
    ["targetScope = 'subscription'", "target-scope"],
    ["metadata a = { b: 1 }", "metadata"],
    ["param a string", "param"],
    ["@secure()\n@description('''\nx\n''')\n\nparam a string?", "param"],
    ["@sys.allowed([\n  'a'\n])\nparam a string = 'a'", "param"],
    ["param a resource 'A.B/c@2020-01-01'", "param"],
    ["var a = 1", "var"],
    ["var a string[] = []", "var"],
    ["type a = string", "type"],
    ["func a(b string, c int) string => '${b}${c}'", "func"],
    ["func a(\n  b string\n) string =>\n  b", "func"],
    ["resource a 'A.B/c@2020-01-01' = {\n  name: 'a'\n}", "resource"],
    ["resource a 'A.B/c@2020-01-01' existing = {\n  name: 'a'\n}", "resource"],
    ["resource a 'A.B/c@2020-01-01' = if (b) {\n}", "resource"],
    ["resource a 'A.B/c@2020-01-01' =\n  if (b) {\n}", "resource"],
    ["resource a 'A.B/c@2020-01-01' = [for b in c: if (b) {\n}]", "resource"],
    ["module a './b.bicep' = {\n}", "module"],
    ["@batchSize(1)\nmodule a 'br/public:c:1' = [for (b, i) in c: {\n  name: b\n}]", "module"],
    ["test a 'b.bicep' = {\n}", "test"],
    ["output a string = 'b'", "output"],
    ["output a resource = b", "output"],
    ["assert a = b == c", "assert"],
    ["import { a, b as c } from 'd.bicep'", "import"],
    ["import {\n  a\n  'b-c' as d\n} from 'e.bicep'", "import"],
    ["import * as a from 'b.json'", "import"],
    ["extension kubernetes with {\n  namespace: 'a'\n} as k8s", "extension"],
    ["extension 'br:a/b:1' as c", "extension"],
    ["#disable-next-line BCP036 no-unused-vars\nvar a = 1", "var"],
  ])("%s", (text, kind) => {
    expect(kindsOf(text)).toEqual([kind]);
  });

  it("comments stand where blanks may", () => {
    expect(kindsOf("// a\nvar /* b\n c */ a = 1 // d\n/* e */")).toEqual(["var"]);
  });

  it("resources stand inside of resources, beside properties", () => {
    const { statements } = parseBicep(
      "resource a 'A.B/c@1' = {\n  name: 'a'\n  @batchSize(1)\n  resource b 'd' = [for x in y: {\n    name: x\n  }]\n  resource: 'no'\n}",
      "main.bicep",
      "template",
    );
    const [outer] = statements;
    if (outer?.kind !== "resource") throw new Error("no resource");
    expect(outer.body.object.resources.map(({ name }) => name.name)).toEqual(["b"]);
    expect(outer.body.object.entries).toHaveLength(2);
  });
});

describe("statements of a parameter file", () => {
  it.each([
    ["using 'main.bicep'", "using"],
    ["using none", "using"],
    ["using 'main.bicep' with {\n  mode: 'stack'\n}", "using"],
    ["extends 'base.bicepparam'", "extends"],
    ["param a = readEnvironmentVariable('B', 'c')", "param-assignment"],
    ["var a = 1", "var"],
    ["import * as a from 'b.bicep'", "import"],
    ["extensionConfig k8s with {\n  namespace: 'a'\n}", "extension-config"],
  ])("%s", (text, kind) => {
    expect(kindsOf(text, "parameters")).toEqual([kind]);
  });
});

describe("what cannot be read", () => {
  it("is told with its place, and the rest is read", () => {
    const { statements, problems } = parseBicep(
      "param a string =\nvar b = 1\nresource c 'A.B/c@1' = {\n  name: =\n  d: 1\n}\nvar e = 2\n",
      "main.bicep",
      "template",
    );
    expect(problems.map(({ location, message }) => [location.line, location.column, message])).toEqual([
      [1, 17, "expected a value, found the end of the line"],
      [4, 9, 'expected a value, found "="'],
    ]);
    expect(statements.map((statement) => ("name" in statement ? statement.name.name : ""))).toEqual([
      "b",
      "e",
    ]);
  });

  it.each([
    ["a word that begins nothing", "Param a string", "expected a declaration"],
    ["a resource without a type", "resource a = {}", "expected the type of the resource in quotes"],
    ["a resource without a body", "resource a 'b' = 1", 'expected the body: "{", "[for" or "if"'],
    ["decorators without a declaration", "@secure()\n", "expected a declaration behind the decorators"],
    ["an object that is not closed", "var a = {\n  b: 1\n", "expected the name of a property"],
    ["a number that is too large", "var a = 99999999999999999999999", "is larger than a number can be"],
    ["a comment that is not closed", "var a = 1 /* b", "this comment is not closed by */"],
  ])("%s", (_, text, message) => {
    const { problems } = parseBicep(text, "main.bicep", "template");
    expect(problems[0]?.message).toContain(message);
  });

  it.each([
    ["brackets", `var a = ${"[".repeat(10_000)}`],
    ["parentheses", `var a = ${"(".repeat(10_000)}`],
    ["closed brackets", `var a = ${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["objects", `var a = ${"{ a: ".repeat(10_000)}`],
    ["signs", `var a = ${"!".repeat(10_000)}b`],
    ["members", `var a = b${".c".repeat(10_000)}`],
    ["operators", `var a = 1${" + 1".repeat(10_000)}`],
    ["ternaries", `var a = ${"b ? ".repeat(10_000)}`],
    ["strings in strings", `var a = ${"'${".repeat(10_000)}`],
    ["array types", `type a = b${"[]".repeat(10_000)}`],
    ["object types", `type a = ${"{ a: ".repeat(10_000)}`],
    ["lambdas", `var a = ${"b => ".repeat(10_000)}`],
  ])("ten thousand %s in each other are an error, not a crash", (_, text) => {
    const { problems } = parseBicep(text, "main.bicep", "template");
    expect(problems.length).toBeGreaterThan(0);
  });

  it("of a text that is broken throughout the first problems are told", () => {
    const text = "resource a 'b' = {\n  c: ${'[\n@@@\n".repeat(20_000);
    expect(parseBicep(text, "main.bicep", "template").problems.length).toBeLessThanOrEqual(50);
  });
});
