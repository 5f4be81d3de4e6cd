import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { factOf } from "./facts-of.ts";

const IMAGE = `111111111111.dkr.ecr.us-east-1.amazonaws.com/prs@sha256:${"5f70bf18".repeat(8)}`;

function stepsOf(PipelineDefinition: unknown, others: readonly ExampleResource[] = []): Value | undefined {
  const pipeline = {
    address: "pipeline",
    type: "AWS::SageMaker::Pipeline",
    properties: { PipelineDefinition },
  };
  return factOf("Steps", [pipeline, ...others]);
}

function describeSteps(
  Steps: readonly unknown[],
  others: readonly ExampleResource[] = [],
): Value | undefined {
  return stepsOf({ PipelineDefinitionBody: { Steps } }, others);
}

const unknown = (reason: string): unknown => expect.objectContaining({ reason });

describe("a job", () => {
  it("of processing", () => {
    const Arguments = {
      AppSpecification: { ImageUri: IMAGE },
      ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.xlarge", VolumeKmsKeyId: "alias/data" } },
      ProcessingOutputConfig: { KmsKeyId: "alias/data", Outputs: [{ S3Output: { S3Uri: "s3://a/b" } }] },
      NetworkConfig: { EnableNetworkIsolation: true, VpcConfig: { Subnets: ["subnet-1"] } },
    };
    expect(describeSteps([{ Name: "Prepare", Type: "Processing", Arguments }])).toEqual([
      {
        Name: "Prepare",
        Type: "Processing",
        Pin: "digest",
        LocalStorage: false,
        VolumeKmsKeyId: new Reference("elsewhere:AWS::KMS::Key:alias/data", undefined, "alias/data"),
        OutputKmsKeyId: new Reference("elsewhere:AWS::KMS::Key:alias/data", undefined, "alias/data"),
        WritesToS3: true,
        NetworkIsolation: true,
        VpcConfig: { Subnets: ["subnet-1"] },
      },
    ]);
  });

  it.each([
    ["no output", {}, false],
    [
      "an output to a feature store alone",
      { ProcessingOutputConfig: { Outputs: [{ FeatureStoreOutput: {} }] } },
      false,
    ],
    [
      "outputs that are not known",
      { ProcessingOutputConfig: { Outputs: { Get: "Parameters.O" } } },
      unknown("Parameters.O is chosen when the pipeline runs"),
    ],
  ])("of processing with %s", (_, Arguments, WritesToS3) => {
    expect(describeSteps([{ Name: "P", Type: "Processing", Arguments }])).toMatchObject([{ WritesToS3 }]);
  });

  it("of training", () => {
    const Arguments = {
      AlgorithmSpecification: { TrainingImage: IMAGE },
      // what a Terraform object leaves out is null in its JSON, and the SDK writes an empty text
      ResourceConfig: {
        InstanceGroups: [{ InstanceType: "ml.g5.xlarge" }, { InstanceType: "ml.p4d.24xlarge" }],
        VolumeKmsKeyId: null,
      },
      OutputDataConfig: { S3OutputPath: "s3://a/b", KmsKeyId: "" },
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: [] },
    };
    expect(describeSteps([{ Name: "Train", Type: "Training", Arguments }])).toEqual([
      {
        Name: "Train",
        Type: "Training",
        Pin: "digest",
        LocalStorage: true,
        WritesToS3: true,
        NetworkIsolation: true,
        VpcConfig: { Subnets: [] },
      },
    ]);
  });

  it("of tuning for each of its training jobs", () => {
    const job = (image: string): unknown => ({ AlgorithmSpecification: { TrainingImage: image } });
    const Arguments = { TrainingJobDefinition: job(IMAGE), TrainingJobDefinitions: [job("prs:latest")] };
    expect(describeSteps([{ Name: "Tune", Type: "Tuning", Arguments }])).toMatchObject([
      { Name: "Tune", Pin: "digest" },
      { Name: "Tune", Pin: "latest" },
    ]);
  });

  it("of a check, whose image the service chooses", () => {
    const [step] = describeSteps([
      { Name: "Check", Type: "QualityCheck", Arguments: {} },
    ]) as readonly object[];
    expect(step).not.toHaveProperty("Pin");
  });

  it("of automatic training", () => {
    const Arguments = {
      AutoMLJobConfig: { SecurityConfig: { VolumeKmsKeyId: "alias/data", VpcConfig: {} } },
    };
    expect(describeSteps([{ Name: "Auto", Type: "AutoML", Arguments }])).toMatchObject([
      { VolumeKmsKeyId: { value: "alias/data" }, VpcConfig: {}, WritesToS3: true },
    ]);
  });
});

describe("a transform", () => {
  const score = (ModelName: unknown): object => ({
    Name: "Score",
    Type: "Transform",
    Arguments: { ModelName },
  });
  const model: ExampleResource = {
    address: "model",
    type: "AWS::SageMaker::Model",
    name: "prs-7",
    properties: {
      PrimaryContainer: { Image: IMAGE },
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: [] },
    },
  };

  it("runs a model of the input", () => {
    expect(describeSteps([score("prs-7")], [model])).toMatchObject([
      { Pin: "digest", NetworkIsolation: true, VpcConfig: { Subnets: [] } },
    ]);
  });

  it("runs the model that the pipeline makes", () => {
    const make = {
      Name: "Make",
      Type: "Model",
      Arguments: { Containers: [{ Image: IMAGE }, { Image: "prs:latest" }] },
    };
    expect(describeSteps([make, score({ Get: "Steps.Make.ModelName" })])).toMatchObject([
      { Pin: "latest" },
      { Pin: "latest" },
    ]);
  });

  it.each([
    ["a model that the input does not declare", "prs-8", "the model prs-8 is not declared in this input"],
    [
      "whatever its starter chooses",
      { Get: "Parameters.Model" },
      "Parameters.Model is chosen when the pipeline runs",
    ],
    [
      "what another step found",
      { Get: "Steps.Find.OutputParameters['m']" },
      "Steps.Find.OutputParameters['m'] is known only when the pipeline runs",
    ],
  ])("runs %s", (_, name, reason) => {
    expect(describeSteps([score(name)], [model])).toMatchObject([
      { Pin: { reason }, NetworkIsolation: { reason } },
    ]);
  });

  it("runs none of two models with one name", () => {
    expect(describeSteps([score("prs-7")], [model, { ...model, address: "other" }])).toMatchObject([
      { Pin: { reason: "several models are named prs-7" } },
    ]);
  });

  it("runs the model of its own account", () => {
    const other = { ...model, address: "other", account: "222222222222", properties: {} };
    const pipeline = {
      address: "pipeline",
      type: "AWS::SageMaker::Pipeline",
      account: "111111111111",
      properties: { PipelineDefinition: { PipelineDefinitionBody: { Steps: [score("prs-7")] } } },
    };
    expect(factOf("Steps", [pipeline, other, { ...model, account: "111111111111" }])).toMatchObject([
      { Pin: "digest" },
    ]);
  });
});

describe("a definition", () => {
  it("as text is decoded", () => {
    const PipelineDefinitionBody = '{"Steps": [{"Name": "N", "Type": "Lambda"}]}';
    expect(stepsOf({ PipelineDefinitionBody })).toEqual([{ Name: "N", Type: "Lambda" }]);
  });

  it.each([
    ["that is no JSON", { PipelineDefinitionBody: "{" }, "the pipeline definition is not valid JSON"],
    ["without steps", { PipelineDefinitionBody: {} }, "the pipeline definition has no steps"],
    [
      "in S3",
      { PipelineDefinitionS3Location: { Bucket: "b", Key: "k.json", Version: "3" } },
      "the pipeline definition lies in s3://b/k.json, where a scan of files does not read it",
    ],
    [
      "that is known after apply",
      { PipelineDefinitionBody: { $unknown: "no value" } },
      "the pipeline definition is not known: no value",
    ],
  ])("%s is not known", (_, definition, reason) => {
    expect(stepsOf(definition)).toEqual(new Unknown(reason));
  });

  it("holds steps in steps", () => {
    const step = (Name: string, Arguments: unknown = {}): unknown => ({ Name, Type: "Condition", Arguments });
    const inner = step("b", { ElseSteps: [step("c")] });
    expect(
      describeSteps([
        step("a", { IfSteps: [inner], ElseSteps: [] }),
        step("d", { IfSteps: { $unknown: "no value" } }),
      ]),
    ).toEqual([
      { Name: "a", Type: "Condition" },
      { Name: "b", Type: "Condition" },
      { Name: "c", Type: "Condition" },
      { Name: "d", Type: "Condition" },
      new Unknown("no value"),
    ]);
  });

  it("names keys however deep its steps lie", () => {
    const Arguments = { OutputDataConfig: { KmsKeyId: "alias/data" } };
    const inner = { Name: "Train", Type: "Training", Arguments };
    const steps = describeSteps([{ Name: "If", Type: "Condition", Arguments: { IfSteps: [inner] } }]);
    expect(steps).toMatchObject([
      { Name: "If" },
      { OutputKmsKeyId: { target: "elsewhere:AWS::KMS::Key:alias/data" } },
    ]);
  });

  it("joins what is known", () => {
    const join = (Values: unknown): unknown => ({ "Std:Join": { On: "/", Values } });
    const step = (ImageUri: unknown): unknown => ({
      Name: "P",
      Type: "Processing",
      Arguments: { AppSpecification: { ImageUri } },
    });
    expect(
      describeSteps([step(join(["registry", IMAGE])), step(join(["a", { Get: "Parameters.Tag" }]))]),
    ).toMatchObject([
      { Pin: "digest" },
      { Pin: { reason: "Parameters.Tag is chosen when the pipeline runs" } },
    ]);
  });

  it("that is sensitive gives sensitive steps, and no reason that quotes it", () => {
    const Steps = [{ Name: "canary", Type: "Transform", Arguments: { ModelName: "canary" } }];
    const [step] = stepsOf({ PipelineDefinitionBody: { $sensitive: { Steps } } }) as readonly Value[];
    expect(step).toBeInstanceOf(Sensitive);
    expect(JSON.stringify((step as Sensitive).value).replace('"Name":{"value":"canary"}', "")).not.toContain(
      "canary",
    );
  });

  it("nested without end is not known", () => {
    let step: unknown = { Name: "s", Type: "Condition", Arguments: {} };
    for (let depth = 0; depth < 300; depth += 1) {
      step = { Name: "s", Type: "Condition", Arguments: { IfSteps: [step] } };
    }
    expect(describeSteps([step])).toContainEqual(new Unknown("steps are nested too deeply"));
  });
});
