import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTemplateYamlPatiently } from "../../../src/languages/cloudformation/parse-template-yaml-patiently.ts";
import { parseTemplateYaml } from "../../../src/languages/cloudformation/parse-template-yaml.ts";
import { readTemplateYaml } from "../../../src/languages/cloudformation/read-template-yaml.ts";
import type { ParsedTemplate, TemplateNode } from "../../../src/languages/cloudformation/template-node.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "..", "fixtures", "cloudformation");

/** The places of values and keys, and the values: all that a scan reads. */
function told(node: TemplateNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case "scalar":
      return [node.offset, node.value];
    case "list":
      return [node.offset, node.items.map(told)];
    case "map":
      return [
        node.offset,
        [...node.entries].map(([key, { keyOffset, value }]) => [key, keyOffset, told(value)]),
      ];
    case "conflict":
      return [node.offset, { conflict: node.reason }];
  }
}

function values(node: TemplateNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(values);
    case "map":
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, values(value)]));
    case "conflict":
      return { conflict: node.reason };
  }
}

function alike(text: string): {
  readonly fast: ParsedTemplate | undefined;
  readonly patient: ParsedTemplate;
} {
  return { fast: parseTemplateYaml(text), patient: parseTemplateYamlPatiently(text) };
}

describe("both readers of YAML tell the same values in the same places", () => {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );
  it.each(files)("of %s", (path) => {
    const { fast, patient } = alike(readFileSync(join(FIXTURES, path), "utf8"));
    expect(told(fast?.root)).toEqual(told(patient.root));
    expect(fast?.root).toBeDefined();
  });

  it.each([
    [
      "short forms",
      "a: !Ref b\nc: !GetAtt d.e\nf: !If [x, !Ref b, !Ref AWS::NoValue]\ng: !Sub\n  - ${h}\n  - h: 1\n",
    ],
    ["a function in a function", "a: !Base64\n  Fn::Sub: x\nb: !Join [':', [a, !Ref b]]\n"],
    ["quotes", "a: 'it''s'\nb: \"\\u0041\\n\"\n'c': d\n"],
    ["numbers as they are written", "a: 012\nb: 1.10\nc: 1.5\nd: -3\ne: 1e3\nf: 0x1F\n"],
    ["nothing", "b: ~\nc: null\nd: ''\ne: []\nf: {}\n"],
    ["words for true", "a: true\nb: yes\nc: 'true'\nd: True\n"],
    ["dates", "Version: 2012-10-17\n"],
    ["anchors", "a: &x {q: [1, 2]}\nb: *x\nc:\n  <<: *x\n  r: 3\n"],
    ["an anchor on a function", "a: &x !Ref b\nc: *x\n"],
    ["a quoted merge key", "a: {'<<': 1}\n"],
    ["comments", "# head\na: 1 # tail\n# between\nb:\n  # above\n  - 2\n"],
    ["lists at the indentation of their key", "a:\n- 1\n- b: 2\n  c: 3\n"],
    ["text over lines", "a: one\n  two\nb: 'three\n\n  four'\n"],
    ["tags of YAML itself", "a: !!str 012\nb: ! 1\n"],
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n"],
    ["an alias inside of what it names", "a: &x [*x]\n"],
    ["an alias to nothing", "a: *x\n"],
    ["Windows line ends", "a:\r\n  b: 1\r\n  c: |\r\n    d\r\n"],
    ["a document mark", "---\na: 1\n"],
  ])("in %s", (_, text) => {
    const { fast, patient } = alike(text);
    expect(told(fast?.root)).toEqual(told(patient.root));
    expect(fast?.problems.map(({ message }) => message)).toEqual(
      patient.problems.map(({ message }) => message),
    );
  });

  it.each([
    [
      "literal",
      "a: !Sub |\n  one\n   two\n\n  three\nb: 1\n",
      { a: { "Fn::Sub": "one\n two\n\nthree\n" }, b: 1 },
    ],
    ["stripped", "a: |-\n  one\n\n", { a: "one" }],
    ["kept", "a: |+\n  one\n\n", { a: "one\n\n" }],
    ["folded", "a: >-\n  one\n  two\n\n  three\n", { a: "one two\nthree" }],
    ["with a width", "a: |1\n  one\n", { a: " one\n" }],
  ])("in a block of text that is %s", (_, text, expected) => {
    const { fast, patient } = alike(text);
    expect(values(fast?.root)).toEqual(expected);
    expect(told(fast?.root)).toEqual(told(patient.root));
  });
});

describe("the patient reader is asked", () => {
  it("when a bracket closes too far to the left, which CloudFormation forgives", async () => {
    const { root, problems } = await readTemplateYaml("a:\n  b: [\n    x,\n  ]\n  c: {\n    d: 1\n  }\n");
    expect(values(root)).toEqual({ a: { b: ["x"], c: { d: 1 } } });
    expect(problems).toEqual([]);
  });

  it.each([
    ["a tab", "a:\n\t- b\n", "YAML is indented with spaces, and here is a tab; replace tabs by spaces"],
    [
      "two documents",
      "a: 1\n---\nb: 2\n",
      "the file holds several YAML documents, and a template is one; split it at the lines ---",
    ],
    ["an open quote", "a: 'x\n", "the file ends inside of a text in quotes; it may be cut off"],
    ["300 levels", "[".repeat(300), "this is nested more than 200 levels deep, which genoscan does not read"],
  ])("what is wrong with %s", async (_, text, message) => {
    const { root, problems } = await readTemplateYaml(text);
    expect(root).toBeUndefined();
    expect(problems.map((problem) => problem.message)).toContain(message);
  });

  it("a value that is not written stands at its key", async () => {
    const { root } = await readTemplateYaml("a: 1\nb:\n");
    expect(told(root)).toEqual([
      0,
      [
        ["a", 0, [3, 1]],
        ["b", 5, [5, null]],
      ],
    ]);
  });

  it("of an empty text, which is no template", async () => {
    expect(await readTemplateYaml("# nothing\n")).toEqual({ root: undefined, problems: [] });
  });
});
