import { describe, expect, it } from "vitest";
import { loadTemplate, resourceOf, show } from "./load-template.ts";
import { scan } from "./scan-files.ts";

/** The policies of the role of a function that has these. */
async function policiesOf(written: string, more = ""): Promise<unknown> {
  const loaded = await loadTemplate(
    `Transform: AWS::Serverless-2016-10-31
Conditions: { Yes: !Equals [a, a] }
Resources:
  Key: { Type: AWS::KMS::Key }
  Secret: { Type: AWS::SecretsManager::Secret }
  F:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Policies: ${written}
${more}`,
    { account: "111111111111" },
  );
  return show(resourceOf(loaded, "FRole").properties["Policies"]);
}

describe("policy templates of SAM", () => {
  it.each([
    [
      "what stands for a resource is in its ARN",
      "[{ S3ReadPolicy: { BucketName: reads } }]",
      { Effect: "Allow", Resource: ["arn:aws:s3:::reads", "arn:aws:s3:::reads/*"] },
    ],
    [
      "a reference as the whole resource stays one",
      "[{ AWSSecretsManagerGetSecretValuePolicy: { SecretArn: !Ref Secret } }]",
      { Action: ["secretsmanager:GetSecretValue"], Resource: { $reference: "Secret" } },
    ],
    [
      "a reference in an ARN is named",
      "[{ KMSDecryptPolicy: { KeyId: !Ref Key } }]",
      { Action: ["kms:Decrypt"], Resource: { references: ["Key"] } },
    ],
    ["one without parameters", "[VPCAccessPolicy: {}]", { Resource: "*" }],
    ["one that stands alone", "{ VPCAccessPolicy: {} }", { Resource: "*" }],
    ["one of a choice", "[!If [Yes, { VPCAccessPolicy: {} }, !Ref AWS::NoValue]]", { Resource: "*" }],
    [
      "conditions are kept",
      "[{ EFSWriteAccessPolicy: { FileSystem: fs-1, AccessPoint: fsap-1 } }]",
      {
        Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": { $unknown: expect.any(String) } } },
      },
    ],
  ])("%s", async (_, written, statement) => {
    expect(await policiesOf(written)).toMatchObject([{ PolicyDocument: { Statement: [statement] } }]);
  });

  it.each([
    [
      "a parameter that is missing",
      "[S3ReadPolicy: {}]",
      "S3ReadPolicy needs BucketName; SAM refuses it without",
    ],
    [
      "a name that SAM does not know",
      "[S3ReedPolicy: {}]",
      'S3ReedPolicy is no policy and no policy template of SAM; did you mean "S3ReadPolicy"?',
    ],
  ])("not known: %s", async (_, written, reason) => {
    expect(await policiesOf(written)).toMatchObject([{ PolicyDocument: { $unknown: reason } }]);
  });
});

describe("policies that SAM adds for destinations", () => {
  it.each([
    [
      "of invocations",
      "EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }",
      { Action: "sqs:SendMessage", Resource: { $reference: "FEventInvokeConfigOnFailureQueue" } },
    ],
    [
      "of invocations, chosen by a condition",
      "EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: SNS, Destination: !If [Yes, !Ref AWS::NoValue, arn] } } }",
      { Action: "sns:Publish", Resource: { $reference: "FEventInvokeConfigOnSuccessTopic" } },
    ],
    [
      "of events",
      "Events: { Read: { Type: Kinesis, Properties: { Stream: arn, DestinationConfig: { OnFailure: { Type: S3, Destination: 'arn:aws:s3:::failed' } } } } }",
      { Action: "s3:PutObject", Resource: "arn:aws:s3:::failed/*" },
    ],
  ])("%s", async (_, written, statement) => {
    const policies = await policiesOf("[]", `      ${written}\n`);
    expect(policies).toMatchObject([
      { PolicyDocument: { Statement: expect.arrayContaining([expect.objectContaining(statement)]) } },
    ]);
  });
});

describe("what lets an API call a function", () => {
  const api = "arn:aws:execute-api:eu-central-1:111111111111:";

  it.each([
    [
      "a path",
      "{ Type: Api, Properties: { RestApiId: abc, Method: get, Path: /reports } }",
      `${api}abc/*/GET/reports`,
    ],
    ["the root", "{ Type: Api, Properties: { RestApiId: abc, Method: get, Path: / } }", `${api}abc/*/GET/`],
    [
      "a parameter",
      "{ Type: Api, Properties: { RestApiId: abc, Method: any, Path: '/{id}/x/{proxy+}' } }",
      `${api}abc/*/*/*/x/*`,
    ],
    ["everything", "{ Type: HttpApi, Properties: { ApiId: abc } }", `${api}abc/*/*`],
  ])("is told by its method and path: %s", async (_, event, arn) => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources: { F: { Type: AWS::Serverless::Function, Properties: { InlineCode: x, Events: { Call: ${event} } } } }
`;
    const { resources } = await scan(
      {
        "t.yaml": template,
        "v.json": '{"Parameters": {"AWS::Region": "eu-central-1", "AWS::AccountId": "111111111111"}}',
      },
      "t.yaml",
      "v.json",
    );
    const permission = resources.find(({ type }) => type === "AWS::Lambda::Permission");
    expect(permission?.properties["SourceArn"]).toBe(arn);
  });
});
