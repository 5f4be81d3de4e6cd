import { describe, expect, it } from "vitest";
import { valueAt } from "../../../src/model/pointer.ts";
import { Unknown } from "../../../src/model/value.ts";
import { loadTemplate, resourceOf, show } from "./load-template.ts";
import { scan } from "./scan-files.ts";

const BUCKET = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n";

describe("properties", () => {
  it("are read as their type says, whatever the template writes", async () => {
    const loaded = await loadTemplate(`Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: "true", PendingWindowInDays: "30", KeyPolicy: '{"Statement": []}' } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: 12, VersioningConfiguration: { Status: Enabled } } }
`);
    const { CloudFormation: _, ...properties } = resourceOf(loaded, "Key").properties;
    expect(show(properties)).toEqual({
      EnableKeyRotation: true,
      PendingWindowInDays: 30,
      KeyPolicy: { Statement: [] },
    });
    expect(resourceOf(loaded, "Bucket").properties["BucketName"]).toBe("12");
  });

  it("may be any of a custom resource, and of a web ACL rules in rules", async () => {
    const { diagnostics } = await loadTemplate(`Resources:
  C: { Type: AWS::CloudFormation::CustomResource, Properties: { ServiceToken: x, Anything: 1 } }
  W: { Type: AWS::WAFv2::WebACL, Properties: { Rules: [{ Name: a, Statement: { NotStatement: {} } }] } }
`);
    expect(diagnostics).toEqual([]);
  });

  it("words for true and false are booleans without quotes, as CloudFormation reads YAML", async () => {
    const loaded = await loadTemplate(`Parameters: { Keep: { Type: String, Default: Yes } }
Conditions: { Bare: !Equals [!Ref Keep, YES], Quoted: !Equals [!Ref Keep, "Yes"] }
Resources:
  Bare: { Type: AWS::S3::Bucket, Condition: Bare, Properties: { Tags: [{ Key: a, Value: off }, { Key: b, Value: "off" }] } }
  Quoted: { Type: AWS::S3::Bucket, Condition: Quoted }
`);
    const bare = resourceOf(loaded, "Bare");
    expect(show(bare.properties["Tags"])).toEqual([
      { Key: "a", Value: "false" },
      { Key: "b", Value: "off" },
    ]);
    expect(bare.uncertain).toBeUndefined();
    expect(loaded.resources.map(({ address }) => address)).not.toContain("Quoted");
  });

  it("are located where they are written, and at the resource when they are not", async () => {
    const loaded = await loadTemplate(
      "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: Enabled\n",
    );
    const { origin } = resourceOf(loaded, "Bucket");
    expect(origin?.("/VersioningConfiguration/Status")).toEqual({
      address: "Bucket",
      attribute: "VersioningConfiguration.Status",
      location: { file: "-", line: 6, column: 9 },
    });
    expect(origin?.("/BucketEncryption").location).toEqual({ file: "-", line: 2, column: 3 });
  });

  it("that the type does not have are told with what may be meant", async () => {
    const { diagnostics } = await loadTemplate(
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: { BucketEncrypton: x }\n  C: { Type: AWS::S3::Buckett }\n",
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'B: AWS::S3::Bucket has no property /BucketEncrypton; did you mean "BucketEncryption"?',
      'C: CloudFormation has no type AWS::S3::Buckett; did you mean "AWS::S3::Bucket"?',
    ]);
  });

  it.each([
    ["what is written", `${BUCKET}    DeletionPolicy: Retain\n`, "Retain"],
    ["a stack deletes what says nothing", BUCKET, "Delete"],
    ["accounts are kept", "Resources: { Bucket: { Type: AWS::Organizations::Account } }\n", "Retain"],
    [
      "of databases a snapshot is made",
      "Resources: { Bucket: { Type: AWS::RDS::DBInstance } }\n",
      "Snapshot",
    ],
    [
      "but not of the instances of a cluster",
      "Resources: { Bucket: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: c } } }\n",
      "Delete",
    ],
  ])("what CloudFormation does with the resource stands apart: %s", async (_, text, DeletionPolicy) => {
    const loaded = await loadTemplate(text);
    expect(show(resourceOf(loaded, "Bucket").properties)).toMatchObject({
      CloudFormation: { DeletionPolicy, UpdateReplacePolicy: "Delete" },
    });
  });

  it("what a change set does not say of it is not known", async () => {
    const json = {
      ChangeSetName: "c",
      Changes: [
        {
          ResourceChange: {
            Action: "Add",
            LogicalResourceId: "Key",
            ResourceType: "AWS::KMS::Key",
            AfterContext: '{"Properties": {}}',
          },
        },
      ],
    };
    const { resources } = await scan({ "x.json": JSON.stringify(json) }, "x.json");
    const key = resources.find(({ address }) => address === "Key");
    expect(valueAt(key?.properties, ["CloudFormation", "DeletionPolicy"])).toBeInstanceOf(Unknown);
  });
});

describe("conditions", () => {
  const TEXT = `Parameters: { Env: { Type: String } }
Conditions:
  Never: !Equals [a, b]
  Maybe: !Equals [!Ref Env, prod]
Resources:
  Gone: { Type: AWS::S3::Bucket, Condition: Never }
  Open: { Type: AWS::S3::Bucket, Condition: Maybe }
`;

  it("that are false leave a resource out; one that is not known makes it uncertain", async () => {
    const { resources } = await loadTemplate(TEXT);
    const buckets = resources.filter(({ type }) => type === "AWS::S3::Bucket");
    expect(buckets.map(({ address, uncertain }) => [address, uncertain?.reason])).toEqual([
      ["Open", "condition Maybe: parameter Env has no value; give it with --param-file"],
    ]);
  });
});

describe("--param-file", () => {
  const template = `Parameters: { Name: { Type: String } }\nResources:\n  B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }\n`;
  it.each([
    ["the command line of AWS", '[{"ParameterKey": "Name", "ParameterValue": "given"}]'],
    ["CodePipeline", '{"Parameters": {"Name": "given"}}'],
    ["names and values", '{"Name": "given"}'],
    ["overrides", '["Name=given"]'],
    ["YAML", "Name: given\n"],
    ["Git sync", "template-file-path: ./t.yaml\nparameters:\n  Name: given\ntags: {a: b}\n"],
  ])("in the form of %s", async (_, values) => {
    const { resources } = await scan({ "t.yaml": template, values }, "t.yaml", "values");
    expect(resources[0]?.properties["BucketName"]).toBe("given");
  });
});

describe("Fn::ForEach", () => {
  const loop = (collection: string): string => `Transform: AWS::LanguageExtensions
Parameters: { Open: { Type: CommaDelimitedList } }
Resources:
  Fn::ForEach::Buckets:
    - Name
    - ${collection}
    - "Bucket&{Name}":
        Type: AWS::S3::Bucket
        Properties: { BucketName: !Sub "x-\${Name}" }
`;

  it("writes a resource for each item", async () => {
    const { resources } = await loadTemplate(loop("[a.1, b]"));
    expect(resources.slice(0, 2).map(({ address, name }) => [address, name])).toEqual([
      ["Bucketa1", "x-a.1"],
      ["Bucketb", "x-b"],
    ]);
  });

  it("over a list that is not known is a resource of which nobody knows how often it is there", async () => {
    const { resources } = await loadTemplate(loop("!Ref Open"));
    expect(resources[0]?.uncertain?.reason).toContain("parameter Open has no value");
  });
});

describe("stacks in stacks", () => {
  const outer = (url: string): string =>
    `Resources:\n  Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: "${url}", Parameters: { Cidr: 10.0.0.0/16 } } }\n  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !GetAtt Network.Outputs.Vpc } }\n`;
  const inner = `Parameters: { Cidr: { Type: String } }\nResources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }\nOutputs: { Vpc: { Value: !Ref Vpc } }\n`;

  it("are read with the parameters that they are given, and their outputs lead to their resources", async () => {
    const { resources, gaps, inputs } = await scan({
      "main.yaml": outer("inner/net.yaml"),
      "inner/net.yaml": inner,
    });
    const subnet = resources.find(({ type }) => type === "AWS::EC2::Subnet");
    const vpc = resources.find(({ type }) => type === "AWS::EC2::VPC");
    expect(gaps).toEqual([]);
    expect(inputs).toHaveLength(1);
    expect(vpc?.address).toBe("Network/Vpc");
    expect(vpc?.properties["CidrBlock"]).toBe("10.0.0.0/16");
    expect(show(subnet?.properties["VpcId"])).toEqual({ $reference: vpc?.id });
    expect(resources.filter(({ type }) => type === "AWS::EC2::VPC")).toHaveLength(1);
  });

  it.each([
    ["https://bucket.s3.amazonaws.com/net.yaml", "its template is not a local file"],
    ["missing.yaml", "there is no file"],
    ["../../../../../../../../etc/hostname", "outside of the scanned folder"],
    ["main.yaml", "holds this stack itself"],
  ])("of %s are told", async (url, reason) => {
    const { gaps } = await scan({ "main.yaml": outer(url) }, "main.yaml");
    expect(gaps.map((gap) => gap.reason).join()).toContain(reason);
  });
});

describe("a folder", () => {
  it("is scanned by every source that finds something in it", async () => {
    const { inputs } = await scan({
      "main.tf": 'resource "aws_kms_key" "k" {}\n',
      "templates/a.yaml": BUCKET,
      "package.json": "{}",
    });
    expect(inputs.map(({ source, resources }) => [source, resources])).toEqual([
      ["terraform-hcl", 2],
      ["cloudformation", 2],
    ]);
  });

  it("one template that cannot be read does not hide the others, and the scan is incomplete", async () => {
    const { resources, gaps } = await scan({
      "a.yaml": BUCKET,
      "b.yaml": "Resources:\n  B:\n  \tType: AWS::S3::Bucket\n",
    });
    expect(resources.filter(({ type }) => type === "AWS::S3::Bucket")).toHaveLength(1);
    expect(gaps.map(({ reason }) => reason).join()).toContain("here is a tab");
  });

  it("what one stack exports, another imports", async () => {
    const { resources } = await scan({
      "a.yaml": `${BUCKET}Outputs: { B: { Value: !Ref Bucket, Export: { Name: bucket } } }\n`,
      "b.yaml":
        "Resources: { P: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !ImportValue bucket } } }\n",
    });
    const policy = resources.find(({ type }) => type === "AWS::S3::BucketPolicy");
    expect(show(policy?.properties["Bucket"])).toEqual({ $reference: "a.yaml::Bucket" });
  });
});

describe("what the command line of AWS prints", () => {
  it.each([
    ["a template as data", { TemplateBody: { Resources: { Bucket: { Type: "AWS::S3::Bucket" } } } }],
    ["a template as text", { TemplateBody: BUCKET }],
    [
      "a change set with values",
      {
        ChangeSetName: "c",
        Changes: [
          { ResourceChange: { Action: "Remove", LogicalResourceId: "Old", ResourceType: "AWS::S3::Bucket" } },
          {
            ResourceChange: {
              Action: "Add",
              LogicalResourceId: "Bucket",
              ResourceType: "AWS::S3::Bucket",
              AfterContext: '{"Properties": {"BucketName": "{{changeSet:KNOWN_AFTER_APPLY}}"}}',
            },
          },
        ],
      },
    ],
  ])("%s", async (_, json) => {
    const { resources, problems } = await scan({ "x.json": JSON.stringify(json) }, "x.json");
    expect(problems).toEqual([]);
    expect(resources.filter(({ type }) => type === "AWS::S3::Bucket").map(({ address }) => address)).toEqual([
      "Bucket",
    ]);
  });

  it.each([
    ["its stack", { StackId: "arn:aws:cloudformation:eu-central-1:111122223333:stack/reports/1" }],
    ["itself", { ChangeSetId: "arn:aws:cloudformation:eu-central-1:111122223333:changeSet/c/1" }],
  ])("the account and the region of a change set stand in the id of %s", async (_, id) => {
    const json = { ChangeSetName: "c", StackName: "reports", Changes: [], ...id };
    const loaded = await loadTemplate(JSON.stringify(json));
    expect(loaded.resources.map(({ placement }) => placement)).toMatchObject([
      { region: "eu-central-1", account: "111122223333" },
    ]);
  });

  it("in a folder is read as it is alone, and does not hide the others", async () => {
    const bad = {
      ChangeSetName: "c",
      Changes: [{ ResourceChange: { Action: "Add", LogicalResourceId: "B" } }],
    };
    const { resources, gaps } = await scan({
      "a.json": JSON.stringify({ TemplateBody: BUCKET }),
      "b.json": JSON.stringify(bad),
    });
    expect(resources.map(({ type }) => type)).toContain("AWS::S3::Bucket");
    expect(gaps.map(({ reason }) => reason).join()).toContain("--include-property-values");
  });

  it("a change set that goes on is not whole", async () => {
    const { gaps } = await loadTemplate(
      JSON.stringify({ ChangeSetName: "c", StackName: "s", Changes: [], NextToken: "more" }),
    );
    expect(gaps).toMatchObject([{ code: "cloudformation-change-set" }]);
  });

  it("a change set without values is told how to be made", async () => {
    const json = {
      ChangeSetName: "c",
      Changes: [{ ResourceChange: { Action: "Add", LogicalResourceId: "B" } }],
    };
    const { problems } = await scan({ "x.json": JSON.stringify(json) }, "x.json");
    expect(problems[0]?.message).toContain("--include-property-values");
  });
});

describe("a template is told by its text", () => {
  it.each([
    [
      "with JSON in one of its first lines",
      `${BUCKET}    Metadata:\n      Example: |\n        {\n          "a": 1\n        }\n`,
    ],
    ["indented as a whole", `  # a template\n${BUCKET.trimEnd().replaceAll(/^/gmu, "  ")}\n`],
    ["behind the mark of a document", `---\n${BUCKET}`],
  ])("%s", async (_, text) => {
    const { resources, problems } = await scan({ "x.yaml": text }, "x.yaml");
    expect(problems).toEqual([]);
    expect(resources.map(({ type }) => type)).toContain("AWS::S3::Bucket");
  });

  it("and not by a text inside of another document", async () => {
    const text = `apiVersion: v1\nkind: ConfigMap\ndata:\n  template: |\n${BUCKET.replaceAll(/^/gmu, "    ")}`;
    const { resources } = await scan({ "x.yaml": text }, "x.yaml");
    expect(resources.map(({ type }) => type)).toEqual(["core/ConfigMap"]);
  });
});

describe("what is no template is told in a sentence", () => {
  it.each([
    [
      "a file with an apiVersion and a kind that no cluster keeps",
      "apiVersion: v1\nkind: Config\nusers: []\n",
    ],
    ["a kustomization", "resources:\n  - pod.yaml\n"],
    ["an OpenAPI description", "openapi: 3.0.0\npaths: {}\n"],
    ["a Compose file", "services:\n  web: { image: x }\n"],
    ["a workflow of GitHub Actions", "on: push\njobs: {}\n"],
    ["a configuration of the Serverless Framework", "service: x\nprovider: { name: aws }\n"],
  ])("%s", async (kind, text) => {
    const { problems } = await scan({ "x.yaml": text }, "x.yaml");
    expect(problems[0]?.message).toContain(`not a CloudFormation template: this is ${kind}`);
  });

  it.each([
    [
      "a template without resources",
      'AWSTemplateFormatVersion: "2010-09-09"\n',
      "a template without Resources",
    ],
    ["wrong indentation", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n   Properties: {}\n", "x.yaml:4:"],
    ["a tab", "Resources:\n\tA:\n    Type: AWS::S3::Bucket\n", "here is a tab"],
    ["two documents", `${BUCKET}---\n${BUCKET}`, "several YAML documents"],
  ])("%s", async (_, text, sentence) => {
    const { problems } = await scan({ "x.yaml": text }, "x.yaml");
    expect(problems.map(({ message }) => message).join()).toContain(sentence);
  });

  it("a key that stands twice is told with its line, and its value is not known", async () => {
    const loaded = await loadTemplate(
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: a\n      BucketName: b\n",
    );
    expect(loaded.gaps[0]).toMatchObject({
      reason: 'the key "BucketName" stands twice in one object',
      location: { line: 6 },
    });
    expect(show(resourceOf(loaded, "B").properties["BucketName"])).toHaveProperty("$unknown");
  });
});
