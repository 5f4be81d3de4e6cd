import { expect, it } from "vitest";
import { parseHcl } from "../../../src/languages/hcl/parse-hcl.ts";
import { parseHclJson } from "../../../src/languages/hcl/parse-hcl-json.ts";

it("comments keep their text, their place and whether they have a line of their own", () => {
  const text = '#a\n  // b \nc = 1 # d\r\n/* e\n*/ f = [ # g\n  "${h /* i */}"]\n# j';
  const { comments, problems } = parseHcl(text, "main.tf");
  expect(problems).toEqual([]);
  expect(
    comments.map(({ start, end, marker, text: inside, ownLine }) => [
      text.slice(start, end),
      marker,
      inside,
      ownLine,
    ]),
  ).toEqual([
    ["#a", "#", "a", true],
    ["// b ", "//", " b ", true],
    ["# d", "#", " d", false],
    ["/* e\n*/", "/*", " e\n", true],
    ["# g", "#", " g", false],
    ["/* i */", "/*", " i ", false],
    ["# j", "#", " j", true],
  ]);
});

it.each([
  ["in a string", 'a = "# b // c /* d */"'],
  ["in a heredoc", "a = <<E\n# b\n// c\nE\n"],
])("a comment %s is none", (_, text) => {
  expect(parseHcl(text, "main.tf")).toMatchObject({ comments: [], problems: [] });
});

it("the comments before a problem are told", () => {
  expect(parseHcl("# a\nb = ]", "main.tf").comments).toHaveLength(1);
});

it("a comment after a byte order mark has a line of its own", () => {
  expect(parseHcl("\uFEFF# a", "main.tf").comments).toMatchObject([{ text: " a", ownLine: true }]);
});

it("properties named // are comments where a body is, and names where a value is", () => {
  const text = '{"//": "a", "locals": {"//": "b", "c": {"//": "d"}, "//": {"e": 1}}}';
  const { body, comments, problems } = parseHclJson(text, "main.tf.json");
  expect(problems).toEqual([]);
  expect(comments).toMatchObject([
    { marker: "json", text: "a", start: 1, end: 10 },
    { marker: "json", text: "b" },
  ]);
  expect(Array.from(body.blocks[0]?.body.attributes.keys() ?? [])).toEqual(["c"]);
});
