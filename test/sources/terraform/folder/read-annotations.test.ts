import { describe, expect, it } from "vitest";
import { parseHclJson } from "../../../../src/languages/hcl/parse-hcl-json.ts";
import { parseHcl } from "../../../../src/languages/hcl/parse-hcl.ts";
import { readAnnotations } from "../../../../src/sources/read-annotations.ts";
import { commentedFile } from "../../../../src/sources/terraform/folder/commented-file.ts";

function covered(text: string): readonly (string | undefined)[] {
  const { annotations } = readAnnotations([commentedFile(parseHcl(text, "main.tf"))]);
  return annotations.map(({ covers }) => covers?.name);
}

describe("what a comment to genoscan covers", () => {
  it.each([
    ["the block below", '# genoscan:ignore\nresource "a" "b" {}', "a.b"],
    ["the block on its line", 'resource "a" "b" { # genoscan:ignore\n  c = 1\n}', "a.b"],
    ["a module call", '// genoscan:ignore\nmodule "m" {}', "module.m"],
    ["a data source", '# genoscan:ignore\ndata "a" "b" {}', "data.a.b"],
    ["the attribute on its line", 'resource "a" "b" {\n  c = 1 # genoscan:ignore\n}', "c"],
    ["the attribute below", 'resource "a" "b" {\n  # genoscan:ignore\n  c = 1\n}', "c"],
    ["the nested block below", 'resource "a" "b" {\n  # genoscan:ignore\n  c {\n    d = 1\n  }\n}', "c"],
    ["the dynamic block below", 'resource "a" "b" {\n  # genoscan:ignore\n  dynamic "c" {}\n}', "dynamic.c"],
    ["an attribute that goes on below", "a = [ # genoscan:ignore\n  1,\n]", "a"],
    ["an item of an object", "a = {\n  b = 1 # genoscan:ignore\n}", "b"],
    ["an item of an object in a call", "a = jsonencode({\n  # genoscan:ignore\n  b = 1\n})", "b"],
    ["the outermost of what begins on a line", 'resource "a" "b" { c = 1 } # genoscan:ignore', "a.b"],
    [
      "the block below other comments",
      '# genoscan:ignore\n# why\n/* more\n of it */\nresource "a" "b" {}',
      "a.b",
    ],
    ["the block behind it on its line", '/* genoscan:ignore */ resource "a" "b" {}', "a.b"],
    ["the block below a comment of lines", '/*\n * genoscan:ignore\n */\nresource "a" "b" {}', "a.b"],
    ["the block below, in any case and with spaces", '#   GenoScan : ignore\nresource "a" "b" {}', "a.b"],
    ["the block below, whatever ends the lines", '# genoscan:ignore\r\nresource "a" "b" {}\r\n', "a.b"],
  ])("%s", (_, text, name) => {
    expect(covered(text)).toEqual([name]);
  });

  it.each([
    ["an empty line below", '# genoscan:ignore\n\nresource "a" "b" {}'],
    ["the end of a block below", 'resource "a" "b" {\n  c = 1\n  # genoscan:ignore\n}'],
    ["the end of a block beside", 'resource "a" "b" {\n  c = 1\n} # genoscan:ignore'],
    ["the end of the file below", "a = 1\n# genoscan:ignore"],
  ])("nothing with %s", (_, text) => {
    expect(covered(text)).toEqual([undefined]);
  });

  it.each([
    ["a comment that only mentions it", "# see genoscan:ignore\na = 1"],
    ["a text", 'a = "# genoscan:ignore"'],
    ["a heredoc", "a = <<E\n# genoscan:ignore\nE\n"],
  ])("%s is none", (_, text) => {
    expect(covered(text)).toEqual([]);
  });

  it("a property of JSON covers nothing", () => {
    const text = '{"resource": {"a": {"b": {"//": "genoscan:ignore"}}}}';
    const { annotations } = readAnnotations([commentedFile(parseHclJson(text, "main.tf.json"))]);
    expect(annotations.map(({ covers }) => covers)).toEqual([undefined]);
  });

  it("is told with its place, the text behind the colon, and whose file it is", () => {
    const file = parseHcl("a = 1 # genoscan:ignore x", ".terraform/modules/m/main.tf");
    expect(readAnnotations([commentedFile(file)]).annotations).toEqual([
      {
        text: "ignore x",
        location: { file: ".terraform/modules/m/main.tf", line: 1, column: 7 },
        covers: {
          name: "a",
          file: ".terraform/modules/m/main.tf",
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 6,
        },
        isInstalled: true,
      },
    ]);
  });

  it("100,000 comments are bounded, and it is told from where on they are not read", () => {
    const { annotations, diagnostics } = readAnnotations([
      commentedFile(parseHcl(`${"# genoscan:ignore\n".repeat(100_000)}a = 1`, "main.tf")),
    ]);
    expect(annotations).toHaveLength(5_000);
    expect(annotations[0]?.covers?.name).toBe("a");
    expect(diagnostics).toMatchObject([{ code: "too-many-annotations", location: { line: 5_001 } }]);
  });

  it("a megabyte of comment is cut", () => {
    const { annotations } = readAnnotations([
      commentedFile(parseHcl(`# genoscan:${"x ".repeat(500_000)}\na = 1`, "main.tf")),
    ]);
    expect(annotations[0]?.text.length).toBeLessThan(3_000);
  });
});
