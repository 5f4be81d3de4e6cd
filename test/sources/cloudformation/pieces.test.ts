import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadTemplate, show } from "./load-template.ts";

async function fact(template: string, address: string, pointer: string): Promise<unknown> {
  const { resources } = await loadTemplate(template);
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const resource = graph.get(address);
  return resource === undefined ? undefined : show(propertyAt(resource, pointer));
}

const deny = (bucket: string, resources: string): string => `Resources:
  Bucket: { Type: AWS::S3::Bucket${bucket} }
  Other: { Type: AWS::S3::Bucket }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: ${resources}, Condition: { Bool: { "aws:SecureTransport": false } } }
`;

describe("text of which pieces are known decides", () => {
  it.each([
    ["the bucket and its objects by ARN", "", '[!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/*"]', true],
    [
      "the bucket and its objects by name",
      "",
      '[!Sub "arn:aws:s3:::${Bucket}", !Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"]',
      true,
    ],
    [
      "a name made of the account",
      ', Properties: { BucketName: !Sub "r-${AWS::AccountId}" }',
      '[!Sub "arn:aws:s3:::r-${AWS::AccountId}", !Sub "arn:aws:s3:::r-${AWS::AccountId}/*"]',
      true,
    ],
    [
      "a name made of the name of the stack",
      ', Properties: { BucketName: !Sub "${AWS::StackName}-r" }',
      '[!Sub "arn:aws:s3:::${AWS::StackName}-r", !Sub "arn:aws:s3:::${AWS::StackName}-r/*"]',
      true,
    ],
    ["the bucket alone", "", "[!GetAtt Bucket.Arn]", false],
    ["a folder of the bucket", "", '[!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/logs/*"]', false],
  ])("whether a policy covers %s", async (_, bucket, resources, denies) => {
    expect(await fact(deny(bucket, resources), "Bucket", "/Facts/DeniesInsecureTransport")).toBe(denies);
  });

  it("the objects of another bucket leave it open", async () => {
    const template = deny("", '[!GetAtt Bucket.Arn, !Sub "${Other.Arn}/*"]');
    expect(await fact(template, "Bucket", "/Facts/DeniesInsecureTransport")).not.toBe(true);
  });
});

const key = (principal: string): string => `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: ${principal} }, Action: "kms:*", Resource: "*" }] } }
`;

describe("the account of the deployment is its own, whichever it is", () => {
  it.each([
    ["by ARN", '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"'],
    ["by number", "!Ref AWS::AccountId"],
    ["by a role in it", '!Sub "arn:aws:iam::${AWS::AccountId}:role/admin"'],
  ])("%s", async (_, principal) => {
    expect(await fact(key(principal), "Key", "/Facts/Grants/0/Relation")).toBe("own");
  });

  it("another account stays what it is", async () => {
    const relation = await fact(key('"arn:aws:iam::222222222222:root"'), "Key", "/Facts/Grants/0/Relation");
    expect(relation).toHaveProperty("$unknown");
  });
});

/** A machine that starts with a script in Base64. */
const machine = (script: string): string => `Parameters: { Token: { Type: String } }
Resources:
  Machine: { Type: AWS::EC2::Instance, Properties: { UserData: { "Fn::Base64": ${script} } } }
`;

describe("a text in Base64 is searched in its pieces", () => {
  it.each([
    ["a key beside what is not known", '!Sub "x=${Token} AKIA2345672345672345"', ["/UserData"]],
    [
      "the name of the stack and of a resource",
      '!Sub "cfn-init ${AWS::StackName} ${AWS::StackId} ${AWS::Region} ${Machine}"',
      [],
    ],
    [
      "a parameter without a value",
      '!Join ["", ["x=", !Ref Token]]',
      [{ $unknown: "parameter Token has no value; give it with --param-file" }],
    ],
  ])("%s", async (_, script, keys) => {
    expect(await fact(machine(script), "Machine", "/Facts/AccessKeys")).toEqual(keys);
  });
});
