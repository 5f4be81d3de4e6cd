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
