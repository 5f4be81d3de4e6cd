import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const BOTH = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"];
const NO_TLS = { Bool: { "aws:SecureTransport": "false" } };
const OWN_ARN = { $reference: "bucket", attribute: "arn" };
const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: BOTH, Condition: NO_TLS };
const ALL_BUT = { Effect: "Deny", Principal: "*", Action: "s3:*", Condition: NO_TLS };

/** The fact of a bucket named "reports" whose policy has the statements. */
function denies(statements: unknown, bucket: unknown = "reports"): unknown {
  const resources = [
    { address: "bucket", type: "AWS::S3::Bucket", name: "reports", properties: { BucketName: "reports" } },
    {
      address: "policy",
      type: "AWS::S3::BucketPolicy",
      properties: { Bucket: bucket, PolicyDocument: { Statement: statements } },
    },
  ];
  return factOf({ resources }, "bucket", "DeniesInsecureTransport");
}

describe("DeniesInsecureTransport", () => {
  it.each([
    ["the usual statement", DENY],
    ["a list of statements", [DENY]],
    [
      "letter case does not count",
      { ...DENY, Action: "S3:*", Condition: { bool: { "AWS:securetransport": ["False"] } } },
    ],
    ["a principal of AWS *", { ...DENY, Principal: { AWS: "*" } }],
    [
      "a statement for the bucket and one for its objects",
      [
        { ...DENY, Resource: BOTH[0] },
        { ...DENY, Resource: BOTH[1] },
      ],
    ],
    ["every resource", { ...DENY, Resource: "*" }],
    ["one pattern for both", { ...DENY, Resource: "arn:aws:s3:::reports*" }],
    [
      "another partition",
      { ...DENY, Resource: ["arn:aws-us-gov:s3:::reports", "arn:aws-us-gov:s3:::reports/*"] },
    ],
    [
      "the ARN of the bucket twice: with and without more around it",
      { ...DENY, Resource: [OWN_ARN, OWN_ARN] },
    ],
    ["everything but another bucket", { ...ALL_BUT, NotResource: "arn:aws:s3:::reports-public/*" }],
    [
      "services of AWS left out",
      {
        ...DENY,
        Condition: { Bool: { "aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false" } },
      },
    ],
  ])("true: %s", (_, statements) => {
    expect(denies(statements)).toBe(true);
  });

  it.each([
    ["no statement", []],
    ["the objects are left out", { ...DENY, Resource: BOTH[0] }],
    ["the bucket is left out", { ...DENY, Resource: BOTH[1] }],
    ["some objects are left out", { ...DENY, Resource: [BOTH[0], `${String(BOTH[0])}/north/*`] }],
    ["the objects below a prefix are excepted", { ...ALL_BUT, NotResource: "arn:aws:s3:::reports/public/*" }],
    [
      "the objects of buckets that begin alike are excepted",
      { ...ALL_BUT, NotResource: "arn:aws:s3:::re*/public/*" },
    ],
    ["a condition without values", { ...DENY, Condition: { Bool: { "aws:SecureTransport": [] } } }],
    [
      "an ARN with an account, which no bucket has",
      { ...DENY, Resource: BOTH.map((arn) => String(arn).replace(":::", "::111122223333:")) },
    ],
    ["another bucket", { ...DENY, Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }],
    ["reading alone", { ...DENY, Action: "s3:Get*" }],
    ["an allow", { ...DENY, Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    ["TLS is denied", { ...DENY, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    ["one principal", { ...DENY, Principal: { AWS: "arn:aws:iam::111111111111:root" } }],
    [
      "a narrower condition",
      { ...DENY, Condition: { ...NO_TLS, IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } },
    ],
    ["old versions of TLS", { ...DENY, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }],
  ])("false: %s", (_, statements) => {
    expect(denies(statements)).toBe(false);
  });

  it.each([
    ["a statement that is not known", [{ $unknown: "known after apply" }]],
    ["no statement that is known", { $unknown: "known after apply" }],
    ["the ARN of the bucket, around which more may be written", { ...DENY, Resource: [OWN_ARN] }],
    ["a condition that is not known", { ...DENY, Condition: { $unknown: "known after apply" } }],
  ])("unknown: %s", (_, statements) => {
    expect(denies(statements)).toBe("unknown");
  });

  it("another bucket's policy is not this bucket's", () => {
    expect(denies(DENY, "other")).toBe(false);
  });

  it("a policy of which the bucket is not known may be this bucket's", () => {
    expect(denies(DENY, { $unknown: "known after apply" })).toBe("unknown");
  });

  it("a statement about an unknown part does not take back one that is known", () => {
    expect(denies([DENY, { $unknown: "known after apply" }])).toBe(true);
  });

  it("the ARN of the bucket alone is the bucket without its objects", () => {
    expect(denies({ ...DENY, Resource: [{ $reference: "bucket", attribute: "Arn" }] })).toBe(false);
  });
});
