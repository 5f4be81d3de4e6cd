import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const document = (action: string): object => ({
  Statement: { Effect: "Allow", Action: action, Resource: "*" },
});
const allows = (...Actions: string[]): object => ({ Effect: "Allow", Actions, Resources: ["*"] });
const role = (properties: object): { address: string; type: string; properties: object } => ({
  address: "role",
  type: "AWS::IAM::Role",
  properties,
});

describe("the statements of a role", () => {
  it("are those of its inline policies", () => {
    expect(
      factOf("IdentityStatements", [role({ Policies: [{ PolicyDocument: document("s3:*") }] })]),
    ).toEqual([allows("s3:*")]);
  });

  it("are those of the policies that name it, whichever way", () => {
    const named = { $reference: "role" };
    const found = factOf("IdentityStatements", [
      role({ ManagedPolicyArns: [{ $reference: "attached", attribute: "arn" }] }),
      {
        address: "attached",
        type: "AWS::IAM::ManagedPolicy",
        properties: { PolicyDocument: document("a:*") },
      },
      {
        address: "own",
        type: "AWS::IAM::RolePolicy",
        properties: { RoleName: named, PolicyDocument: document("b:*") },
      },
      {
        address: "inline",
        type: "AWS::IAM::Policy",
        properties: { Roles: [named], PolicyDocument: document("c:*") },
      },
      {
        address: "managed",
        type: "AWS::IAM::ManagedPolicy",
        properties: { Roles: [named], PolicyDocument: document("d:*") },
      },
      {
        address: "other",
        type: "AWS::IAM::RolePolicy",
        properties: { RoleName: "someone", PolicyDocument: document("e:*") },
      },
    ]);
    expect(found).toEqual([allows("a:*"), allows("b:*"), allows("c:*"), allows("d:*")]);
  });

  it("hold an unknown for a policy that the input does not hold", () => {
    const arn = "arn:aws:iam::111111111111:policy/shared";
    expect(factOf("IdentityStatements", [role({ ManagedPolicyArns: [arn] })])).toEqual([expect.any(Unknown)]);
  });

  it("hold an unknown for a policy that may be the role's", () => {
    const found = factOf("IdentityStatements", [
      role({}),
      {
        address: "later",
        type: "AWS::IAM::RolePolicy",
        properties: { RoleName: { $unknown: "known after apply" }, PolicyDocument: document("s3:*") },
      },
    ]);
    expect(found).toEqual([expect.any(Unknown)]);
  });

  it("are told by the name of the policies of AWS that every function has", () => {
    const arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    expect(factOf("IdentityStatements", [role({ ManagedPolicyArns: [arn] })])).toEqual([
      allows("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
    ]);
  });
});
