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
        { PolicyDocument: { Statement: [{ Resource: ["arn:aws:s3:::x", "arn:aws:s3:::x/*"] }] } },
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

const MORE = await loadTemplate(`Transform: AWS::Serverless-2016-10-31
Conditions: { Own: !Equals [a, b], Prod: !Equals [a, a] }
Globals:
  Function: { Runtime: python3.13, KmsKeyArn: !GetAtt Key.Arn, VpcConfig: { SubnetIds: [s] } }
  Api: { TracingEnabled: true, AccessLogSetting: { DestinationArn: !GetAtt Logs.Arn } }
Resources:
  Key: { Type: AWS::KMS::Key }
  Logs: { Type: AWS::Logs::LogGroup }
  Uploads: { Type: AWS::S3::Bucket, Properties: { BucketName: up } }
  Results: { Type: AWS::SNS::Topic }
  Intake:
    Type: AWS::Serverless::Function
    Condition: Prod
    Properties:
      Role: !If [Own, "arn:aws:iam::111111111111:role/own", !Ref AWS::NoValue]
      Policies:
        - !If [Prod, { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }, !Ref AWS::NoValue]
        - !If [Prod, AmazonS3FullAccess, !Ref AWS::NoValue]
      DeadLetterQueue: { Type: SNS, TargetArn: !Ref Results }
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }
      DeploymentPreference: { Type: AllAtOnce }
      Events:
        Get: { Type: Api, Properties: { Path: /x, Method: get } }
        Up: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: ["s3:ObjectCreated:*"] } }
        Told: { Type: SNS, Properties: { Topic: !Ref Results, SqsSubscription: true } }
        Skill: { Type: AlexaSkill }
        New: { Type: EventOfTomorrow }
    Connectors:
      Read: { Properties: { Destination: { Id: Uploads }, Permissions: [Read] } }
  Plain: { Type: AWS::Serverless::Function, IgnoreGlobals: [KmsKeyArn], Properties: { InlineCode: x } }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.json
      Tracing: { Enabled: true }
      Events: { Daily: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day), DeadLetterConfig: { Type: SQS } } } }
  Socket: { Type: AWS::Serverless::WebSocketApi, Properties: { RouteSelectionExpression: x, Routes: {} } }
  Link: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Plain }, Destination: { Id: Uploads }, Permissions: [Write] } }
  Graph: { Type: AWS::Serverless::GraphQLApi, Properties: { SchemaUri: x, Auth: { Type: AWS_IAM } } }
  Later: { Type: AWS::Serverless::Tomorrow }
`);

describe("what SAM makes beside its types", () => {
  it.each([
    ["an API of events that name none", "ServerlessRestApi", "AWS::ApiGateway::RestApi"],
    ["the stage of that API", "ServerlessRestApiProdStage", "AWS::ApiGateway::Stage"],
    ["a role where the function has none of its own", "IntakeRole", "AWS::IAM::Role"],
    ["the role of deployments", "CodeDeployServiceRole", "AWS::IAM::Role"],
    ["what becomes of failures", "IntakeEventInvokeConfig", "AWS::Lambda::EventInvokeConfig"],
    ["the queue of failures", "IntakeEventInvokeConfigOnFailureQueue", "AWS::SQS::Queue"],
    ["the queue between a topic and a function", "IntakeToldQueue", "AWS::SQS::Queue"],
    ["the policy of that queue", "IntakeToldQueuePolicy", "AWS::SQS::QueuePolicy"],
    ["what polls that queue", "IntakeToldEventSourceMapping", "AWS::Lambda::EventSourceMapping"],
    ["the schedule of a state machine", "FlowDaily", "AWS::Scheduler::Schedule"],
    ["the role of that schedule", "FlowDailyRole", "AWS::IAM::Role"],
    ["the queue of that schedule", "FlowDailyQueue", "AWS::SQS::Queue"],
    ["an API of sockets", "Socket", "AWS::ApiGatewayV2::Api"],
    ["the stage of sockets", "SocketDefaultStage", "AWS::ApiGatewayV2::Stage"],
    ["the policy of a connector", "LinkPolicy", "AWS::IAM::ManagedPolicy"],
    ["the policy of a connector inside of its source", "IntakeReadPolicy", "AWS::IAM::ManagedPolicy"],
    ["an API of AppSync", "Graph", "AWS::AppSync::GraphQLApi"],
  ])("%s", (_, address, type) => {
    expect(resourceOf(MORE, address).type).toBe(type);
  });

  it("the implicit API has the settings of Globals", () => {
    expect(show(resourceOf(MORE, "ServerlessRestApiProdStage").properties)).toMatchObject({
      StageName: "Prod",
      TracingEnabled: true,
      AccessLogSetting: { DestinationArn: { $reference: "Logs" } },
    });
  });

  it("policies under a condition stay what they are, documents and managed policies apart", () => {
    const { ManagedPolicyArns, Policies } = resourceOf(MORE, "IntakeRole").properties;
    expect(show(ManagedPolicyArns)).toContain("arn:aws:iam::aws:policy/AmazonS3FullAccess");
    expect(show(Policies)).toEqual([
      {
        PolicyName: "IntakeRolePolicy0",
        PolicyDocument: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
      },
      { PolicyName: "DeadLetterQueuePolicy", PolicyDocument: expect.anything() },
      { PolicyName: "IntakeEventInvokeConfigOnFailureSQSPolicy", PolicyDocument: expect.anything() },
    ]);
    expect(show(resourceOf(MORE, "Intake").properties["Role"])).toEqual({ $reference: "IntakeRole" });
  });

  it("what a resource ignores of Globals it does not have", () => {
    expect(Object.keys(resourceOf(MORE, "Plain").properties)).toContain("VpcConfig");
    expect(Object.keys(resourceOf(MORE, "Plain").properties)).not.toContain("KmsKeyArn");
  });

  it("a bucket whose events call a function notifies it", () => {
    expect(show(resourceOf(MORE, "Uploads").properties)).toMatchObject({
      BucketName: "up",
      NotificationConfiguration: {
        LambdaConfigurations: [{ Event: "s3:ObjectCreated:*", Function: { $reference: "Intake" } }],
      },
    });
  });

  it("an event of a kind that is not known leaves its caller open", () => {
    expect(show(resourceOf(MORE, "IntakeNewPermission").properties["Principal"])).toHaveProperty("$unknown");
    expect(resourceOf(MORE, "IntakeSkillPermission").properties["Principal"]).toBe("alexa-appkit.amazon.com");
  });

  it("what SAM makes and genoscan does not read is a gap", () => {
    expect(MORE.gaps.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
      "Graph: SAM makes data sources, resolvers and roles of it, which are not read",
      "Later: what SAM makes of AWS::Serverless::Tomorrow is not known to genoscan",
    ]);
  });

  it("types of SAM are read without the transform, which the template lacks", async () => {
    const { diagnostics, resources } = await loadTemplate(
      "Resources: { F: { Type: AWS::Serverless::Function, Properties: { InlineCode: x } } }\n",
    );
    expect(resources.map(({ type }) => type)).toContain("AWS::IAM::Role");
    expect(diagnostics.map(({ code }) => code)).toEqual(["cloudformation-no-transform"]);
  });
});
