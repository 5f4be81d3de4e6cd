import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const EVERYTHING = { Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*" } };
const POLICY: ExampleResource = {
  address: "policy",
  type: "AWS::IAM::ManagedPolicy",
  properties: { PolicyDocument: EVERYTHING },
};

/** Of a group nothing tells its boundary: it has none. */
const GROUP: ExampleResource = {
  address: "staff",
  type: "AWS::IAM::Group",
  properties: { PermissionsBoundary: { $unknown: "not mapped" } },
};

describe("a policy that may be only a boundary", () => {
  it.each(["Permissions", "WidePowers"])("gives what it says beside a group: %s", (fact) => {
    expect(factOf(fact, [POLICY, GROUP])).toHaveLength(1);
    expect(factOf(fact, [POLICY, GROUP])).not.toContainEqual(expect.any(Unknown));
  });

  it.each(["Permissions", "WidePowers"])("is open beside a role whose boundary is not known: %s", (fact) => {
    const role = { ...GROUP, type: "AWS::IAM::Role" };
    expect(factOf(fact, [POLICY, role])).toContainEqual(expect.any(Unknown));
  });
});

it.each(["Groups", "Roles", "Users"])("a boundary that names its %s is attached to them", (list) => {
  const role = {
    address: "role",
    type: "AWS::IAM::Role",
    properties: { PermissionsBoundary: { $reference: "policy" } },
  };
  const attached = { ...POLICY, properties: { PolicyDocument: EVERYTHING, [list]: ["admins"] } };
  expect(factOf("Permissions", [attached, role])).toHaveLength(1);
  expect(factOf("Permissions", [POLICY, role])).toEqual([]);
});

function given(fact: string, statement: object): unknown {
  const PolicyDocument = { Statement: { Effect: "Allow", Resource: "*", ...statement } };
  return factOf(fact, [{ ...POLICY, properties: { PolicyDocument } }]);
}

describe("the conditions that leave something out", () => {
  it.each([
    ["one service", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }, true],
    ["one service in any region", { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } }, true],
    ["any service", { StringLike: { "kms:ViaService": "*" } }, false],
    ["any service, by its ending", { StringLike: { "kms:ViaService": "*.amazonaws.com" } }, false],
    ["all but one service", { StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }, false],
    ["no service", { Null: { "kms:ViaService": "true" } }, false],
    [
      "one service, if it is one",
      { StringEqualsIfExists: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      false,
    ],
    ["one alias", { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/intake*" } }, true],
    ["any alias", { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/*" } }, false],
    [
      "one alias, if there is one",
      { "ForAllValues:StringLike": { "kms:ResourceAliases": "alias/intake*" } },
      false,
    ],
    ["a tag of any value", { StringLike: { "aws:ResourceTag/clinic": "*" } }, false],
    [
      "the tag of the caller",
      { StringEquals: { "aws:ResourceTag/clinic": "${aws:PrincipalTag/clinic}" } },
      true,
    ],
    ["a tag as it is", { StringEquals: { "aws:ResourceTag/clinic": "${aws:ResourceTag/clinic}" } }, false],
    [
      "any service that a role is passed to",
      { StringLike: { "iam:PassedToService": "*.amazonaws.com" } },
      false,
    ],
    ["all but one of them", { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }, false],
    ["one of them", { StringEqualsIfExists: { "iam:PassedToService": "omics.amazonaws.com" } }, true],
  ])("%s: %o: %s", (_name, Condition, expected) => {
    const found = given("Permissions", { Action: ["kms:Decrypt", "iam:PassRole"], Condition });
    const [{ ConditionKeys }] = found as [{ ConditionKeys: readonly unknown[] }];
    expect(ConditionKeys).toHaveLength(expected ? 1 : 0);
  });

  it.each([
    [{ StringLike: { "kms:ViaService": { $unknown: "known after apply" } } }],
    [{ StringLike: { "kms:ViaService": ["s3.us-east-1.amazonaws.com", { $unknown: "known after apply" }] } }],
  ])("are not known while a pattern is not: %o", (Condition) => {
    const found = given("Permissions", { Action: "kms:Decrypt", Condition });
    expect(found).toEqual([expect.objectContaining({ ConditionKeys: [expect.any(Unknown)] })]);
  });
});

describe("a power on everything", () => {
  it.each([
    ["s3:GetObject", { "ForAllValues:StringEquals": { "s3:ExistingObjectTag/clinic": "north" } }, true],
    ["s3:GetObject", { StringLike: { "s3:ExistingObjectTag/clinic": "*" } }, true],
    ["s3:GetObject", { StringEquals: { "s3:ExistingObjectTag/clinic": "north" } }, false],
    ["dynamodb:GetItem", { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "${aws:userid}" } }, false],
    ["kms:CreateGrant", { Bool: { "kms:GrantIsForAWSResource": "false" } }, true],
    ["kms:CreateGrant", { Bool: { "kms:GrantIsForAWSResource": true } }, false],
    ["lambda:AddPermission", { StringEquals: { "lambda:Principal": "*" } }, true],
    ["lambda:AddPermission", { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } }, true],
    ["lambda:AddPermission", { StringEquals: { "lambda:FunctionUrlAuthType": "AWS_IAM" } }, false],
    ["iam:AttachRolePolicy", { ArnLike: { "iam:PolicyARN": "arn:aws:iam::aws:policy/*" } }, true],
    [
      "iam:AttachRolePolicy",
      { ArnLike: { "iam:PolicyARN": "arn:aws:iam::111122223333:policy/runs/*" } },
      false,
    ],
    ["iam:PutRolePolicy", { StringLike: { "iam:PermissionsBoundary": "*" } }, true],
  ])("%s under %o is wide: %s", (Action, Condition, Wide) => {
    expect(given("WidePowers", { Action, Condition })).toEqual([expect.objectContaining({ Wide })]);
  });

  it.each(["dynamodb:PartiQLSelect", "healthlake:SearchWithPost", "healthlake:CreateResource"])(
    "%s is one over data",
    (Action) => {
      expect(given("WidePowers", { Action })).toEqual([{ Power: "data", Action, Wide: true }]);
    },
  );
});

describe("every action of a service", () => {
  it.each([
    ["sts:*", "arn:aws:iam::*:role/*", ["sts"]],
    ["iam:*", "arn:aws:iam::111122223333:role*", ["iam"]],
    ["s3:*", "arn:aws:s3:::?*", ["s3"]],
    ["sts:*", "arn:aws:iam::111122223333:role/runs", []],
  ])("%s on %s: %o", (Action, Resource, UnboundServices) => {
    expect(given("Permissions", { Action, Resource })).toEqual([
      expect.objectContaining({ UnboundServices }),
    ]);
  });
});
