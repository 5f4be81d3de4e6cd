import { describe, expect, it } from "vitest";
import { FACTS } from "../../src/facts/catalogue.ts";
import { RuleError } from "../../src/model/errors.ts";
import { bundledRuleset } from "../../src/ruleset/bundled-ruleset.ts";
import { compileRuleset } from "../../src/ruleset/compile-ruleset.ts";
import { loadRuleset } from "../../src/ruleset/load-ruleset.ts";
import type { RulesetFile } from "../../src/ruleset/load-ruleset.ts";
import { factVocabulary } from "../../src/ruleset/loading/fact-vocabulary.ts";
import type { RulesetDocument } from "../../src/ruleset/ruleset.ts";
import { readRuleFiles } from "./read-rule-files.ts";
import { TYPE_VOCABULARY } from "./type-vocabulary.ts";

const RULE = `title: Keys are rotated
severity: high
params: [daysMax]
controls: { genomics: [GEN-1] }
description: A key that is never rotated protects nothing once it is lost.
select: { type: AWS::KMS::Key }
assert: { at: /RotationPeriodInDays, schema: { type: integer, maximum: { $param: daysMax } } }
message: The key {address} is not rotated
remediation: { text: Rotate the key. }
examples:
  - &first { name: first, verdict: pass, resources: [{ address: a, type: AWS::KMS::Key }] }
  - *first
  - *first
`;

const PARAMETERS = `daysMax:
  description: Days after which a key is rotated at the latest.
  schema: { type: integer, minimum: 1 }
  default: 365
`;

const CATALOGUE = `framework: genomics
title: Genomics
source: our own words
asOf: "2026-01-01"
controls: [{ id: GEN-1, title: Keys are rotated, evidence: technical }]
`;

const FILES: readonly RulesetFile[] = [
  { path: "mine/aws/kms/rotation.yaml", text: `id: aws-kms-rotation\n${RULE}` },
  { path: "mine/parameters.yaml", text: PARAMETERS },
  { path: "mine/controls/genomics.yaml", text: CATALOGUE },
];

function load(files: readonly RulesetFile[], base?: RulesetDocument): RulesetDocument {
  return loadRuleset(files, { folder: "mine", ...(base === undefined ? {} : { base }) });
}

function problemsOf(files: readonly RulesetFile[], base?: RulesetDocument): string[] {
  try {
    load(files, base);
    return [];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return error.message.split("\n");
  }
}

function replaceFile(path: string, text: string): readonly RulesetFile[] {
  return [...FILES.filter((file) => file.path !== path), { path, text }];
}

describe("loadRuleset", () => {
  it("reads rules with the parameters and controls that they cite", () => {
    const document = load(FILES);
    expect(document.rules.map(({ path, rule }) => [path, rule.id])).toEqual([
      ["mine/aws/kms/rotation.yaml", "aws-kms-rotation"],
    ]);
    expect(Object.keys(document.controls)).toEqual(["genomics"]);
    expect(compileRuleset(document, { daysMax: 90 })).toMatchObject({
      parameters: { daysMax: 90 },
      digest: document.digest,
      rules: [
        {
          id: "aws-kms-rotation",
          types: ["AWS::KMS::Key"],
          scope: "resource",
          controls: [{ framework: "genomics", id: "GEN-1" }],
        },
      ],
    });
  });

  it("adds to a ruleset whose parameters and controls the rules may cite", () => {
    const base = load(FILES);
    const more = load([{ path: "mine/aws/kms/other.yaml", text: `id: aws-kms-other\n${RULE}` }], base);
    expect(more.rules.map(({ rule }) => rule.id)).toEqual(["aws-kms-rotation", "aws-kms-other"]);
    expect(more.digest).not.toBe(base.digest);
  });

  it("has a digest that depends on content and not on the order of the files", () => {
    expect(load([...FILES].reverse()).digest).toBe(load(FILES).digest);
    const changed = replaceFile("mine/parameters.yaml", PARAMETERS.replace("365", "366"));
    expect(load(changed).digest).not.toBe(load(FILES).digest);
  });

  it("refuses two rules with one id", () => {
    const twin = { path: "mine/aws/kms-rotation.yaml", text: `id: aws-kms-rotation\n${RULE}` };
    expect(problemsOf([...FILES, twin])).toEqual([
      'mine/aws/kms/rotation.yaml rule-duplicate-id: "aws-kms-rotation" is the id of mine/aws/kms-rotation.yaml as well',
    ]);
    expect(problemsOf([twin], load(FILES))).toEqual([
      'mine/aws/kms-rotation.yaml rule-duplicate-id: "aws-kms-rotation" is the id of mine/aws/kms/rotation.yaml as well',
    ]);
  });

  it("tells what is wrong with every file", () => {
    const files = [
      ...FILES,
      { path: "mine/a.yaml", text: `id: b\n${RULE}` },
      { path: "mine/c.yaml", text: "id: [" },
    ];
    expect(problemsOf(files).map((line) => line.split(": ")[0])).toEqual([
      "mine/a.yaml:1:5 rule-wrong-id",
      expect.stringContaining("mine/c.yaml:1:"),
    ]);
  });

  it.each([
    [
      "a default that its schema does not admit",
      PARAMETERS.replace("365", "0"),
      "4:12 rule-invalid: the default must be an integer of at least 1",
    ],
    [
      "a parameter without meaning",
      PARAMETERS.replace(/ {2}description.*\n/, ""),
      '2:3 rule-invalid: daysMax needs "description"',
    ],
    [
      "a schema with a keyword that is none",
      PARAMETERS.replace("minimum", "minimun"),
      '3:28 rule-unsupported-keyword: "minimun" is no schema keyword of the rule language; did you mean "minimum"?',
    ],
    [
      "a schema with a parameter",
      PARAMETERS.replace("minimum: 1", "minimum: { $param: daysMax }"),
      "3:37 rule-invalid: the schema of a parameter holds no parameter",
    ],
    [
      "a derivation from nothing",
      PARAMETERS.replace("default: 365", "derived: { from: days, times: 2, round: up }"),
      '4:20 rule-unknown-parameter: there is no parameter "days"',
    ],
    [
      "a derivation from what is no number",
      `${PARAMETERS}words:
  description: Words that nobody needs, for a test.
  schema: { type: array }
  default: [a]
more:
  description: Words that nobody needs, for a test.
  schema: { type: integer }
  derived: { from: words, times: 2, round: up }
`,
      '12:20 rule-invalid: "words" must be a number that a site may set',
    ],
  ])("refuses %s, and does not blame the rules for it", (_name, text, problem) => {
    const problems = problemsOf(replaceFile("mine/parameters.yaml", text));
    expect(problems).toEqual([`mine/parameters.yaml:${problem}`]);
  });

  it("refuses a catalogue that is none", () => {
    const files = replaceFile("mine/controls/genomics.yaml", CATALOGUE.replace("technical", "yes"));
    expect(problemsOf(files)).toEqual([
      expect.stringMatching(
        /^mine\/controls\/genomics\.yaml:5:\d+ rule-invalid: controls\[0\]\.evidence must be /,
      ),
    ]);
  });
});

describe("the rules that are shipped", () => {
  const files = readRuleFiles("rules");
  const options = { folder: "rules", knownTypes: TYPE_VOCABULARY, knownFacts: factVocabulary(FACTS) };

  it("are right: words, controls, parameters, types, properties and facts", () => {
    expect(() => loadRuleset(files, options)).not.toThrow();
  });

  it("are what npm run generate has made of them", () => {
    expect(loadRuleset(files, options)).toEqual(bundledRuleset());
  });
});
