import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlainYaml } from "../../../src/languages/cloudformation/parse-plain-yaml.ts";
import { parseTemplateYamlPatiently } from "../../../src/languages/cloudformation/parse-template-yaml-patiently.ts";
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
  return { fast: parsePlainYaml(text), patient: parseTemplateYamlPatiently(text) };
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
    ["a quoted merge key", "a: {'<<': 1}\n"],
    ["comments", "# head\na: 1 # tail\n# between\nb:\n  # above\n  - 2\n"],
    ["lists at the indentation of their key", "a:\n- 1\n- b: 2\n  c: 3\n"],
    ["text over lines", "a: one\n  two\nb: 'three\n\n  four'\n"],
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n"],
    ["Windows line ends", "a:\r\n  b: 1\r\n  c: |\r\n    d\r\n"],
    ["marks of a document", "%YAML 1.1\n--- # one\na: 1\n...\n"],
    ["values below their key", "a:\n  !Join\n  - ''\n  - [x]\nb:\n  c\n  d\ne:\n  'f'\n"],
    ["brackets over lines", "a: [ b,\n  {c: d,\n   'e': !Ref f}, g: h ]\n"],
    ["lists in lists", "a:\n- - b\n  - c: d\n    e: f\n-\n  - g\n- !Sub\n  - h\n"],
    ["tabs inside of text", "a: b\tc\nd: |\n  e\tf\n"],
    ["colons and hashes in text", "a: b:c#d\ne: -f\ng: ::h # i\n"],
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
  ])("in a block of text that is %s", (_, text, expected) => {
    const { fast, patient } = alike(text);
    expect(values(fast?.root)).toEqual(expected);
    expect(told(fast?.root)).toEqual(told(patient.root));
  });
});

describe("the reader of plain YAML", () => {
  it.each([
    ["anchors", "a: &x {q: [1, 2]}\nb: *x\nc:\n  <<: *x\n  r: 3\n"],
    ["an anchor on a function", "a: &x !Ref b\nc: *x\n"],
    ["tags of YAML itself", "a: !!str 012\nb: ! 1\n"],
    ["an alias inside of what it names", "a: &x [*x]\n"],
    ["an alias to nothing", "a: *x\n"],
    ["keys that are no text", "? [a]\n: b\n"],
    ["a width of a block", "a: |1\n  one\n"],
    ["lines that stand out of a folded block", "a: >\n  b\n    c\n  d\n"],
    ["a tab before a value", "a:\tb\n"],
    ["a text that goes on in the first column", "a: 'b\nc'\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["what follows the end", "a: 1\n... b: 2\n"],
    ["a second value of a key", "a: 'b' c\n"],
    ["a map in a text", "a: b: c\n"],
  ])("leaves %s to the parser of all of it", (_, text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });

  it("reads the values that a slip of the pen makes of a template as that parser does, or none", () => {
    const template = readFileSync(join(FIXTURES, "genomics-sound", "management.template.yaml"), "utf8");
    const pieces = ` |\t|\n|:|-|#|'|"|[|]|{|}|,|!|>|\\|&|*|?|%|@|a1|~|: |- | #|\n\n|!Ref `.split("|");
    const slip = fc.record({
      at: fc.nat(template.length),
      cut: fc.nat(3),
      put: fc.constantFrom(...pieces, "|", "|-\n", ""),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        let text = template;
        for (const { at, cut, put } of slips) text = text.slice(0, at) + put + text.slice(at + cut);
        const { fast, patient } = alike(text);
        return fast === undefined || isDeepStrictEqual(values(fast.root), values(patient.root));
      }),
      { numRuns: 60 },
    );
    expect(parsePlainYaml(template)).toBeDefined();
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
    ["an open quote", "a: 'x\n", "missing closing 'quote"],
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
