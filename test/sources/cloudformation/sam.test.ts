import { describe, expect, it } from "vitest";
import { loadTemplate, resourceOf, show } from "./load-template.ts";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Environment: { Variables: { STAGE: prod } }
    VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }
Resources:
  Intake:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      KmsKeyArn: !GetAtt Key.Arn
      Environment: { Variables: { TABLE: !Ref Ledger } }
      Policies:
        - AWSLambdaExecute
        - S3ReadPolicy: { BucketName: x }
        - Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }]
      Events:
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
        Up: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: "s3:ObjectCreated:*" } }
      FunctionUrlConfig: { AuthType: NONE }
  Uploads: { Type: AWS::S3::Bucket }
  Key: { Type: AWS::KMS::Key }
  Ledger: { Type: AWS::Serverless::SimpleTable, Properties: { SSESpecification: { SSEEnabled: "true" } } }
  Flow: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: flow.json, Role: "arn:aws:iam::111111111111:role/flow" } }
`;

const loaded = await loadTemplate(TEMPLATE);

describe("what SAM makes of its types", () => {
  it("a function has the settings of Globals beside its own", () => {
    const { type, properties } = resourceOf(loaded, "Intake");
    expect(type).toBe("AWS::Lambda::Function");
    expect(show(properties)).toMatchObject({
      Environment: { Variables: { STAGE: "prod", TABLE: { $reference: "Ledger" } } },
      KmsKeyArn: { $reference: "Key" },
      Role: { $reference: "IntakeRole" },
      VpcConfig: { SubnetIds: ["subnet-1"] },
    });
  });

  it("where the code lies is not known", () => {
    expect(show(resourceOf(loaded, "Intake").properties["Code"])).toHaveProperty("$unknown");
  });

  it("a function without a role has one, with the policies of SAM and its own", () => {
    expect(show(resourceOf(loaded, "IntakeRole").properties)).toMatchObject({
      ManagedPolicyArns: [
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        "arn:aws:iam::aws:policy/AWSLambdaExecute",
      ],
      Policies: [
        { PolicyDocument: { $unknown: "SAM writes the statements of S3ReadPolicy" } },
        { PolicyDocument: { Statement: [{ Action: "s3:*" }] } },
      ],
    });
  });

  it("events are rules and permissions, those of S3 for the own account alone", () => {
    expect(show(resourceOf(loaded, "IntakeNightly").properties)).toMatchObject({
      ScheduleExpression: "rate(1 day)",
      Targets: [{ Arn: { $reference: "Intake" } }],
    });
    expect(show(resourceOf(loaded, "IntakeNightlyPermission").properties)).toMatchObject({
      Principal: "events.amazonaws.com",
      SourceArn: { $reference: "IntakeNightly" },
    });
    expect(Object.keys(resourceOf(loaded, "IntakeUpPermission").properties)).toContain("SourceAccount");
  });

  it("a URL without authorization lets everybody in", () => {
    expect(show(resourceOf(loaded, "IntakeUrlPublicPermissions").properties)).toMatchObject({
      FunctionUrlAuthType: "NONE",
      Principal: "*",
    });
  });

  it("tables and state machines keep what bears on encryption", () => {
    expect(show(resourceOf(loaded, "Ledger").properties)).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { SSEEnabled: true },
    });
    expect(show(resourceOf(loaded, "Flow").properties)).toMatchObject({
      Definition: { $unknown: "the definition lies in a file that sam package uploads" },
    });
  });
});
