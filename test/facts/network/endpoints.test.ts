import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { SUBNET, UNKNOWN, VPC, readFact, resource, to } from "./read-facts.ts";

const ORGANIZATION = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const WIDE = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

describe("PolicyRestricted", () => {
  const restricted = (PolicyDocument: unknown) =>
    readFact("/PolicyRestricted", [resource("AWS::EC2::VPCEndpoint", "endpoint", { PolicyDocument })]);
  const allowed = (properties: object) => restricted({ Statement: [{ ...WIDE, ...properties }] });

  it("no policy lets everything through", () => {
    expect(readFact("/PolicyRestricted", [resource("AWS::EC2::VPCEndpoint", "endpoint")])).toBe(false);
  });

  it.each([
    [{}, false],
    [{ Condition: ORGANIZATION }, true],
    [{ Condition: { stringequals: { "AWS:resourceorgid": ["o-a1b2c3d4e5"] } } }, true],
    [{ Condition: { StringEquals: { "aws:ResourceAccount": UNKNOWN } } }, true],
    [{ Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }, false],
    [{ Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }, false],
    [{ Condition: { StringLike: { "aws:PrincipalAccount": "????????????" } } }, false],
    [{ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } } }, false],
    [{ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111111111111:role/*" } } }, true],
    [{ Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }, false],
    [{ Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }, false],
    [{ Condition: { Bool: { "aws:SecureTransport": "true" } } }, false],
    [{ Condition: UNKNOWN }, "?"],
    [{ Principal: { AWS: "arn:aws:iam::111111111111:root" } }, true],
    [{ Principal: { AWS: "*" } }, false],
    [{ Resource: "arn:aws:s3:::north-intake/*" }, true],
    [{ Resource: "arn:aws:s3:::*" }, false],
    [{ Resource: ["arn:aws:s3:::north-intake/*", "*"] }, false],
    [{ Resource: "arn:aws:dynamodb:us-east-1:111111111111:table/consent" }, true],
    [{ Resource: "arn:aws:dynamodb:*:*:table/consent" }, false],
    [{ Effect: "Deny" }, true],
  ])("%j", (properties, expected) => {
    expect(allowed(properties)).toBe(expected);
  });

  it("a denial for everybody outside of the organization restricts the rest", () => {
    const guard = { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" };
    const outside = { StringNotEquals: { "aws:ResourceOrgID": "o-a1b2c3d4e5" } };
    expect(restricted({ Statement: [WIDE, { ...guard, Condition: outside }] })).toBe(true);
    expect(restricted({ Statement: [WIDE, { ...guard, Action: "s3:PutObject", Condition: outside }] })).toBe(
      false,
    );
    const exceptServices = { ...outside, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    expect(restricted({ Statement: [WIDE, { ...guard, Condition: exceptServices }] })).toBe(true);
    expect(restricted({ Statement: [WIDE, UNKNOWN] })).toBe("?");
    expect(restricted(UNKNOWN)).toBe("?");
  });
});

it.each([
  [
    "without TLS alone",
    { StringNotEquals: { "aws:PrincipalOrgID": "o-a" }, Bool: { "aws:SecureTransport": "false" } },
  ],
  ["from outside of any organization", { StringNotLike: { "aws:PrincipalOrgID": "o-*" } }],
  [
    "of callers that have an organization",
    { "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgID": "o-a" } },
  ],
])("a denial %s leaves an endpoint open", (_name, Condition) => {
  const denial = { ...WIDE, Effect: "Deny", Condition };
  const endpoint = resource("AWS::EC2::VPCEndpoint", "endpoint", {
    PolicyDocument: { Statement: [WIDE, denial] },
  });
  expect(readFact("/PolicyRestricted", [endpoint])).toBe(false);
});

describe("MissingEndpoints", () => {
  const endpoint = (service: unknown, VpcId: unknown = to("vpc")) =>
    resource("AWS::EC2::VPCEndpoint", `endpoint-${String(service)}`, {
      VpcId,
      ServiceName: typeof service === "string" ? `com.amazonaws.us-east-1.${service}` : service,
    });
  const working = (actions: unknown): readonly ExampleResource[] => [
    resource("AWS::Lambda::Function", "function", {
      Role: to("role"),
      VpcConfig: { SubnetIds: [to("subnet")], SecurityGroupIds: ["sg-1"] },
    }),
    resource("AWS::IAM::Role", "role", {
      Policies: [{ PolicyDocument: { Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] } }],
    }),
  ];
  const missing = (...resources: readonly ExampleResource[]) =>
    readFact("/MissingEndpoints", [VPC, SUBNET, ...resources]);

  it.each([
    [["s3:GetObject"], ["s3"]],
    [["s3:*"], ["s3"]],
    ["dynamodb:PutItem", ["dynamodb"]],
    [["kms:Sign"], ["kms"]],
    // the bucket decrypts, not the function; and Lambda writes the logs
    [["kms:Decrypt", "kms:GenerateDataKey*", "logs:PutLogEvents"], []],
    ["omics:StartRun", ["omics"]],
    ["*", []],
    [UNKNOWN, ["?"]],
  ])("a role that may %j", (actions, expected) => {
    expect(missing(...working(actions))).toEqual(expected);
  });

  it("an endpoint serves its VPC", () => {
    expect(missing(...working("s3:GetObject"), endpoint("s3"))).toEqual([]);
    expect(missing(...working("s3:GetObject"), endpoint("s3", "vpc-1"))).toEqual(["s3"]);
    expect(missing(...working("s3:GetObject"), endpoint("s3", UNKNOWN))).toEqual(["?"]);
    expect(missing(...working("kms:Sign"), endpoint("kms-fips"))).toEqual([]);
    expect(missing(...working("omics:StartRun"), endpoint("workflows-omics"))).toEqual([]);
  });

  it("a role that is declared elsewhere may call anything", () => {
    const [function_] = working("s3:GetObject");
    expect(missing(function_!, resource("AWS::IAM::Role", "role", { Policies: UNKNOWN }))).toEqual(["?"]);
  });

  it("a VPC without compute needs none", () => {
    expect(missing()).toEqual([]);
  });
});
