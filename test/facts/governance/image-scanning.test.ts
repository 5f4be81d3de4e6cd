import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import { factOf } from "../identity/with-facts.ts";

const REPOSITORY = { address: "prs", type: "AWS::ECR::Repository" };

function repository(properties: object = {}): object {
  return { ...REPOSITORY, region: "us-east-1", properties: { RepositoryName: "clinic/prs", ...properties } };
}

function registry(
  ScanType: unknown,
  filter: unknown,
  frequency = "SCAN_ON_PUSH",
  region = "us-east-1",
): object {
  const RepositoryFilters = [{ Filter: filter, FilterType: "WILDCARD" }];
  return {
    address: "registry",
    type: "AWS::ECR::RegistryScanningConfiguration",
    region,
    properties: { ScanType, Rules: [{ ScanFrequency: frequency, RepositoryFilters }] },
  };
}

function inspector(types: unknown, region = "us-east-1"): object {
  return {
    address: "inspector",
    type: "aws_inspector2_enabler",
    region,
    properties: { account_ids: ["111111111111"], resource_types: types },
  };
}

const ON_PUSH = { ImageScanningConfiguration: { ScanOnPush: true } };
const NOT_ON_PUSH = { ImageScanningConfiguration: { ScanOnPush: false } };

function scanned(...resources: readonly object[]): unknown {
  return factOf("ImageScanning", resources as Parameters<typeof factOf>[1]);
}

describe("whether images are scanned", () => {
  it.each([
    ["the repository asks for it", [repository(ON_PUSH)], true],
    ["the repository says no", [repository(NOT_ON_PUSH)], false],
    ["a filter of the registry names it", [repository(NOT_ON_PUSH), registry("BASIC", "clinic/*")], true],
    ["a filter without a wildcard is part of its name", [repository(), registry("ENHANCED", "prs")], true],
    [
      "a filter meets every name",
      [repository({ RepositoryName: { $unknown: "known after apply" } }), registry("ENHANCED", "*")],
      true,
    ],
    ["the filter is for others", [repository(), registry("BASIC", "other/*")], false],
    [
      "the filter is for others, and the repository asks for it",
      [repository(ON_PUSH), registry("BASIC", "other/*")],
      true,
    ],
    [
      "Inspector scans others, whatever the repository asks for",
      [repository(ON_PUSH), registry("ENHANCED", "other/*")],
      false,
    ],
    ["the registry waits for somebody to ask", [repository(), registry("BASIC", "*", "MANUAL")], false],
    ["Inspector is switched on for ECR", [repository(), inspector(["EC2", "ECR"])], true],
  ])("%s", (_name, resources, expected) => {
    expect(scanned(...resources)).toBe(expected);
  });

  it.each([
    ["nothing says it", [repository()]],
    [
      "the registry is that of another region",
      [repository(), registry("BASIC", "*", "SCAN_ON_PUSH", "us-west-2")],
    ],
    ["Inspector is switched on in another region", [repository(), inspector(["ECR"], "us-west-2")]],
    ["Inspector is switched on for machines", [repository(), inspector(["EC2"])]],
    ["the filter is known after apply", [repository(), registry("BASIC", { $unknown: "known after apply" })]],
  ])("is not known when %s", (_name, resources) => {
    expect(scanned(...resources)).toBeInstanceOf(Unknown);
  });
});
