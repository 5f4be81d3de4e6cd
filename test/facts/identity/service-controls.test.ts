import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const UNIT = { address: "clinics", type: "AWS::Organizations::OrganizationalUnit" };
const LEAVE = { Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" };

function policy(
  content: unknown,
  properties: object = {},
): { address: string; type: string; properties: object } {
  return {
    address: "guardrails",
    type: "AWS::Organizations::Policy",
    properties: {
      Type: "SERVICE_CONTROL_POLICY",
      TargetIds: [{ $reference: "clinics", attribute: "id" }],
      Content: content,
      ...properties,
    },
  };
}

function controls(statement: unknown, properties: object = {}): unknown {
  return factOf("ServiceControls", [UNIT, policy({ Statement: statement }, properties)]);
}

describe("what a unit's service control policies deny", () => {
  it.each([
    ["to everyone", LEAVE, true],
    [
      "to everyone but one role",
      { ...LEAVE, Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } } },
      true,
    ],
    ["to everyone but everyone", { ...LEAVE, Condition: { ArnNotLike: { "aws:PrincipalArn": "*" } } }, false],
    ["without MFA only", { ...LEAVE, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }, false],
    ["but for this action", { Effect: "Deny", NotAction: "organizations:*", Resource: "*" }, false],
  ])("%s", (_name, statement, expected) => {
    expect(controls(statement)).toMatchObject({ LeaveOrganization: expected });
  });

  it("is not known while a statement is not", () => {
    const found = controls([{ $unknown: "known after apply" }]) as Record<string, unknown>;
    expect(found["LeaveOrganization"]).toBeInstanceOf(Unknown);
    expect(controls([LEAVE, { $unknown: "known after apply" }])).toMatchObject({ LeaveOrganization: true });
  });

  it("does not come from policies of another kind", () => {
    expect(controls(LEAVE, { Type: "RESOURCE_CONTROL_POLICY" })).toMatchObject({ LeaveOrganization: false });
  });

  it("comes from a policy of the unit above, too", () => {
    const below = {
      ...UNIT,
      address: "east",
      properties: { ParentId: { $reference: "clinics", attribute: "id" } },
    };
    const found = factOf("ServiceControls", [below, UNIT, policy({ Statement: LEAVE })]);
    expect(found).toMatchObject({ LeaveOrganization: true });
  });
});

describe("a denial that many escape", () => {
  const DELETE_KEYS = { Effect: "Deny", Action: "kms:ScheduleKeyDeletion", Resource: "*" };
  const except = (pattern: string): object => ({
    ...DELETE_KEYS,
    Condition: { StringNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/x", pattern] } },
  });

  it.each([
    ["all roles", "arn:aws:iam::*:role/*", false],
    ["all roles, by another pattern", "arn:aws:iam::*:role/?*", false],
    ["all users", "arn:aws:iam::*:user/*", false],
    ["all sessions", "arn:aws:sts::*:assumed-role/*", false],
    ["all of one account", "arn:aws:iam::111122223333:*", false],
    ["all roles, without their accounts", "*:role/*", false],
    ["all ARNs", "arn:aws:*", false],
    ["roles below one path", "arn:aws:iam::*:role/aws-reserved/*", true],
    ["roles that begin alike", "arn:aws:iam::*:role/AWSControlTower*", true],
    ["one role, without its account", "*:role/admin", true],
  ])("by an exception for %s: %s", (_name, pattern, expected) => {
    expect(controls(except(pattern))).toMatchObject({ DeleteKeys: expected });
  });

  it.each([
    ["everything of another service", "arn:aws:s3:::*", false],
    ["aliases, and no keys", "arn:aws:kms:*:*:alias/*", false],
    ["keys", "arn:aws:kms:*:*:key/*", true],
    ["everything of the service", "arn:aws:kms:*:*:*", true],
    ["everything of all services", "arn:aws:*:*:*:*", true],
  ])("because it is about %s: %s", (_name, Resource, expected) => {
    expect(controls({ ...DELETE_KEYS, Resource })).toMatchObject({ DeleteKeys: expected });
  });

  it("because its condition holds for nobody", () => {
    const Condition = { Bool: { "aws:PrincipalIsAWSService": [] } };
    expect(controls({ ...DELETE_KEYS, Condition })).toMatchObject({ DeleteKeys: false });
  });

  it("because an index of the ledger is no table", () => {
    const denial = { Effect: "Deny", Action: "dynamodb:DeleteTable" };
    const table = "arn:aws:dynamodb:*:*:table/consent-ledger";
    expect(controls({ ...denial, Resource: table })).toMatchObject({ DeleteLedger: true });
    expect(controls({ ...denial, Resource: `${table}/index/*` })).toMatchObject({ DeleteLedger: false });
  });
});

describe("the regions that they leave open", () => {
  const guard = { Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*" };
  const outside = (regions: unknown, operator = "StringNotEquals"): object => ({
    ...guard,
    Condition: { [operator]: { "aws:RequestedRegion": regions } },
  });

  it.each([
    ["are those of the condition", outside(["us-east-1", "us-west-2"]), ["us-east-1", "us-west-2"]],
    [
      "are those of every condition",
      [outside(["us-east-1", "eu-west-1"]), outside(["us-east-1"])],
      ["us-east-1"],
    ],
    [
      "are those that a pattern means",
      outside("us-gov-*", "StringNotLike"),
      ["us-gov-east-1", "us-gov-west-1"],
    ],
    [
      "are those of each condition of a statement",
      {
        ...guard,
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": "us-east-1" },
          StringNotLike: { "aws:RequestedRegion": "eu-north-*" },
        },
      },
      ["us-east-1", "eu-north-1"],
    ],
    [
      "are all when some of the others are denied alone",
      {
        ...guard,
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": "us-east-1" },
          StringEquals: { "aws:RequestedRegion": "eu-west-1" },
        },
      },
      undefined,
    ],
    [
      "are all when the denial is about one service",
      { ...outside("us-east-1"), Resource: "arn:aws:s3:::*" },
      undefined,
    ],
    ["are all when storage is excepted", { ...outside("us-east-1"), NotAction: ["s3:*"] }, undefined],
    ["are all when the condition is the other way", outside("us-east-1", "StringEquals"), undefined],
  ])("%s", (_name, statement, expected) => {
    expect((controls(statement) as Record<string, unknown>)["Regions"]).toEqual(expected);
  });

  it("are not known while a condition that may limit them is not", () => {
    const found = controls({ ...guard, Condition: { $unknown: "known after apply" } }) as Record<
      string,
      unknown
    >;
    expect(found["Regions"]).toBeInstanceOf(Unknown);
  });
});

describe("the services that they leave open, of those that AWS does not list as HIPAA eligible", () => {
  const allBut = (...actions: readonly string[]): object => ({
    Effect: "Deny",
    NotAction: actions,
    Resource: "*",
  });
  const open = (statement: unknown): readonly unknown[] =>
    (controls(statement) as Record<string, readonly unknown[]>)["UnlistedServices"] ?? [];

  it.each([
    ["none when everything but what is listed is denied", allBut("s3:*", "omics:*", "iam:*"), []],
    ["one that the list excepts", allBut("s3:*", "lightsail:*"), ["Amazon Lightsail"]],
    [
      "one of which a single action is excepted",
      allBut("s3:*", "braket:CreateQuantumTask"),
      ["Amazon Braket"],
    ],
    ["one whose name a pattern meets", allBut("s3:*", "game*:*"), ["Amazon GameLift"]],
    [
      "none when named roles are excepted",
      { ...allBut("s3:*"), Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } } },
      [],
    ],
  ])("%s", (_name, statement, expected) => {
    expect(open(statement)).toEqual(expected);
  });

  it.each([
    ["nothing is denied", LEAVE],
    [
      "the denial is for other regions only",
      { ...allBut("s3:*"), Condition: { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } } },
    ],
    ["everything is excepted", allBut("*")],
    ["only one of them is denied", { Effect: "Deny", Action: "lightsail:*", Resource: "*" }],
    ["the denial is about buckets", { ...allBut("s3:*"), Resource: "arn:aws:s3:::*" }],
    ["only single actions are denied", { Effect: "Deny", Action: "braket:Create*", Resource: "*" }],
  ])("Amazon Braket among them when %s", (_name, statement) => {
    expect(open(statement)).toContain("Amazon Braket");
  });

  it("are not known while a list of what is allowed may stand beside FullAWSAccess", () => {
    const allowed = { Effect: "Allow", Action: ["s3:*", "omics:*"], Resource: "*" };
    expect(open(allowed)).toEqual([expect.any(Unknown)]);
    expect(open({ ...allowed, Action: "*" })).toContain("Amazon Braket");
  });
});
