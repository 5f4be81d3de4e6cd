import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { factOf } from "./facts-of.ts";

const REGISTRY = "111111111111.dkr.ecr.us-east-1.amazonaws.com";
const DIGEST = "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

function containersOf(properties: unknown, others: readonly ExampleResource[] = []): Value | undefined {
  return factOf("Containers", [{ address: "model", type: "AWS::SageMaker::Model", properties }, ...others]);
}

function pinOf(container: unknown, others: readonly ExampleResource[] = []): unknown {
  const [first] = containersOf({ PrimaryContainer: container }, others) as readonly { readonly Pin: Value }[];
  return first?.Pin instanceof Unknown ? first.Pin.reason : first?.Pin;
}

function repository(properties: object, more: Partial<ExampleResource> = {}): ExampleResource {
  const placed = { account: "111111111111", region: "us-east-1" };
  return {
    address: "registry",
    type: "AWS::ECR::Repository",
    ...placed,
    ...more,
    properties: { RepositoryName: "prs", ...properties },
  };
}

describe("the pin of an image", () => {
  it.each([
    ["a digest", `${REGISTRY}/prs@${DIGEST}`, "digest"],
    ["a digest beside a tag", `${REGISTRY}/prs:latest@${DIGEST}`, "digest"],
    ["no tag", `${REGISTRY}/prs`, "latest"],
    ["no tag after a port", "registry.example.org:5000/prs", "latest"],
    ["the tag latest", `${REGISTRY}/prs:latest`, "latest"],
    ["something that is no digest", `${REGISTRY}/prs@sha256:5f70`, "latest"],
  ])("%s", (_, Image, pin) => {
    expect(pinOf({ Image })).toBe(pin);
  });

  const Image = `${REGISTRY}/prs:3.2.1`;
  const exclusion = (value: unknown): object => ({
    ImageTagMutabilityExclusionFilters: [{ ImageTagMutabilityExclusionFilterValue: value }],
  });
  it.each([
    ["IMMUTABLE", { ImageTagMutability: "IMMUTABLE" }, "immutable-tag"],
    ["MUTABLE", { ImageTagMutability: "MUTABLE" }, "tag"],
    ["nothing said", {}, "tag"],
    [
      "immutable but for others",
      { ImageTagMutability: "IMMUTABLE_WITH_EXCLUSION", ...exclusion("dev-*") },
      "immutable-tag",
    ],
    [
      "immutable but for this one",
      { ImageTagMutability: "IMMUTABLE_WITH_EXCLUSION", ...exclusion("3.*") },
      "tag",
    ],
    [
      "mutable but for this one",
      { ImageTagMutability: "MUTABLE_WITH_EXCLUSION", ...exclusion("3.*") },
      "immutable-tag",
    ],
    [
      "immutable but for what is not known",
      { ImageTagMutability: "IMMUTABLE_WITH_EXCLUSION", ...exclusion({ $unknown: "no value" }) },
      "no value",
    ],
    ["not known", { ImageTagMutability: { $unknown: "no value" } }, "no value"],
  ])("a tag of a repository of the input: %s", (_, properties, pin) => {
    expect(pinOf({ Image }, [repository(properties)])).toBe(pin);
  });

  const immutable = { ImageTagMutability: "IMMUTABLE" };
  it("the repository is told by its URL too", () => {
    const named = repository(immutable, { identifiers: [`${REGISTRY}/prs`] });
    expect(pinOf({ Image }, [{ ...named, account: undefined } as unknown as ExampleResource])).toBe(
      "immutable-tag",
    );
  });

  it("a repository of the same name in another account is another one", () => {
    expect(pinOf({ Image }, [repository(immutable, { account: "222222222222" })])).toContain(
      "does not declare it",
    );
  });

  it("a repository of the same name in an account that is not known may be another one", () => {
    const { account: _, ...elsewhere } = repository(immutable);
    expect(pinOf({ Image }, [elsewhere])).toContain("whether registry is the repository");
  });

  it("an image of AWS by tag is not known", () => {
    expect(
      pinOf({ Image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.3.0" }),
    ).toContain("name the image by its digest");
  });

  it("a URL that is known after apply says neither tag nor digest", () => {
    const image = { $reference: "registry", attribute: "repository_url" };
    expect(pinOf({ Image: image }, [repository(immutable)])).toBe(
      "the image is made with registry.repository_url, and its tag or digest is not known before apply",
    );
  });
});

describe("the pin of a model package", () => {
  const ARN = "arn:aws:sagemaker:us-east-1:111111111111:model-package";
  it.each([
    ["a version by ARN", `${ARN}/prs/7`, "package-version"],
    ["a version by name", "prs/7", "package-version"],
    ["no version", `${ARN}/prs`, "package"],
    ["a package that is called by a number", `${ARN}/7`, "package"],
  ])("%s", (_, ModelPackageName, pin) => {
    expect(pinOf({ ModelPackageName })).toBe(pin);
  });

  const reference = { $reference: "package", attribute: "model_package_arn" };
  it.each([
    ["of a group", { ModelPackageGroupName: "prs" }, "package-version"],
    ["of no group", { ModelPackageName: "prs" }, "package"],
    ["of which the group is not known", { ModelPackageGroupName: { $unknown: "no value" } }, "no value"],
  ])("a package of the input, %s", (_, properties, pin) => {
    const package_ = { address: "package", type: "AWS::SageMaker::ModelPackage", properties };
    expect(pinOf({ ModelPackageName: reference }, [package_])).toBe(pin);
  });

  it("the ARN of a group with something behind it is not known", () => {
    const group = { address: "package", type: "AWS::SageMaker::ModelPackageGroup" };
    expect(pinOf({ ModelPackageName: reference }, [group])).toContain(
      "its version is not known before apply",
    );
  });
});

describe("containers", () => {
  it("are the primary one and the others", () => {
    const containers = containersOf({
      PrimaryContainer: { Image: "a" },
      Containers: [{ Image: `b@${DIGEST}` }],
    });
    expect(containers).toEqual([
      { Pin: "latest", DataBuckets: [] },
      { Pin: "digest", DataBuckets: [] },
    ]);
  });

  it("that are not known stand as one that is not known", () => {
    expect(containersOf({ Containers: { $unknown: "no value" } })).toEqual([new Unknown("no value")]);
  });

  it("stay sensitive", () => {
    const [container] = containersOf({ PrimaryContainer: { Image: { $sensitive: "a" } } }) as readonly {
      readonly Pin: Value;
    }[];
    expect(container?.Pin).toEqual(new Sensitive("latest"));
  });

  it("quote nothing sensitive in a reason", () => {
    const [container] = containersOf({
      PrimaryContainer: { Image: { $sensitive: "canary:1" } },
    }) as readonly unknown[];
    expect(JSON.stringify(container)).not.toContain("canary");
  });

  it("without image and package have no pin", () => {
    expect(pinOf({})).toBe("none");
  });
});

describe("the bucket of an artifact", () => {
  const bucket: ExampleResource = { address: "models", type: "AWS::S3::Bucket", name: "north-models" };
  it.each([
    ["s3://north-models/3.2.1/model.tar.gz"],
    ["https://north-models.s3.us-east-1.amazonaws.com/3.2.1/model.tar.gz"],
    ["https://s3.us-east-1.amazonaws.com/north-models/3.2.1/model.tar.gz"],
  ])("%s", (ModelDataUrl) => {
    const [container] = containersOf({ PrimaryContainer: { ModelDataUrl } }, [bucket]) as readonly {
      readonly DataBuckets: Value;
    }[];
    expect(container?.DataBuckets).toEqual([new Reference("models", undefined, "north-models")]);
  });
});
