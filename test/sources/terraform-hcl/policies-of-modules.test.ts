import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/model/resource.ts";
import { plain } from "../../../src/model/value.ts";
import { loadInput } from "../load-input.ts";

async function resourcesOf(configuration: string, region = "us-east-1"): Promise<readonly Resource[]> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-modules-"));
  writeFileSync(join(folder, "main.tf"), `provider "aws" {\n  region = "${region}"\n}\n${configuration}`);
  return (await loadInput(folder)).resources;
}

const BUCKET = `
resource "aws_s3_bucket" "reports" {
  bucket_prefix = "north-"
}
data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["_ARN_/*"]
    principals {
      type        = "AWS"
      identifiers = [PRINCIPAL]
    }
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = compact(["", data.aws_iam_policy_document.own.json])
}
resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = replace(data.aws_iam_policy_document.all.json, "_ARN_", aws_s3_bucket.reports.arn)
}
resource "aws_s3_bucket_ownership_controls" "reports" {
  bucket = aws_s3_bucket_policy.reports.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
resource "aws_s3_bucket" "other" {
  bucket_prefix = "south-"
}
`;

describe("a policy in which a placeholder stands for the bucket", () => {
  it.each([
    ["all else is written", '"111111111111"'],
    ["something else is known after apply, too", "aws_iam_role.reader.arn"],
  ])("is known when %s", async (_, principal) => {
    const role = `resource "aws_iam_role" "reader" {\n  assume_role_policy = "{}"\n}\n`;
    const resources = await resourcesOf(role + BUCKET.replace("PRINCIPAL", principal));
    const policy = resources.find(({ type }) => type === "AWS::S3::BucketPolicy");
    const document = plain(policy?.properties["PolicyDocument"]);
    expect(JSON.stringify(document)).toContain("s3:GetObject");
    expect(JSON.stringify(document)).toContain("aws_s3_bucket.reports");
    expect(JSON.stringify(document)).not.toContain("_ARN_");
  });

  it("names the bucket of a setting that is chained to it, and no other one", async () => {
    const resources = await resourcesOf(BUCKET.replace("PRINCIPAL", '"111111111111"'));
    const controls = (address: string) =>
      resources.find((resource) => resource.address === address)?.properties["OwnershipControls"];
    expect(controls("aws_s3_bucket.reports")).toEqual({
      Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }],
    });
    expect(controls("aws_s3_bucket.other")).toBeUndefined();
  });
});

const ENDPOINT = `
data "aws_vpc_endpoint_service" "images" {
  service = "ecr.api"
}
resource "aws_vpc_endpoint" "images" {
  vpc_id       = "vpc-1a2b3c4d"
  service_name = data.aws_vpc_endpoint_service.images.service_name
}
data "aws_service_principal" "batch" {
  service_name = "batch"
}
resource "aws_sns_topic" "runs" {
  display_name = data.aws_service_principal.batch.name
}
`;

describe("names of services", () => {
  it.each(["us-east-1", "us-gov-west-1"])("follow from the region %s", async (region) => {
    const resources = await resourcesOf(ENDPOINT, region);
    const [endpoint, topic] = ["aws_vpc_endpoint.images", "aws_sns_topic.runs"].map((address) =>
      resources.find((resource) => resource.address === address),
    );
    expect(plain(endpoint?.properties["ServiceName"])).toBe(`com.amazonaws.${region}.ecr.api`);
    expect(plain(topic?.properties["DisplayName"])).toBe("batch.amazonaws.com");
  });
});
