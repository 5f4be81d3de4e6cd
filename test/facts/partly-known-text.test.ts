import { describe, expect, it } from "vitest";
import { addFacts } from "../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { propertyAt } from "../../src/model/resource.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";
import { loadTemplate, show } from "../sources/cloudformation/load-template.ts";

/** A fact of the resource `It` of a template, as inspect shows it. */
async function fact(resources: string, pointer: string): Promise<unknown> {
  const read = await loadTemplate(
    `Parameters: { Name: { Type: String } }\nResources:\n${resources.replace(/^/gmu, "  ")}`,
  );
  const it = addFacts(new ResourceGraph(read.resources), DEFAULT_SETTINGS).get("It");
  return it === undefined ? "no resource It" : show(propertyAt(it, `/Facts${pointer}`));
}

const OPEN = { $unknown: expect.any(String) as string };

describe("no access key stands in", () => {
  it.each([
    ["an account", "!Ref AWS::AccountId", []],
    ["a name made of the account and the region", '!Sub "reads-${AWS::AccountId}-${AWS::Region}"', []],
    ["a folder of a bucket of the template", '!Sub "s3://${Bucket}/runs"', []],
    ["a folder of a bucket that a parameter names", '!Sub "s3://${Name}/runs"', []],
    ["a folder that a parameter names, which may be anything", '!Sub "s3://${Bucket}/${Name}"', [OPEN]],
    ["a parameter", "!Ref Name", [OPEN]],
    [
      "a key between an account and a region",
      '!Sub "${AWS::AccountId} AKIAQWERTYUIOPASDFGH ${AWS::Region}"',
      ["/Environment/Variables/VALUE"],
    ],
  ])("%s: %s", async (_, value, expected) => {
    const template = `
Bucket: { Type: AWS::S3::Bucket }
It: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { VALUE: ${value} } } } }`;
    expect(await fact(template, "/AccessKeys")).toEqual(expected);
  });
});

describe("a condition keeps somebody out, whatever the deployment fills in", () => {
  it.each([
    [
      "the ARN of an API",
      'aws:SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"',
      ["source-arn"],
    ],
    [
      "rules of a name",
      'aws:SourceArn: !Sub "arn:aws:events:us-east-1:${AWS::AccountId}:rule/${Name}"',
      ["source-arn"],
    ],
    ["a bucket of any name, which may be *", 'aws:SourceArn: !Sub "arn:aws:s3:::${Name}"', [OPEN]],
    ["whatever a parameter says", "aws:SourceArn: !Ref Name", [OPEN]],
  ])("%s", async (_, condition, expected) => {
    const template = `
Api: { Type: AWS::ApiGateway::RestApi }
It:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [x]
    PolicyDocument:
      Statement:
        - { Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: "sns:Publish", Resource: "*", Condition: { ArnLike: { ${condition} } } }`;
    expect(await fact(template, "/Grants/0/Bounds")).toEqual(expected);
  });

  it("everyone with a role of the own account is of the own account", async () => {
    const template = `
It:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - { Effect: Allow, Principal: "*", Action: "kms:*", Resource: "*", Condition: { ArnEquals: { "aws:PrincipalArn": !Sub "arn:aws:iam::\${AWS::AccountId}:role/runs*" } } }`;
    expect(await fact(template, "/Grants/0/Relation")).toBe("own");
  });
});

describe("a principal is the whole account", () => {
  it.each([
    ["by number", "!Ref AWS::AccountId", true],
    ["by ARN", '!Sub "arn:aws:iam::${AWS::AccountId}:root"', true],
    ["not by a role in it", '!Sub "arn:aws:iam::${AWS::AccountId}:role/admin"', false],
    ["not by a role of the template", "!GetAtt Role.Arn", false],
    ["or not, with what a parameter says", "!Ref Name", OPEN],
    ["by ARN, whichever account it is", '!Sub "arn:aws:iam::${Name}:root"', true],
    ["or not, by an ARN of which the rest may be anything", '!Sub "arn:aws:iam::${Name}"', OPEN],
  ])("%s", async (_, principal, expected) => {
    const template = `
Role: { Type: AWS::IAM::Role }
It:
  Type: AWS::KMS::Key
  Properties: { KeyPolicy: { Statement: { Effect: Allow, Principal: { AWS: ${principal} }, Action: "kms:*", Resource: "*" } } }`;
    expect(await fact(template, "/Grants/0/WholeAccount")).toEqual(expected);
  });
});

describe("a principal that a parameter completes", () => {
  it.each([
    ["is of one account", 'AWS: !Sub "arn:aws:iam::${Name}:root"', "account"],
    ["is of one account, as a role", 'AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/${Name}"', "account"],
    ["may be everyone", 'AWS: !Sub "${Name}"', OPEN],
    ["is a service", 'Service: !Sub "${Name}.amazonaws.com"', "service"],
    ["may be a service, or none", "Service: !Ref Name", OPEN],
  ])("%s", async (_, principal, expected) => {
    const template = `
It:
  Type: AWS::KMS::Key
  Properties: { KeyPolicy: { Statement: { Effect: Allow, Principal: { ${principal} }, Action: "kms:*", Resource: "*" } } }`;
    expect(await fact(template, "/Grants/0/Scope")).toEqual(expected);
  });

  it.each([
    ["logs.${Name}.amazonaws.com", "logs.amazonaws.com"],
    ["delivery.${Name}.amazonaws.com", OPEN],
  ])("is the service of a region, or another one: %s", async (service, expected) => {
    const template = `
It:
  Type: AWS::KMS::Key
  Properties: { KeyPolicy: { Statement: { Effect: Allow, Principal: { Service: !Sub "${service}" }, Action: "kms:*", Resource: "*" } } }`;
    expect(await fact(template, "/Grants/0/Principal")).toEqual(expected);
  });
});

describe("the log group of a function", () => {
  it.each([
    ["is called after the function", '!Sub "/aws/lambda/${It}"', { $reference: "Group" }],
    ["is not called after something else", '!Sub "/aws/batch/${Name}"', undefined],
    ["may have any name", "!Ref Name", OPEN],
    ["is that of another function", '!Sub "/aws/lambda/${Other}"', undefined],
  ])("%s", async (_, name, expected) => {
    const template = `
Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: ${name} } }
Other: { Type: AWS::Lambda::Function }
It: { Type: AWS::Lambda::Function }`;
    expect(await fact(template, "/LogGroup")).toEqual(expected);
  });
});

describe("the log group of a function that is named by a parameter", () => {
  it.each([
    ["is written like the function", '!Sub "/aws/lambda/${Name}-import"', { $reference: "Group" }],
    ["is written otherwise", '!Sub "/aws/lambda/${Name}-export"', undefined],
    ["is written in full, as the function may be", "/aws/lambda/clinic-import", OPEN],
    ["is written in full, as the function cannot be", "/aws/lambda/clinic-export", undefined],
  ])("%s", async (_, name, expected) => {
    const template = `
Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: ${name} } }
It: { Type: AWS::Lambda::Function, Properties: { FunctionName: !Sub "\${Name}-import" } }`;
    expect(await fact(template, "/LogGroup")).toEqual(expected);
  });
});

describe("what a rule invokes", () => {
  it.each([
    [
      "is no function, when the ARN is of a pipeline",
      "codepipeline:${AWS::Region}:${AWS::AccountId}:${Name}",
      [],
    ],
    ["may be a function", "lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}", [OPEN]],
  ])("%s", async (_, arn, expected) => {
    const template = `
It: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: a, Arn: !Sub "arn:aws:${arn}" }] } }`;
    expect(await fact(template, "/Invokes")).toEqual(expected);
  });
});

describe("the service of an endpoint", () => {
  it.each([
    ["com.amazonaws.${AWS::Region}.s3", "s3"],
    ["com.amazonaws.us-east-1.ecr.api", "ecr.api"],
    ["com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", undefined],
    ["com.amazonaws.us-east-1.${Name}", OPEN],
  ])("%s: %s", async (name, expected) => {
    const template = `It: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: !Sub "${name}" } }`;
    expect(await fact(template, "/Service")).toEqual(expected);
  });

  it("is reached through a policy that names resources of the own account", async () => {
    const template = `
It:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    PolicyDocument:
      Statement: { Effect: Allow, Principal: "*", Action: "dynamodb:*", Resource: !Sub "arn:aws:dynamodb:*:\${AWS::AccountId}:table/runs" }`;
    expect(await fact(template, "/PolicyRestricted")).toBe(true);
  });
});

describe("what is meant by a name that a deployment completes", () => {
  const pinned = `@sha256:${"0".repeat(64)}`;

  it.each([
    [
      "an image by its digest",
      "Image",
      `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/prs${pinned}`,
      "digest",
    ],
    [
      "an image without a tag",
      "Image",
      "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/prs",
      "latest",
    ],
    [
      "an image with a tag of a parameter",
      "Image",
      "${AWS::AccountId}.dkr.ecr.us-east-1.amazonaws.com/prs:${Name}",
      OPEN,
    ],
    [
      "a version of a model package",
      "ModelPackageName",
      "arn:aws:sagemaker:${AWS::Region}:${AWS::AccountId}:model-package/prs/7",
      "package-version",
    ],
    [
      "a version that a parameter names",
      "ModelPackageName",
      "arn:aws:sagemaker:us-east-1:${AWS::AccountId}:model-package/prs/${Name}",
      OPEN,
    ],
  ])("%s", async (_, property, text, expected) => {
    const template = `It: { Type: AWS::SageMaker::Model, Properties: { PrimaryContainer: { ${property}: !Sub "${text}" } } }`;
    expect(await fact(template, "/Containers/0/Pin")).toEqual(expected);
  });

  it.each([
    [
      '!Sub "s3://${Definitions}/calling/1.4.2.zip"',
      { Key: "calling/1.4.2.zip", Pin: "1.4.2", BucketVersioned: true },
    ],
    [
      '!Sub "s3://definitions-${AWS::AccountId}/calling/1.4.2.zip"',
      { Key: "calling/1.4.2.zip", Pin: "1.4.2", BucketVersioned: OPEN },
    ],
    ['!Sub "s3://${Definitions}/calling/${Name}.zip"', { Key: OPEN, Pin: OPEN, BucketVersioned: true }],
  ])("the definition of a workflow: %s", async (uri, expected) => {
    const template = `
Definitions: { Type: AWS::S3::Bucket, Properties: { VersioningConfiguration: { Status: Enabled } } }
It: { Type: AWS::Omics::Workflow, Properties: { DefinitionUri: ${uri} } }`;
    expect(await fact(template, "/Definition")).toEqual(expected);
  });

  it.each([
    ["another role of the account than the one that signs", "signer", []],
    ["the role that signs", "admin", [expect.anything() as unknown]],
  ])("who administers a key is %s", async (_, signer, expected) => {
    const role = (name: string): string => `{ AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:role/${name}" }`;
    const template = `
It:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - { Effect: Allow, Principal: ${role("admin")}, Action: "kms:Put*", Resource: "*" }
        - { Effect: Allow, Principal: ${role(signer)}, Action: "kms:Sign", Resource: "*" }`;
    expect(await fact(template, "/SigningAdministrators")).toEqual(expected);
  });
});
