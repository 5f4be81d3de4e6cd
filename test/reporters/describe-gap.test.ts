import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeGap } from "../../src/reporters/describe-gap.ts";
import { readInputs } from "../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

describe("what was not read", () => {
  it.each([
    [
      "a file",
      { subject: "main.bicep", location: { file: "main.bicep", line: 3, column: 1 } },
      "main.bicep:3:1: x",
    ],
    ["a whole file", { subject: "main.bicep", location: { file: "main.bicep" } }, "main.bicep: x"],
    ["a place", { subject: "a.yaml:3:1", location: { file: "a.yaml", line: 3, column: 1 } }, "a.yaml:3:1: x"],
    [
      "a module",
      { subject: "module.a", location: { file: "main.tf", line: 3, column: 1 } },
      "module.a: x (main.tf:3:1)",
    ],
    ["something without a place", { subject: "module.a" }, "module.a: x"],
  ])("of %s is told with its place", (_, gap, told) => {
    expect(describeGap({ ...gap, reason: "x" })).toBe(told);
  });

  it.each([
    ["main.bicep", "resource x\n", /^main\.bicep:1:11: expected the type/u],
    [
      "main.json",
      '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",\n "resources": [ }',
      /^main\.json:2:17: expected a value/u,
    ],
    [
      "template.yaml",
      "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  a: [\n",
      /^template\.yaml:4:1: flow/u,
    ],
    ["main.tf", 'resource "x" {\n', /^main\.tf:1:\d+: /u],
  ])("of %s in a folder names the file once", async (name, text, told) => {
    const folder = mkdtempSync(join(tmpdir(), "genoscan-gap-"));
    mkdirSync(join(folder, "more"));
    writeFileSync(join(folder, "more", name), text);
    const { gaps, problems } = await readInputs([folder], { settings: DEFAULT_SETTINGS });
    const sentences = [...gaps.map(describeGap), ...problems.map(({ message }) => message)];
    expect(sentences.map((sentence) => sentence.replaceAll(`${folder}/more/`, ""))).toEqual([
      expect.stringMatching(told) as unknown,
    ]);
    expect(sentences[0]?.split(name)).toHaveLength(2);
  });
});
