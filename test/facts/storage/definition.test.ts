import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const BUCKET = { address: "definitions", type: "AWS::S3::Bucket", name: "north-definitions", properties: {} };
const VERSIONED = { ...BUCKET, properties: { VersioningConfiguration: { Status: "Enabled" } } };
const OBJECT = {
  address: "object",
  type: "aws_s3_object",
  properties: { bucket: { $reference: "definitions" }, key: "calling/1.4.2.zip" },
};

function definitionOf(uri: unknown, ...resources: readonly object[]): unknown {
  const workflow = { address: "workflow", type: "AWS::Omics::Workflow", properties: { DefinitionUri: uri } };
  return factOf({ resources: [workflow, ...resources] as never }, "workflow", "Definition");
}

describe("Definition", () => {
  it.each([
    ["calling/1.4.2.zip", "1.4.2"],
    ["calling/v2.0/main.nf", "v2.0"],
    ["calling-1.4.zip", "1.4"],
    ["calling/2026-01-31/main.nf", "2026-01-31"],
    [
      "annotation/5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef.zip",
      "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
    ],
    ["calling/latest.zip", undefined],
    ["calling/main.nf", undefined],
    ["decade/facade.zip", undefined],
  ])("the pin in %s is %s", (key, pin) => {
    expect(definitionOf(`s3://north-definitions/${key}`, BUCKET)).toEqual({
      BucketVersioned: false,
      Key: key,
      ...(pin === undefined ? {} : { Pin: pin }),
    });
  });

  it("a bucket of the input keeps versions or not, another is not known", () => {
    expect(definitionOf("s3://north-definitions/a.zip", VERSIONED)).toMatchObject({ BucketVersioned: true });
    expect(definitionOf("s3://other/a.zip", VERSIONED)).toMatchObject({ BucketVersioned: "unknown" });
  });

  it("a place that is made of an object has the object's key and bucket", () => {
    const uri = { $unknown: "known after apply", references: ["object"] };
    expect(definitionOf(uri, OBJECT, VERSIONED)).toEqual({
      BucketVersioned: true,
      Key: "calling/1.4.2.zip",
      Pin: "1.4.2",
    });
  });

  it("a place that is made of a bucket has a key that is not known", () => {
    const uri = { $unknown: "known after apply", references: ["definitions"] };
    expect(definitionOf(uri, VERSIONED)).toEqual({ BucketVersioned: true, Key: "unknown", Pin: "unknown" });
  });

  it("objects in a bucket for definitions have one, others have none", () => {
    expect(factOf({ resources: [OBJECT, BUCKET] }, "object", "Definition")).toMatchObject({
      Key: "calling/1.4.2.zip",
    });
    const other = { ...BUCKET, address: "assets", name: "assets" };
    const elsewhere = { ...OBJECT, properties: { ...OBJECT.properties, bucket: { $reference: "assets" } } };
    expect(factOf({ resources: [elsewhere, other] }, "object", "Definition")).toBeUndefined();
  });

  it("a repository has none", () => {
    expect(definitionOf("")).toBeUndefined();
  });
});
