import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const nested = (name: string): [string, object] => [
  `${name}NestedStack`,
  {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "https://s3.amazonaws.com/assets/x.json" },
    Metadata: { "aws:asset:path": `${name}.nested.template.json`, "aws:asset:property": "TemplateURL" },
  },
];

/** `cdk synth` with path metadata switched off: the manifest alone says which construct a logical id is. */
function assembly(): string {
  const folder = mkdtempSync(join(tmpdir(), "cdk-paths-"));
  const write = (file: string, content: object): void =>
    writeFileSync(join(folder, file), JSON.stringify(content));
  const logs = { Resources: { Logs: { Type: "AWS::Logs::LogGroup" } } };
  write("Main.template.json", { Resources: Object.fromEntries([nested("Auth"), nested("Runs")]) });
  write("Auth.nested.template.json", logs);
  write("Runs.nested.template.json", logs);
  const metadata: Record<string, object[]> = {};
  for (const name of ["Auth", "Runs"]) {
    metadata[`/Main/${name}/Logs/Resource`] = [{ type: "aws:cdk:logicalId", data: "Logs" }];
    metadata[`/Main/${name}.NestedStack/${name}.NestedStackResource`] = [
      { type: "aws:cdk:logicalId", data: `${name}NestedStack` },
    ];
  }
  const Main = {
    type: "aws:cloudformation:stack",
    environment: "aws://111111111111/us-east-1",
    properties: { templateFile: "Main.template.json" },
    metadata,
  };
  write("manifest.json", { version: "36.0.0", artifacts: { Main } });
  return folder;
}

it("a logical id of two stacks is in each of them the construct below that stack", async () => {
  const { resources, gaps } = await readInputs([assembly()], { settings: DEFAULT_SETTINGS });
  expect(gaps).toEqual([]);
  const groups = resources.filter(({ type }) => type === "AWS::Logs::LogGroup");
  expect(groups.map(({ address, location }) => [address, location?.file.split("/").pop()])).toEqual([
    ["Main/Auth/Logs/Resource", "Auth.nested.template.json"],
    ["Main/Runs/Logs/Resource", "Runs.nested.template.json"],
  ]);
});
