import { describe, expect, it } from "vitest";
import { addFacts } from "../../src/facts/add-facts.ts";
import { arnOf, indexArns, isArnOf } from "../../src/facts/resource-arn.ts";
import { Reference } from "../../src/model/value.ts";
import { exampleGraph } from "../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

const TABLE = { address: "table", type: "AWS::DynamoDB::Table", properties: { TableName: "ledger" } };
const PLACED = { ...TABLE, account: "111111111111", region: "us-east-1" };
const STREAM = "arn:aws:dynamodb:us-east-1:111111111111:table/ledger/stream/2026-01-01T00:00:00.000";

function named(resource: typeof TABLE, text: string): unknown {
  const parts = arnOf(exampleGraph({ resources: [resource] }).resources[0] as never);
  return parts === undefined ? undefined : isArnOf(text, parts);
}

describe("isArnOf", () => {
  it.each([
    ["arn:aws:dynamodb:us-east-1:111111111111:table/ledger", true],
    [STREAM, true],
    ["arn:aws:dynamodb:us-west-2:111111111111:table/ledger", false],
    ["arn:aws:dynamodb:us-east-1:222222222222:table/ledger", false],
    ["arn:aws:dynamodb:us-east-1:111111111111:table/ledger-2", false],
    ["arn:aws:kinesis:us-east-1:111111111111:table/ledger", false],
    ["ledger", false],
  ])("%s: %s", (text, is) => {
    expect(named(PLACED, text)).toBe(is);
  });

  it("the account and the region may not be known", () => {
    expect(named(TABLE, "arn:aws:dynamodb:us-east-1:111111111111:table/ledger")).toBe("unknown");
    expect(named(TABLE, "arn:aws:dynamodb:us-east-1:111111111111:table/other")).toBe(false);
  });

  it("a bucket has neither region nor account in its ARN, a role its path", () => {
    const bucket = { address: "b", type: "AWS::S3::Bucket", properties: { BucketName: "intake" } };
    const role = {
      address: "r",
      type: "AWS::IAM::Role",
      account: "111111111111",
      properties: { RoleName: "writer", Path: "/ledger/" },
    };
    const find = indexArns(exampleGraph({ resources: [bucket, role] }).resources);
    expect(find("arn:aws:s3:::intake/reads/1").map(({ id }) => id)).toEqual(["b"]);
    expect(find("arn:aws:iam::111111111111:role/ledger/writer").map(({ id }) => id)).toEqual(["r"]);
    expect(find("arn:aws:iam::111111111111:role/writer")).toEqual([]);
  });
});

it("an ARN that is written out names the resource whose own ARN is known after apply", () => {
  const mapping = {
    address: "mapping",
    type: "AWS::Lambda::EventSourceMapping",
    properties: { EventSourceArn: STREAM },
  };
  const { resources } = addFacts(exampleGraph({ resources: [PLACED, mapping] }), DEFAULT_SETTINGS);
  const value = resources.find(({ id }) => id === "mapping")?.properties["EventSourceArn"];
  expect(value).toBeInstanceOf(Reference);
  expect((value as Reference).target).toBe("table");
});
