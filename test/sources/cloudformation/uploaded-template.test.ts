import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const QUEUE = `Parameters: { Name: { Type: String } }
Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } } }
`;

function stack(url: string): string {
  return `Parameters: { Assets: { Type: String } }
Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url}, Parameters: { Name: inner } } }
`;
}

/** What a folder with these files is read as. */
function read(files: Readonly<Record<string, string>>, what = ""): ReturnType<typeof readInputs> {
  const folder = mkdtempSync(join(tmpdir(), "uploaded-template-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readInputs([join(folder, what)], { settings: DEFAULT_SETTINGS });
}

async function queues(files: Readonly<Record<string, string>>, what?: string): Promise<readonly unknown[]> {
  const { resources } = await read(files, what);
  const found = resources.filter(({ type }) => type === "AWS::SQS::Queue");
  return found.map(({ address, name, location }) => [
    address,
    name,
    location?.file.split("/").slice(2).slice(-2).join("/"),
  ]);
}

describe("a template that is uploaded before it is used", () => {
  it.each([
    ["whose address is put together", '!Sub "https://${Assets}.s3.amazonaws.com/core/queue.yaml"'],
    ["whose address has variables of its own", '!Sub ["${Root}/queue.yaml", { Root: !Ref Assets }]'],
    ["whose address is joined", '!Join ["", ["https://s3.amazonaws.com/", !Ref Assets, "/queue.yaml"]]'],
    ["whose address is written", '"https://assets.s3.amazonaws.com/core/queue.yaml?versionId=1"'],
  ])("is the template of the folder with its name: one %s", async (_, url) => {
    const files = { "main.yaml": stack(url), "core/queue.yaml": QUEUE };
    expect(await queues(files)).toEqual([["Inner/Queue", "inner", "core/queue.yaml"]]);
    const { gaps, diagnostics } = await read(files);
    expect(gaps).toEqual([]);
    expect(diagnostics.map(({ level, message }) => [level, message])).toEqual([
      [
        "note",
        expect.stringMatching(/^Inner is read from .*core\/queue\.yaml, whose name its address ends with$/u),
      ],
    ]);
  });

  it("is of several with its name the one whose folder the address has, too", async () => {
    const url = '!Sub "https://${Assets}.s3.amazonaws.com/core/queue.yaml"';
    const files = { "main.yaml": stack(url), "core/queue.yaml": QUEUE, "edge/queue.yaml": QUEUE };
    expect(await queues(files)).toContainEqual(["Inner/Queue", "inner", "core/queue.yaml"]);
  });

  it("is of several with its name the one below the template that uses it", async () => {
    const files = {
      "a/main.yaml": stack('!Sub "https://${Assets}/queue.yaml"'),
      "a/cfn/queue.yaml": QUEUE,
      "b/cfn/queue.yaml": QUEUE,
    };
    expect(await queues(files)).toContainEqual(["Inner/Queue", "inner", "cfn/queue.yaml"]);
  });

  it.each([
    [
      "several files with its name",
      '!Sub "https://${Assets}/queue.yaml"',
      { "a/queue.yaml": QUEUE, "b/queue.yaml": QUEUE },
    ],
    ["no file with its name", '!Sub "https://${Assets}/topic.yaml"', { "a/queue.yaml": QUEUE }],
    ["an address of which the end is not written", "!Ref Assets", { "a/queue.yaml": QUEUE }],
  ])("is not read for %s", async (_, url, files) => {
    const { gaps } = await read({ "main.yaml": stack(url), ...files });
    expect(gaps).toEqual([
      expect.objectContaining({ code: "cloudformation-nested-stack", subject: "Inner" }),
    ]);
  });

  it("is found around a template that is scanned alone, and told of", async () => {
    const files = {
      "main.yaml": stack('!Sub "https://${Assets}/core/queue.yaml"'),
      "core/queue.yaml": QUEUE,
      "other/queue.yaml": "name: queue",
      "node_modules/core/queue.yaml": QUEUE,
    };
    expect(await queues(files, "main.yaml")).toEqual([["Inner/Queue", "inner", "core/queue.yaml"]]);
    const { diagnostics } = await read(files, "main.yaml");
    expect(diagnostics.map(({ code }) => code)).toEqual(["cloudformation-uploaded-template"]);
  });

  it("is not looked for outside of the scan root", async () => {
    const files = { "a/main.yaml": stack('!Sub "https://${Assets}/queue.yaml"'), "queue.yaml": QUEUE };
    expect(await queues(files, "a/main.yaml")).toEqual([]);
  });

  it("is never the template that uses it", async () => {
    const { gaps } = await read({ "main.yaml": stack('!Sub "https://${Assets}/main.yaml"') });
    expect(gaps).toHaveLength(1);
  });
});
