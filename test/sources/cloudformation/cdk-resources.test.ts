import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadTemplate, show } from "./load-template.ts";

const HANDLER = '{ "Fn::GetAtt": [Handler, Arn] }';

function template(custom: string): string {
  return `Conditions: { Told: !Equals [!Ref "AWS::Region", us-east-1] }
Resources:
  Handler: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs24.x } }
  Import: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13 } }
  Intake: { Type: AWS::S3::Bucket }
  It: ${custom}
`;
}

async function graphOf(custom: string): Promise<ResourceGraph> {
  const { resources } = await loadTemplate(template(custom));
  return addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
}

function at(graph: ResourceGraph, address: string): Resource {
  const found = graph.get(address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

const retention = (properties: string): string =>
  `{ Type: Custom::LogRetention, Properties: { ServiceToken: ${HANDLER}, LogGroupName: !Sub "/aws/lambda/\${Import}", ${properties} } }`;

describe("the log group that CDK makes of Custom::LogRetention", () => {
  it("is that of the function, with its days and without a key", async () => {
    const graph = await graphOf(retention('RetentionInDays: "14"'));
    const group = at(graph, "It");
    expect([group.type, group.writtenType]).toEqual(["AWS::Logs::LogGroup", "Custom::LogRetention"]);
    expect(propertyAt(group, "/RetentionInDays")).toBe(14);
    expect(propertyAt(group, "/KmsKeyId")).toBeUndefined();
    expect(show(propertyAt(at(graph, "Import"), "/Facts/LogGroup"))).toEqual({ $reference: "It" });
  });

  it.each([
    ["is kept", "RetentionInDays: 14", "Retain"],
    ["is deleted with the stack when the code says so", "RemovalPolicy: destroy", "Delete"],
  ])("%s", async (_, properties, expected) => {
    const group = at(await graphOf(retention(properties)), "It");
    expect(propertyAt(group, "/CloudFormation/DeletionPolicy")).toBe(expected);
  });
});

const notifications = (configuration: string, more = ""): string =>
  `{ Type: Custom::S3BucketNotifications${more}, Properties: { ServiceToken: ${HANDLER}, BucketName: !Ref Intake, NotificationConfiguration: ${configuration} } }`;

describe("the notifications that CDK makes of Custom::S3BucketNotifications", () => {
  it.each([
    [
      '{ LambdaFunctionConfigurations: [{ Events: ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"], LambdaFunctionArn: !GetAtt Import.Arn }] }',
      {
        LambdaConfigurations: [
          { Event: "s3:ObjectCreated:*", Function: { $reference: "Import" } },
          { Event: "s3:ObjectRemoved:*", Function: { $reference: "Import" } },
        ],
      },
    ],
    [
      '{ QueueConfigurations: [{ Events: ["s3:ObjectCreated:*"], QueueArn: arn, Filter: { Key: { FilterRules: [{ Name: suffix, Value: .bam }] } } }] }',
      {
        QueueConfigurations: [
          {
            Event: "s3:ObjectCreated:*",
            Queue: expect.anything() as unknown,
            Filter: { S3Key: { Rules: [{ Name: "suffix", Value: ".bam" }] } },
          },
        ],
      },
    ],
    ["{ EventBridgeConfiguration: {} }", { EventBridgeConfiguration: { EventBridgeEnabled: true } }],
  ])("%s", async (configuration, expected) => {
    const bucket = at(await graphOf(notifications(configuration)), "Intake");
    expect(show(propertyAt(bucket, "/NotificationConfiguration"))).toEqual(expected);
    expect(bucket.origin?.("/NotificationConfiguration").location?.line).toBe(6);
  });

  it("are not known under a condition that is not", async () => {
    const custom = notifications("{ EventBridgeConfiguration: {} }", ", Condition: Told");
    const bucket = at(await graphOf(custom), "Intake");
    expect(show(propertyAt(bucket, "/NotificationConfiguration"))).toHaveProperty("$unknown");
  });
});

describe("a function works on health data", () => {
  it.each([
    ["but not the one that CDK writes for its custom resource", retention("RetentionInDays: 14"), []],
    [
      "also one behind a custom resource that somebody else wrote",
      `{ Type: Custom::Import, Properties: { ServiceToken: ${HANDLER} } }`,
      ["phi-compute"],
    ],
  ])("%s", async (_, custom, roles) => {
    const graph = await graphOf(custom);
    expect(propertyAt(at(graph, "Handler"), "/Facts/Roles")).toEqual(roles);
    expect(propertyAt(at(graph, "Import"), "/Facts/Roles")).toEqual(["phi-compute"]);
  });
});
