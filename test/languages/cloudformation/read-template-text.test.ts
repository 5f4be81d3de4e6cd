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

describe("a text in quotes", () => {
  it.each([
    ["at the margin", "A: 'one\ntwo'\nB: c\n", "one two"],
    ["with an empty line", 'A: "one\n\ntwo"\nB: c\n', "one\ntwo"],
    ["less indented than before", "A:\n  C: x\nB: c\nD:\n  E: 'one\n two\nthree'\n", undefined],
    ["with quotes in it", "A: 'it''s\ntwo'\nB: c\n", "it's two"],
    ["with an escape in it", 'A: "a \\" b\ntwo"\nB: c\n', 'a " b two'],
  ])("goes on in lines that are not indented: %s", async (_, text, value) => {
    const { root, problems } = await readTemplateText(text);
    expect(problems).toEqual([]);
    expect(scalarText(memberOf(root, "A"))).toBe(value);
    // what stands behind it stands where it is written
    const written = memberOf(root, "B");
    expect([scalarText(written), written?.offset]).toEqual(["c", text.indexOf("B: c") + 3]);
  });

  it("may be one of several", async () => {
    const { root, problems } = await readTemplateText("A: 'a\nb'\nC: 'c\nd'\nE: 'e\nf'\n");
    expect(problems).toEqual([]);
    expect(["A", "C", "E"].map((key) => scalarText(memberOf(root, key)))).toEqual(["a b", "c d", "e f"]);
    expect(memberOf(root, "E")?.offset).toBe(21);
  });

  it.each([
    ["goes on as something else", "A: 'one\nB: 'it'\n", open(2), 7],
    ["ends with the file", "A: 'one\n", CUT_OFF, 8],
  ])("that is not closed %s", async (_, text, message, offset) => {
    const { root, problems } = await readTemplateText(text);
    expect(root).toBeUndefined();
    expect(problems).toEqual([{ message, offset }]);
  });
});
