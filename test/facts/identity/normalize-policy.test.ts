import { describe, expect, it } from "vitest";
import { normalizePolicy } from "../../../src/facts/identity/normalize-policy.ts";
import { actionMatches } from "../../../src/facts/identity/matches-glob.ts";
import {
  allowsAction,
  deniesAction,
  hasCondition,
  someStatement,
} from "../../../src/facts/identity/policy-truth.ts";
import { Reference, Sensitive, Unknown, UnknownPlace, UnknownText } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";

const allow = (more: Record<string, Value>): Value =>
  normalizePolicy({ Statement: { Effect: "Allow", ...more } });

/** Text of which the deployment tells a part. */
const inDeployment = (...pieces: readonly string[]): UnknownText =>
  new UnknownText(
    "known at deployment",
    [],
    pieces.map((piece) =>
      piece === "region" || piece === "suffix"
        ? new UnknownPlace("known at deployment", piece, "main")
        : piece,
    ),
  );

describe("normalizePolicy", () => {
  it.each([
    [inDeployment("states.", "region", ".amazonaws.com"), "states.amazonaws.com"],
    [inDeployment("logs.", "region", ".", "suffix"), "logs.amazonaws.com"],
    [inDeployment("ec2.", "suffix"), "ec2.amazonaws.com"],
  ])("reads a service whose region only the deployment tells as the service", (written, service) => {
    expect(allow({ Principal: { Service: written } })).toEqual([
      { Effect: "Allow", Principals: [{ Kind: "Service", Value: service }] },
    ]);
  });

  it("leaves open which service a parameter names", () => {
    const parameter = new Unknown("parameter Service has no value");
    const written = new UnknownText("known at deployment", [], [parameter, ".amazonaws.com"]);
    expect(allow({ Principal: { Service: written } })).toEqual([
      { Effect: "Allow", Principals: [{ Kind: "Service", Value: written }] },
    ]);
  });

  it("reads one statement and one action like lists of one", () => {
    expect(allow({ Action: "s3:GetObject", Resource: "*" })).toEqual(
      normalizePolicy({ Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] }] }),
    );
  });

  it.each([
    ["*", { Kind: "Anyone", Value: "*" }],
    [{ AWS: "*" }, { Kind: "Anyone", Value: "*" }],
    [{ AWS: "111122223333" }, { Kind: "AWS", Value: "111122223333", Account: "111122223333" }],
    [
      { AWS: ["arn:aws-us-gov:iam::111122223333:root"] },
      { Kind: "AWS", Value: "arn:aws-us-gov:iam::111122223333:root", Account: "111122223333" },
    ],
    [
      { AWS: "arn:aws:sts::111122223333:assumed-role/reader/me" },
      { Kind: "AWS", Value: "arn:aws:sts::111122223333:assumed-role/reader/me", Account: "111122223333" },
    ],
    [{ Service: "omics.amazonaws.com" }, { Kind: "Service", Value: "omics.amazonaws.com" }],
    [{ Service: "states.us-east-1.amazonaws.com" }, { Kind: "Service", Value: "states.amazonaws.com" }],
    [{ Service: "s3.us-gov-west-1.amazonaws.com" }, { Kind: "Service", Value: "s3.amazonaws.com" }],
    [{ Service: "ec2.cn-north-1.amazonaws.com.cn" }, { Kind: "Service", Value: "ec2.amazonaws.com" }],
    [{ Service: "monitoring.rds.amazonaws.com" }, { Kind: "Service", Value: "monitoring.rds.amazonaws.com" }],
    [{ Federated: "accounts.google.com" }, { Kind: "Federated", Value: "accounts.google.com" }],
  ] as const)("the principal %j is %j", (written, principal) => {
    expect(allow({ Principal: written })).toEqual([{ Effect: "Allow", Principals: [principal] }]);
  });

  it("a principal known after apply keeps the resources that its account comes from", () => {
    const role = new Reference("aws_iam_role.reader", "arn");
    const after = new Unknown("known after apply", [role]);
    expect(allow({ Principal: { AWS: after } })).toEqual([
      { Effect: "Allow", Principals: [{ Kind: "AWS", Value: after, Account: after }] },
    ]);
  });

  it("operators are told apart from their qualifiers", () => {
    const condition = { "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-abc/*" } };
    expect(allow({ Condition: condition })).toEqual([
      {
        Effect: "Allow",
        Conditions: [
          {
            Operator: "stringlike",
            IfExists: true,
            ForAnyValue: true,
            Key: "aws:principalorgpaths",
            Values: ["o-abc/*"],
          },
        ],
      },
    ]);
  });

  it("what is unknown stays unknown in its place", () => {
    const later = new Unknown("known after apply");
    expect(normalizePolicy(later)).toBe(later);
    expect(normalizePolicy({ Statement: later })).toBe(later);
    expect(normalizePolicy({ Statement: [later, { Effect: "Deny" }] })).toEqual([later, { Effect: "Deny" }]);
    expect(allow({ Action: later })).toEqual([{ Effect: "Allow", Actions: [later] }]);
    expect(normalizePolicy("{")).toBeInstanceOf(Unknown);
    expect(normalizePolicy(undefined)).toEqual([]);
  });

  it("a sensitive document gives sensitive statements", () => {
    expect(normalizePolicy(new Sensitive({ Statement: { Effect: "Deny" } }))).toEqual(
      new Sensitive([{ Effect: "Deny" }]),
    );
  });
});

describe("actionMatches", () => {
  it.each([
    ["s3:*", "s3:GetObject", true],
    ["S3:get*", "s3:GetObject", true],
    ["s3:Get?bject", "s3:GetObject", true],
    ["*", "kms:Sign", true],
    ["s3:Put*", "s3:GetObject", false],
    ["s3:GetObject", "s3:GetObjectAcl", false],
  ])("%s means %s: %s", (pattern, action, expected) => {
    expect(actionMatches(pattern, action)).toBe(expected);
  });
});

describe("allowsAction and deniesAction", () => {
  const key = { ids: ["aws_kms_key.sign"], arns: [], service: "kms" };
  const later = new Unknown("known after apply");
  it.each([
    ["a wildcard", { Action: "*", Resource: "*" }, true],
    ["NotAction of another service", { NotAction: "iam:*", Resource: "*" }, true],
    ["NotAction of the service", { NotAction: "kms:*", Resource: "*" }, false],
    [
      "the key by reference",
      { Action: "kms:Sign", Resource: new Reference("aws_kms_key.sign", "arn") },
      true,
    ],
    [
      "another key by reference",
      { Action: "kms:Sign", Resource: new Reference("aws_kms_key.other", "arn") },
      false,
    ],
    ["a bucket", { Action: "*", Resource: "arn:aws:s3:::x/*" }, false],
    [
      "a key by an ARN that may be this one",
      { Action: "kms:Sign", Resource: "arn:aws:kms:us-east-1:1:key/x" },
      "unknown",
    ],
    ["an unknown action", { Action: ["kms:Verify", later], Resource: "*" }, "unknown"],
    ["an unknown action of another bucket", { Action: later, Resource: "arn:aws:s3:::x" }, false],
  ] as const)("%s", (_name, statement, expected) => {
    expect(allowsAction(allow(statement as unknown as Record<string, Value>), "kms:Sign", key)).toBe(
      expected,
    );
  });

  const deny = { Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" };
  it.each([
    ["a deny of everything", deny, true],
    ["a deny on one resource", { ...deny, Resource: "arn:aws:organizations::1:account/o/2" }, false],
    [
      "a deny on what the action is not about",
      { ...deny, Resource: "arn:aws:organizations:*:*:account/*" },
      false,
    ],
    ["a deny with exceptions", { ...deny, NotResource: "*", Resource: [] }, false],
    ["a deny under a condition", { ...deny, Condition: { Bool: { "aws:x": "true" } } }, false],
    ["a deny under an unknown condition", { ...deny, Condition: later }, "unknown"],
    ["a deny of others", { ...deny, Principal: { AWS: "111122223333" } }, false],
  ] as const)("%s", (_name, statement, expected) => {
    expect(
      deniesAction(
        normalizePolicy({ Statement: statement as unknown as Value }),
        "organizations:LeaveOrganization",
      ),
    ).toBe(expected);
  });

  it("a condition is found by operator, key and value", () => {
    const tls = allow({ Condition: { Bool: { "aws:SecureTransport": false } } });
    const query = {
      operators: ["bool"],
      keys: ["aws:securetransport"],
      values: (text: string) => text === "false",
    };
    expect(someStatement(tls, (statement) => hasCondition(statement, query))).toBe(true);
    expect(
      someStatement(allow({ Condition: { Bool: { "aws:SecureTransport": later } } }), (s) =>
        hasCondition(s, query),
      ),
    ).toBe("unknown");
  });
});
