import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { serviceOfType } from "../../../src/facts/governance/service-of-type.ts";

const { typeNames } = JSON.parse(readFileSync("fixtures/schemas/cloudformation.json", "utf8")) as {
  readonly typeNames: readonly string[];
};
const { types } = JSON.parse(readFileSync("fixtures/schemas/hashicorp-aws-5.100.0.json", "utf8")) as {
  readonly types: readonly string[];
};

describe("the service of a type", () => {
  it.each([
    ["AWS::Omics::Workflow", "AWS HealthOmics", "eligible"],
    ["AWS::S3Tables::TableBucket", "Amazon S3", "eligible"],
    ["aws_nat_gateway", "Amazon EC2", "eligible"],
    ["aws_service_discovery_service", "AWS Cloud Map", "eligible"],
    ["aws_servicecatalog_product", "AWS Service Catalog", "eligible"],
    ["AWS::IAM::Role", "AWS Identity and Access Management", "without-health-data"],
    ["aws_media_store_container", "AWS Elemental MediaStore", "not-listed"],
    ["aws_media_convert_queue", "AWS Elemental MediaConvert", "eligible"],
    ["aws_kinesis_analytics_application", "Amazon Managed Service for Apache Flink", "eligible"],
    ["AWS::Lightsail::Instance", "Amazon Lightsail", "not-listed"],
  ])("%s is %s: %s", (type, service, standing) => {
    expect(serviceOfType(type)).toEqual({ service, standing });
  });

  it("is not made up for a type that nobody has looked up", () => {
    expect(serviceOfType("AWS::Novelty::Thing")).toBeUndefined();
    expect(serviceOfType("aws_novelty_thing")).toBeUndefined();
  });

  it("is known of nearly every type that the provider has", () => {
    const open = types.filter((type) => serviceOfType(type) === undefined);
    expect(open.filter((type) => !/^aws_(dsql|vpclattice)_/.test(type))).toEqual([]);
  });

  it("is known of most types that CloudFormation has", () => {
    const open = typeNames.filter((type) => serviceOfType(type) === undefined);
    expect(open.length / typeNames.length).toBeLessThan(0.06);
  });
});
