import { describe, expect, it } from "vitest";
import { Sensitive, Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const SETTINGS = {
  clinics: { north: "111111111111", south: "222222222222" },
  trustedAccounts: ["333333333333"],
};
const NORTH = "111111111111";

function grants(statement: object, account: string | null = NORTH, others: readonly object[] = []): unknown {
  const Statement = { Effect: "Allow", Action: "sts:AssumeRole", ...statement };
  const role = {
    address: "role",
    type: "AWS::IAM::Role",
    ...(account === null ? {} : { account }),
    properties: { AssumeRolePolicyDocument: { Statement } },
  };
  return factOf("Grants", [role, ...(others as [])], SETTINGS);
}

describe("the relation of a grant", () => {
  it.each([
    ["the own account", { Principal: { AWS: NORTH } }, { Relation: "own", Listed: false }],
    [
      "another clinic",
      { Principal: { AWS: "222222222222" } },
      { Relation: "clinic", Clinic: "south", OfClinic: true },
    ],
    [
      "a listed account",
      { Principal: { AWS: "arn:aws:iam::333333333333:role/x" } },
      { Relation: "trusted", Listed: true },
    ],
    [
      "an account of nobody",
      { Principal: { AWS: "888888888888" } },
      { Relation: "foreign", OfClinic: false },
    ],
    ["everyone", { Principal: "*" }, { Relation: "anyone", Scope: "everyone", Kind: "Anyone" }],
    ["everyone but one", { NotPrincipal: { AWS: NORTH } }, { Relation: "anyone" }],
    ["a service", { Principal: { Service: "lambda.amazonaws.com" } }, { Relation: "service" }],
    [
      "the log delivery of load balancers",
      { Principal: { AWS: "arn:aws:iam::127311923021:root" } },
      { Relation: "service" },
    ],
    [
      "a federation",
      { Principal: { Federated: "accounts.google.com" } },
      { Relation: "federated", Scope: "federation" },
    ],
  ])("of %s", (_name, statement, expected) => {
    expect(grants(statement)).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    [
      "one account",
      { StringEquals: { "aws:PrincipalAccount": NORTH } },
      { Relation: "own", Bounds: ["account"] },
    ],
    ["another clinic", { StringEquals: { "kms:CallerAccount": ["222222222222"] } }, { Relation: "clinic" }],
    [
      "the ARN of a role",
      { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/*" } },
      { Relation: "clinic" },
    ],
    [
      "an organization",
      { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      { Relation: "organization" },
    ],
    [
      "a source",
      { ArnLike: { "aws:SourceArn": "arn:aws:s3:::x" } },
      { Relation: "service", Bounds: ["source-arn"] },
    ],
    [
      "a pattern for any account",
      { StringLike: { "aws:PrincipalAccount": "*" } },
      { Relation: "anyone", Bounds: [] },
    ],
    [
      "what only counts when it is there",
      { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
      { Relation: "anyone" },
    ],
    ["what is excluded", { StringNotEquals: { "aws:PrincipalAccount": NORTH } }, { Relation: "anyone" }],
    ["every address", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, { Relation: "anyone" }],
    [
      "a tag that anybody can have",
      { StringEquals: { "aws:PrincipalTag/team": "x" } },
      { Relation: "anyone" },
    ],
  ])("of everyone with a condition on %s", (_name, Condition, expected) => {
    expect(grants({ Principal: "*", Condition })).toEqual([expect.objectContaining(expected)]);
  });

  it("of an account is not known while the own account is not, but for what does not depend on it", () => {
    const [grant] = grants({ Principal: { AWS: "888888888888" } }, null) as [Record<string, unknown>];
    expect(grant["Relation"]).toBeInstanceOf(Unknown);
    expect(grant).toMatchObject({ Scope: "account", OfClinic: false, Listed: false });
  });

  it("of a role of the input is that of the role's account", () => {
    const reader = { address: "reader", type: "AWS::IAM::Role", account: "222222222222" };
    const Principal = { AWS: { $reference: "reader", attribute: "arn" } };
    expect(grants({ Principal }, NORTH, [reader])).toEqual([expect.objectContaining({ Relation: "clinic" })]);
  });

  it("of a role's name inside a text is not known: the account is written beside it", () => {
    const reader = { address: "reader", type: "AWS::IAM::Role", account: NORTH };
    const Principal = { AWS: { $reference: "reader", attribute: "name" } };
    const [grant] = grants({ Principal }, NORTH, [reader]) as [Record<string, unknown>];
    expect(grant["Relation"]).toBeInstanceOf(Unknown);
  });
});

describe("everyone under a condition that everyone satisfies", () => {
  it.each([
    ["any organization", { StringLike: { "aws:PrincipalOrgID": "o-*" } }],
    ["any organization, by its letters", { StringLike: { "aws:PrincipalOrgID": "?-*" } }],
    ["a unit of any organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/*" } }],
    ["their own organization", { StringEquals: { "aws:PrincipalOrgID": "${aws:PrincipalOrgID}" } }],
    ["any network", { StringLike: { "aws:SourceVpce": "vpce-*" } }],
    ["both halves of the internet", { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } }],
    ["both halves of IPv6", { IpAddress: { "aws:SourceIp": ["::/1", "8000::/1"] } }],
    ["a topic of any account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:us-east-1:????????????:x" } }],
    ["a topic of many accounts", { ArnLike: { "aws:SourceArn": "arn:aws:sns:us-east-1:1*:x" } }],
    ["any API", { ArnLike: { "aws:SourceArn": "arn:aws:execute-api:*:*:*/*/GET/reads" } }],
    ["any ARN", { StringLike: { "aws:SourceArn": "arn:*" } }],
    ["any account", { StringLike: { "aws:SourceAccount": "????????????" } }],
  ])("%s is everyone", (_name, Condition) => {
    const [grant] = grants({ Principal: "*", Condition }) as object[];
    expect(grant).toMatchObject({ Relation: "anyone", Scope: "everyone", Bounds: [] });
  });

  it.each([
    ["one organization", { StringLike: { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }, "organization"],
    [
      "that of the resource",
      { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
      "organization",
    ],
    ["one endpoint", { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }, "network"],
    ["half of the internet", { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "10.0.0.0/8"] } }, "network"],
    [
      "one API",
      { ArnLike: { "aws:SourceArn": "arn:aws:execute-api:us-east-1:*:a1b2c3/*/GET/reads" } },
      "source-arn",
    ],
    ["services of AWS", { StringLike: { "aws:PrincipalServiceName": "*.amazonaws.com" } }, "service"],
  ])("%s is not", (_name, Condition, bound) => {
    const [grant] = grants({ Principal: "*", Condition }) as object[];
    expect(grant).toMatchObject({ Bounds: [bound] });
  });

  it.each(["repo*", "r*", "rep?:*"])("the subject %s is any of a code host", (sub) => {
    const Condition = { StringLike: { "token.actions.githubusercontent.com:sub": sub } };
    const Principal = {
      Federated: `arn:aws:iam::${NORTH}:oidc-provider/token.actions.githubusercontent.com`,
    };
    expect(grants({ Principal, Condition })).toEqual([expect.objectContaining({ Bounds: [] })]);
  });
});

describe("who is told by a condition of everyone", () => {
  const userId = { StringLike: { "aws:userid": "AROAEXAMPLEID12345678:*" } };
  it.each([
    ["the account of the resource", { "aws:PrincipalAccount": "${aws:ResourceAccount}" }, "own"],
    ["the own account of a topic", { "AWS:SourceOwner": NORTH }, "own"],
    ["a topic of another clinic", { "AWS:SourceOwner": "222222222222" }, "clinic"],
    ["a topic of a stranger", { "AWS:SourceOwner": "888888888888" }, "foreign"],
    [
      "an access point",
      { "s3:DataAccessPointArn": "arn:aws:s3:us-east-1:222222222222:accesspoint/x" },
      "clinic",
    ],
  ])("%s", (_name, condition, Relation) => {
    const found = grants({ Principal: "*", Condition: { StringEquals: condition } });
    expect(found).toEqual([expect.objectContaining({ Relation })]);
  });

  it("a service of AWS, in capital letters, too", () => {
    const Condition = { Bool: { "aws:PrincipalIsAWSService": "True" } };
    expect(grants({ Principal: "*", Condition })).toEqual([expect.objectContaining({ Relation: "service" })]);
  });

  it.each([
    ["a role by its id", { Principal: "*", Condition: userId }],
    ["an origin access identity", { Principal: { AWS: "arn:aws:iam::cloudfront:user/Identity E2X" } }],
    ["a canonical user", { Principal: { CanonicalUser: "79a59df900b949e5" } }],
  ])("%s is one, of an account that is not told", (_name, statement) => {
    const [grant] = grants(statement) as object[];
    expect(grant).toMatchObject({ Scope: "account", Relation: expect.any(Unknown) as unknown });
  });
});

describe("who is allowed everything and denied it from outside", () => {
  const all = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::x/*" };
  const outside = { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } };
  const deny = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "arn:aws:s3:::x/*",
    Condition: outside,
  };

  it.each([
    ["is allowed it inside", deny, "organization"],
    [
      "is allowed it inside, services of AWS aside",
      {
        ...deny,
        Condition: {
          StringNotEqualsIfExists: outside.StringNotEquals,
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
      "organization",
    ],
    [
      "is denied it from elsewhere only when one more thing holds",
      { ...deny, Condition: { ...outside, Bool: { "aws:SecureTransport": "false" } } },
      "anyone",
    ],
    ["is denied other things only", { ...deny, Action: "s3:Put*" }, "anyone"],
    ["is denied what is one letter longer", { ...deny, Action: "s3:GetObjec??" }, "anyone"],
    ["is denied it elsewhere only", { ...deny, Resource: "arn:aws:s3:::y/*" }, "anyone"],
    [
      "is denied it only without TLS",
      { ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      "anyone",
    ],
    ["is another one than who is denied", { ...deny, Principal: { AWS: NORTH } }, "anyone"],
    ["is not known when the denial is not", { $unknown: "known after apply" }, expect.any(Unknown)],
    [
      "is not known when its condition is not",
      { ...deny, Condition: { $unknown: "known after apply" } },
      expect.any(Unknown),
    ],
  ])("%s", (_name, denial, Relation) => {
    const properties = { PolicyDocument: { Statement: [all, denial] } };
    const found = factOf("Grants", [{ address: "policy", type: "AWS::S3::BucketPolicy", properties }]);
    const [grant] = found as unknown as [Record<string, unknown>];
    expect(grant["Relation"]).toEqual(Relation);
  });
});

it("a question mark of a denial is not what a star allows", () => {
  const all = { Effect: "Allow", Principal: "*", Action: "s3:Get*", Resource: "*" };
  const Condition = { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } };
  const denial = { Effect: "Deny", Principal: "*", Action: "s3:Get?", Resource: "*", Condition };
  const properties = { PolicyDocument: { Statement: [all, denial] } };
  const found = factOf("Grants", [{ address: "policy", type: "AWS::S3::BucketPolicy", properties }]);
  expect(found).toEqual([expect.objectContaining({ Relation: "anyone" })]);
});

describe("grants", () => {
  it("are not given by a denial", () => {
    expect(grants({ Effect: "Deny", Principal: "*" })).toEqual([]);
  });

  it("hold an unknown for what may be any number of them", () => {
    const later = { $unknown: "known after apply" };
    expect(grants({ Principal: { AWS: [NORTH, later] } })).toEqual([
      expect.objectContaining({ Relation: "own" }),
      expect.any(Unknown),
    ]);
    expect(grants({ Effect: later, Principal: "*" })).toEqual([expect.any(Unknown)]);
  });

  it("of a sensitive policy are sensitive, and their reasons quote nothing", () => {
    const found = factOf("Grants", [
      {
        address: "policy",
        type: "AWS::S3::BucketPolicy",
        properties: {
          PolicyDocument: {
            $sensitive: { Statement: { Effect: "Allow", Principal: { AWS: "444444444444" } } },
          },
        },
      },
    ]);
    expect(found).toEqual([expect.any(Sensitive)]);
    const [{ value }] = found as unknown as [{ readonly value: Record<string, Unknown> }];
    expect(value["Relation"]?.reason).not.toContain("444444444444");
  });

  it.each([
    [
      "AWS::RAM::ResourceShare",
      { Principals: ["arn:aws:organizations::999999999999:organization/o-1"] },
      "organization",
    ],
    ["AWS::RAM::ResourceShare", { Principals: ["222222222222"] }, "clinic"],
    [
      "AWS::LakeFormation::PrincipalPermissions",
      { Principal: { DataLakePrincipalIdentifier: "IAM_ALLOWED_PRINCIPALS" } },
      "own",
    ],
    [
      "AWS::LakeFormation::PrincipalPermissions",
      { Principal: { DataLakePrincipalIdentifier: "222222222222:IAMPrincipals" } },
      "clinic",
    ],
    ["AWS::Lambda::Permission", { Principal: "*", PrincipalOrgID: "o-1" }, "organization"],
    [
      "aws_kms_grant",
      { grantee_principal: "arn:aws:iam::222222222222:role/x", operations: ["Decrypt"] },
      "clinic",
    ],
  ])("of %s with %j are for %s", (type, properties, Relation) => {
    const found = factOf("Grants", [{ address: "it", type, account: NORTH, properties }], SETTINGS);
    expect(found).toEqual([expect.objectContaining({ Relation })]);
  });
});
