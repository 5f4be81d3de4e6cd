import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const ALL = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const NONE = {
  BlockPublicAcls: false,
  BlockPublicPolicy: false,
  IgnorePublicAcls: false,
  RestrictPublicBuckets: false,
};

function blocks(own: unknown, ...accounts: readonly object[]): unknown {
  const bucket = {
    address: "bucket",
    type: "AWS::S3::Bucket",
    account: "111111111111",
    properties: own === undefined ? {} : { PublicAccessBlockConfiguration: own },
  };
  return factOf({ resources: [bucket, ...accounts] as never }, "bucket", "PublicAccessBlock");
}

function ofAccount(account: string | undefined, flags: object): object {
  return {
    address: "account",
    type: "aws_s3_account_public_access_block",
    ...(account === undefined ? {} : { account }),
    properties: flags,
  };
}

const FOUR = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

describe("PublicAccessBlock", () => {
  it.each([
    ["neither the bucket nor the account", undefined, [], NONE],
    ["the bucket", ALL, [], ALL],
    ["the account", undefined, [ofAccount("111111111111", FOUR)], ALL],
    [
      "one flag each",
      { BlockPublicAcls: true },
      [ofAccount("111111111111", { ignore_public_acls: true })],
      { ...NONE, BlockPublicAcls: true, IgnorePublicAcls: true },
    ],
    ["another account", undefined, [ofAccount("222222222222", FOUR)], NONE],
    [
      "a flag that is not known",
      { ...ALL, IgnorePublicAcls: { $unknown: "variable" } },
      [],
      { ...ALL, IgnorePublicAcls: "unknown" },
    ],
    [
      "a flag that is not known, and the account",
      { IgnorePublicAcls: { $unknown: "variable" } },
      [ofAccount("111111111111", FOUR)],
      ALL,
    ],
  ])("%s", (_, own, accounts, expected) => {
    expect(blocks(own, ...accounts)).toEqual(expected);
  });
});

function byDefault(...settings: readonly object[]): unknown {
  const volume = {
    address: "volume",
    type: "AWS::EC2::Volume",
    account: "111111111111",
    region: "us-east-1",
  };
  return factOf({ resources: [volume, ...settings] as never }, "volume", "EncryptionByDefault");
}

function setting(region: string, properties: object, address = "default"): object {
  return { address, type: "aws_ebs_encryption_by_default", account: "111111111111", region, properties };
}

describe("EncryptionByDefault", () => {
  it.each([
    ["nothing is said", [], { Declared: false, Effective: "unknown" }],
    ["switched on", [setting("us-east-1", { enabled: true })], { Declared: true, Effective: true }],
    ["on when nothing else is said", [setting("us-east-1", {})], { Declared: true, Effective: true }],
    ["switched off", [setting("us-east-1", { enabled: false })], { Declared: false, Effective: false }],
    [
      "switched on elsewhere",
      [setting("us-west-2", { enabled: true })],
      { Declared: false, Effective: "unknown" },
    ],
    [
      "a variable decides",
      [setting("us-east-1", { enabled: { $unknown: "variable" } })],
      { Declared: "unknown", Effective: "unknown" },
    ],
    [
      "one for each region",
      [setting("us-west-2", { enabled: false }), setting("us-east-1", { enabled: true }, "here")],
      { Declared: true, Effective: true },
    ],
  ])("%s", (_, settings, expected) => {
    expect(byDefault(...settings)).toEqual(expected);
  });
});
