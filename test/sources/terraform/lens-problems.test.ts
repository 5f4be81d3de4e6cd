import { describe, expect, it } from "vitest";
import type { Feeds, Lens } from "../../../src/sources/terraform/lens.ts";
import { lensProblems } from "./lens-problems.ts";

function model(properties: Feeds, more: Partial<Lens> = {}): readonly string[] {
  const lens: Lens = { type: "aws_sagemaker_model", canonical: "AWS::SageMaker::Model", properties, ...more };
  const { attributes, properties: wrong } = lensProblems(lens);
  return [...attributes, ...wrong].map((problem) => problem.replace("aws_sagemaker_model: ", ""));
}

describe("what is wrong with a lens", () => {
  it.each<[string, Feeds, string]>([
    [
      "an attribute that the provider does not have",
      { ModelName: "title" },
      "/ModelName: the provider has no title",
    ],
    ["a property that CloudFormation does not have", { Title: "name" }, "/Title is no property"],
    [
      "a block that is fed as an attribute",
      { VpcConfig: "vpc_config" },
      "/VpcConfig: vpc_config holds objects: feed it with block, blocks or nested",
    ],
    [
      "an attribute that is fed as a block",
      { VpcConfig: { block: "name", properties: {} } },
      "/VpcConfig: name holds no objects",
    ],
    [
      "one object as a list",
      { VpcConfig: { blocks: "vpc_config", properties: { Subnets: "subnets" } } },
      "/VpcConfig: vpc_config is one object, and so is the property: feed it with block",
    ],
    [
      "a list as one object",
      { Containers: { block: "container", properties: { Image: "image" } } },
      "/Containers is a list, and container feeds one object: feed it with blocks",
    ],
    [
      "a dot through a block that repeats",
      { ModelName: "container.image" },
      "/ModelName: container repeats, so a dot cannot lead through it",
    ],
    [
      "what the provider alone sets",
      { ModelArn: "arn" },
      "/ModelArn: the provider alone sets arn: computed: true",
    ],
    [
      "what people set, as if they did not",
      { EnableNetworkIsolation: { attribute: "enable_network_isolation", computed: true } },
      "/EnableNetworkIsolation: people set enable_network_isolation: no computed",
    ],
    [
      "another shape",
      { ModelName: "enable_network_isolation" },
      '/ModelName: enable_network_isolation is "bool", and the property takes string',
    ],
    [
      "a value that the property does not take",
      { InferenceExecutionConfig: { object: { Mode: { attribute: "name", unset: "Parallel" } } } },
      '/InferenceExecutionConfig/Mode: "Parallel" does not fit: the property takes one of ["Serial","Direct"]',
    ],
  ])("%s", (_, properties, problem) => {
    expect(model(properties)).toContain(problem);
  });

  it.each<[string, Partial<Lens>, string]>([
    [
      "a type that no provider has",
      { type: "aws_omics_workflow" },
      "aws_omics_workflow: the provider has no such type",
    ],
    [
      "a canonical type",
      { canonical: "AWS::SageMaker::Modell" },
      "AWS::SageMaker::Modell has no published shape",
    ],
    ["an identifier", { identifiers: ["urn"] }, "the provider has no urn"],
    [
      "a parent",
      { fold: { into: ["aws_sagemaker_modell"], by: "name" } },
      "no provider has aws_sagemaker_modell, its parent",
    ],
    [
      "the parent of blocks that are resources",
      { expand: [{ blocks: "container", canonical: "AWS::EC2::Route", parent: "Table", properties: {} }] },
      "container gives AWS::EC2::Route, which has no Table",
    ],
  ])("%s", (_, more, problem) => {
    expect(model({}, more)).toContain(problem);
  });

  it("nothing, of a name that the provider makes up when nobody gives one", () => {
    expect(model({ ModelName: { attribute: "name", computed: true } })).toEqual([]);
  });
});
