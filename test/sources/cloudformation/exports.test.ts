import { describe, expect, it } from "vitest";
import { show } from "./load-template.ts";
import { scan } from "./scan-files.ts";

/** A stack that exports its bucket under a name, and one that imports a name. */
function exporting(name: string, more = ""): string {
  return `${more}
Resources: { Bucket: { Type: AWS::S3::Bucket } }
Outputs: { Bucket: { Value: !Ref Bucket, Export: { Name: ${name} } }, Stack: { Value: !Ref AWS::StackName } }
`;
}

function importing(name: string, more = ""): string {
  return `${more}
Resources: { Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: { Fn::ImportValue: ${name} } } } }
`;
}

const PARENT = `Resources:
  Data: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: data.yaml } }
  Use:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: use.yaml, Parameters: { Source: !GetAtt Data.Outputs.Stack } }
`;
const SOURCE = "Parameters: { Source: { Type: String } }";
const FALLBACK = "Parameters: { Source: { Type: String, Default: clinic } }";

async function imported(files: Readonly<Record<string, string>>, paramFile?: string): Promise<unknown> {
  const { resources } = await scan(files, "", paramFile);
  const policy = resources.find(({ type }) => type === "AWS::S3::BucketPolicy");
  return show(policy?.properties["Bucket"]);
}

describe("an export whose name has pieces that are not known", () => {
  it.each([
    [
      "of a parameter that two stacks have",
      {
        "data.yaml": exporting('!Sub "${Source}:Bucket"', SOURCE),
        "use.yaml": importing('!Sub "${Source}:Bucket"', SOURCE),
      },
      "data.yaml::Bucket",
    ],
    [
      "of a parameter alone",
      { "data.yaml": exporting("!Ref Source", SOURCE), "use.yaml": importing("!Ref Source", SOURCE) },
      "data.yaml::Bucket",
    ],
    [
      "of the name of a stack inside, which another one is told",
      {
        "main.yaml": PARENT,
        "data.yaml": exporting('!Sub "${AWS::StackName}:Bucket"'),
        "use.yaml": importing('!Join [":", [!Ref Source, Bucket]]', SOURCE),
      },
      "main.yaml::Data/Bucket",
    ],
  ])("is found by the same name: %s", async (_, files, target) => {
    expect(await imported(files)).toEqual({ $reference: target });
  });

  it("is found by a known name once the name of the stack is known", async () => {
    const files = {
      "data.yaml": exporting('!Sub "${AWS::StackName}:Bucket"'),
      "use.yaml": importing('!Sub "${Source}:Bucket"', FALLBACK),
      "values.json": '{"Parameters": {"AWS::StackName": "clinic"}}',
    };
    expect(await imported(files, "values.json")).toEqual({ $reference: "data.yaml::Bucket" });
  });

  it.each([
    [
      "of another parameter",
      {
        "data.yaml": exporting('!Sub "${Stage}:Bucket"', "Parameters: { Stage: { Type: String } }"),
        "use.yaml": importing('!Sub "${Source}:Bucket"', SOURCE),
      },
      "no stack of this scan exports …:Bucket (parameter Source has no value; give it with --param-file)",
    ],
    [
      "of a stack whose name is not known",
      {
        "data.yaml": exporting('!Sub "${AWS::StackName}:Bucket"'),
        "use.yaml": importing('!Sub "${Source}:Bucket"', FALLBACK),
      },
      "the export clinic:Bucket is of a stack outside of this scan, or of one whose name is not known",
    ],
    [
      "of the name of another stack inside",
      {
        "main.yaml": PARENT.replace("!GetAtt Data.Outputs.Stack", "!Ref AWS::StackName"),
        "data.yaml": exporting('!Sub "${AWS::StackName}:Bucket"'),
        "use.yaml": importing('!Sub "${Source}:Bucket"', SOURCE),
      },
      "no stack of this scan exports …:Bucket (the name of the stack is chosen at deployment)",
    ],
    [
      "that two stacks have",
      {
        "data.yaml": exporting('!Sub "${Source}:Bucket"', SOURCE),
        "more.yaml": exporting('!Sub "${Source}:Bucket"', SOURCE),
        "use.yaml": importing('!Sub "${Source}:Bucket"', SOURCE),
      },
      "several stacks of this scan export …:Bucket",
    ],
  ])("is not known: %s", async (_, files, reason) => {
    expect(await imported(files)).toEqual({ $unknown: reason });
  });
});
