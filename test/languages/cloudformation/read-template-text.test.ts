import { describe, expect, it } from "vitest";
import { readTemplateText } from "../../../src/languages/cloudformation/read-template-text.ts";
import { memberOf, scalarText } from "../../../src/languages/cloudformation/template-node.ts";

const open = (line: number): string =>
  `a text in quotes is not closed here, and line ${String(line)} is not indented as a part of it; close the quotes, or indent the lines of the text`;

const CUT_OFF = "the file ends inside of a text in quotes; it may be cut off";

describe("a template that begins with a brace", () => {
  it.each([
    ["is JSON", '{"A": {"B": "c"}}'],
    ["is YAML with names that have no quotes", "{A: {B: c}}"],
    ["is YAML with a comment", '{ # of the clinic\n "A": {"B": "c"}}'],
    ["is YAML with a comma too many", '{"A": {"B": "c",},}'],
  ])("%s", async (_, text) => {
    const { root, problems } = await readTemplateText(text);
    expect(problems).toEqual([]);
    expect(scalarText(memberOf(memberOf(root, "A"), "B"))).toBe("c");
  });

  it.each([
    ["JSON", '{"A": {"B" 1}}', 'expected ":" and a value after the name, found "1"', 11],
    ["YAML", '{A: {B: !Sub "c}}', CUT_OFF, 17],
  ])("and is neither is told of as %s", async (_, text, message, offset) => {
    const { root, problems } = await readTemplateText(text);
    expect(root).toBeUndefined();
    expect(problems[0]).toEqual({ message, offset });
  });
});

describe("a text in quotes that is not closed", () => {
  it.each([
    ["goes on at the margin", "A: 'one\ntwo'\nB: 1\n", open(2), 7],
    ["ends with the file", "A: 'one\n", CUT_OFF, 8],
  ])("%s", async (_, text, message, offset) => {
    const { root, problems } = await readTemplateText(text);
    expect(root).toBeUndefined();
    expect(problems).toEqual([{ message, offset }]);
  });
});
