import { describe, expect, it } from "vitest";
import { resourceOf, show } from "./load-template.ts";
import { scan } from "./scan-files.ts";

const include = (location: string): string =>
  `Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } }`;

describe("AWS::Include of a local file", () => {
  it("stands among resources and among properties, and keeps its own places", async () => {
    const { resources, gaps } = await scan(
      {
        "main.yaml": `Resources:
  ${include("more/topics.yaml")}
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: x
      ${include("encryption.json")}
`,
        "more/topics.yaml": "# ours\nTopic:\n  Type: AWS::SNS::Topic\n",
        "encryption.json":
          '{"BucketName": "y", "BucketEncryption": {"ServerSideEncryptionConfiguration": []}}',
      },
      "main.yaml",
    );
    const loaded = { resources, diagnostics: [], gaps };
    expect(gaps).toEqual([]);
    expect(resourceOf(loaded, "Topic").location).toMatchObject({ line: 2, column: 1 });
    expect(resourceOf(loaded, "Topic").location?.file).toMatch(/more.topics\.yaml$/u);
    expect(show(resourceOf(loaded, "Bucket").properties)).toMatchObject({
      BucketName: "x",
      BucketEncryption: { ServerSideEncryptionConfiguration: [] },
    });
  });

  it("may be the transform of the whole template", async () => {
    const { resources } = await scan(
      {
        "main.yaml":
          "Transform: { Name: AWS::Include, Parameters: { Location: conditions.yaml } }\nResources: { T: { Type: AWS::SNS::Topic, Condition: Never } }\n",
        "conditions.yaml": "Conditions: { Never: !Equals [a, b] }\n",
      },
      "main.yaml",
    );
    expect(resources.map(({ type }) => type)).toEqual(["Genoscan::Deployment"]);
  });

  it.each([
    ["S3", "s3://bucket/x.yaml", /^AWS::Include puts s3:\/\/bucket\/x\.yaml here at deployment$/u],
    ["a file that is not there", "gone.yaml", /^AWS::Include: there is no file .*gone\.yaml$/u],
    ["a file outside", "../../../../../etc/hosts", /lies outside of the scanned folder$/u],
    ["a file that includes itself", "loop.yaml", /^AWS::Include: loop\.yaml includes itself$/u],
    ["a list", "list.yaml", /^AWS::Include: list\.yaml holds no names and values$/u],
  ])("from %s leaves its part open, and is told", async (_, location, reason) => {
    const { resources, gaps } = await scan(
      {
        "main.yaml": `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n      ${include(location)}\n`,
        "loop.yaml": include("loop.yaml"),
        "list.yaml": "- 1\n",
      },
      "main.yaml",
    );
    const bucket = resourceOf({ resources, diagnostics: [], gaps }, "Bucket");
    expect(bucket.missing?.("/BucketEncryption")?.reason).toBeDefined();
    expect(Object.keys(bucket.properties)).not.toContain("Fn::Transform");
    expect(gaps[0]?.reason).toMatch(reason);
  });

  it("that is not read leaves an object open that it is a part of", async () => {
    const { resources, diagnostics, gaps } = await scan(
      {
        "main.yaml": `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled, ${include("s3://x/y")} }\n`,
      },
      "main.yaml",
    );
    const bucket = resourceOf({ resources, diagnostics, gaps }, "Bucket");
    expect(show(bucket.properties["VersioningConfiguration"])).toHaveProperty("$unknown");
    expect(diagnostics).toEqual([]);
    expect(gaps).toHaveLength(1);
  });
});
