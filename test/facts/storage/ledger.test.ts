import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const LEDGER = {
  address: "consent_ledger",
  type: "AWS::DynamoDB::Table",
  account: "111111111111",
  region: "us-east-1",
  properties: { TableName: "north-consent-ledger" },
};
const SESSIONS = { ...LEDGER, address: "sessions", properties: { TableName: "sessions" } };
const OWN_ARN = { $reference: "consent_ledger", attribute: "Arn" };
const ARN = "arn:aws:dynamodb:us-east-1:111111111111:table/north-consent-ledger";

function access(statements: unknown, ledger: object = LEDGER): unknown {
  const policy = {
    address: "policy",
    type: "AWS::IAM::RolePolicy",
    properties: { PolicyDocument: { Statement: statements } },
  };
  return factOf({ resources: [ledger as typeof LEDGER, SESSIONS, policy] }, "policy", "LedgerAccess");
}

function allow(action: unknown, resource: unknown) {
  return { Effect: "Allow", Action: action, Resource: resource };
}

describe("LedgerAccess", () => {
  const APPENDS = [{ Rewrites: false }];
  const MAY_REWRITE = [{ Rewrites: "unknown" }];
  const REWRITES = [{ Ledger: "-> consent_ledger", Rewrites: true }];

  it.each([
    ["appending by reference", allow(["dynamodb:PutItem", "dynamodb:Query"], OWN_ARN), APPENDS],
    ["updating", allow("dynamodb:UpdateItem", OWN_ARN), REWRITES],
    ["deleting by a wildcard", allow("dynamodb:Delete*", ARN), REWRITES],
    ["writing in batches", allow("dynamodb:BatchWriteItem", ARN), REWRITES],
    ["PartiQL", allow("dynamodb:PartiQL*", ARN), REWRITES],
    ["everything on every table", allow("dynamodb:*", "arn:aws:dynamodb:*:*:table/*"), REWRITES],
    ["everything there is", allow("*", "*"), REWRITES],
    ["all but reading", { Effect: "Allow", NotAction: "dynamodb:Get*", Resource: "*" }, REWRITES],
    [
      "another table by reference",
      allow("dynamodb:*", { $reference: "sessions", attribute: "Arn" }),
      APPENDS,
    ],
    [
      "another table by name",
      allow("dynamodb:*", "arn:aws:dynamodb:us-east-1:111111111111:table/sessions"),
      APPENDS,
    ],
    [
      "another account",
      allow("dynamodb:*", "arn:aws:dynamodb:us-east-1:222222222222:table/north-consent-ledger"),
      APPENDS,
    ],
    ["another service", allow("s3:*", "arn:aws:s3:::north-consent-ledger"), []],
    ["another action on everything", allow("s3:GetObject", "*"), []],
    ["an index of the ledger", allow("dynamodb:Query", `${ARN}/index/by-clinic`), APPENDS],
    [
      "a table that is not known",
      allow("dynamodb:UpdateItem", { $unknown: "known after apply" }),
      MAY_REWRITE,
    ],
    [
      "reading from a table that is not known",
      allow("dynamodb:GetItem", { $unknown: "known after apply" }),
      APPENDS,
    ],
    ["actions that are not known", allow({ $unknown: "variable" }, OWN_ARN), ["unknown"]],
    ["a statement that is not known", [{ $unknown: "known after apply" }], ["unknown"]],
    ["a denial alone", { Effect: "Deny", Action: "dynamodb:*", Resource: "*" }, []],
  ])("%s", (_, statements, items) => {
    expect(access(statements)).toEqual(items);
  });

  it("what the same policy denies outright is left out", () => {
    const denied = {
      Effect: "Deny",
      Action: ["dynamodb:Delete*", "dynamodb:Update*", "dynamodb:Batch*", "dynamodb:PartiQL*"],
      Resource: "*",
    };
    expect(access([allow("dynamodb:*", OWN_ARN), denied])).toEqual(APPENDS);
  });

  it("an ARN may be another table of that name while the account is not known", () => {
    const { account, ...unplaced } = LEDGER;
    expect(account).toBeDefined();
    expect(access(allow("dynamodb:UpdateItem", ARN), unplaced)).toEqual(MAY_REWRITE);
    expect(
      access(allow("dynamodb:UpdateItem", "arn:aws:dynamodb:us-east-1:111111111111:table/other"), unplaced),
    ).toEqual(APPENDS);
  });

  it("the policies of AWS for all of DynamoDB rewrite, too", () => {
    const role = {
      address: "role",
      type: "AWS::IAM::Role",
      properties: {
        ManagedPolicyArns: [
          "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
          "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ],
      },
    };
    expect(factOf({ resources: [LEDGER, role] }, "role", "LedgerAccess")).toEqual([
      { Ledger: "-> consent_ledger", Rewrites: true, Sid: "AmazonDynamoDBFullAccess" },
    ]);
  });

  it("the ledger's own policy is about the ledger", () => {
    const document = { Statement: { ...allow("dynamodb:DeleteItem", "*"), Principal: "*" } };
    const own = {
      ...LEDGER,
      properties: { ...LEDGER.properties, ResourcePolicy: { PolicyDocument: document } },
    };
    expect(factOf({ resources: [own] }, "consent_ledger", "LedgerAccess")).toEqual(REWRITES);
  });
});

describe("DigestIntervals", () => {
  const KEY = { address: "signing", type: "AWS::KMS::Key", properties: { KeyUsage: "SIGN_VERIFY" } };
  const READ = allow("dynamodb:Query", OWN_ARN);
  const SIGN = allow("kms:Sign", { $reference: "signing", attribute: "Arn" });
  const role = (...statements: readonly unknown[]) => ({
    address: "role",
    type: "AWS::IAM::Role",
    properties: { Policies: [{ PolicyName: "work", PolicyDocument: { Statement: statements } }] },
  });
  const LAMBDA = {
    address: "digest",
    type: "AWS::Lambda::Function",
    properties: { Role: { $reference: "role" } },
  };
  const schedule = (more: object = {}) => ({
    address: "schedule",
    type: "AWS::Scheduler::Schedule",
    properties: { ScheduleExpression: "rate(1 day)", Target: { Arn: { $reference: "digest" } }, ...more },
  });
  const intervals = (...resources: readonly object[]): unknown =>
    factOf(
      { resources: [LEDGER, KEY, ...resources] as never, closed: "all" },
      "consent_ledger",
      "DigestIntervals",
    );

  it("a function that reads, signs and is scheduled", () => {
    expect(intervals(role(READ, SIGN), LAMBDA, schedule())).toEqual([24]);
  });

  it("by a rule of EventBridge with several targets", () => {
    const rule = {
      address: "rule",
      type: "AWS::Events::Rule",
      properties: {
        ScheduleExpression: "cron(0 0,12 * * ? *)",
        Targets: [{ Arn: "arn:aws:sqs:us-east-1:1:q" }, { Arn: { $reference: "digest" } }],
      },
    };
    expect(intervals(role(READ, SIGN), LAMBDA, rule)).toEqual([12]);
  });

  it.each([
    ["does not read the ledger", [role(SIGN), LAMBDA, schedule()]],
    ["does not sign", [role(READ), LAMBDA, schedule()]],
    ["has no schedule", [role(READ, SIGN), LAMBDA]],
    ["has one that is switched off", [role(READ, SIGN), LAMBDA, schedule({ State: "DISABLED" })]],
    ["runs once", [role(READ, SIGN), LAMBDA, schedule({ ScheduleExpression: "at(2026-11-20T13:00:00)" })]],
  ])("none when the function %s", (_, resources) => {
    expect(intervals(...resources)).toEqual([]);
  });

  it.each([
    ["its policy", [role({ $unknown: "known after apply" }), LAMBDA, schedule()]],
    ["its schedule", [role(READ, SIGN), LAMBDA, schedule({ ScheduleExpression: { $unknown: "variable" } })]],
    ["whether it is switched on", [role(READ, SIGN), LAMBDA, schedule({ State: { $unknown: "variable" } })]],
    [
      "its target",
      [role(READ, SIGN), LAMBDA, schedule({ Target: { Arn: { $unknown: "known after apply" } } })],
    ],
  ])("unknown when %s is", (_, resources) => {
    expect(intervals(...resources)).toEqual(["unknown"]);
  });

  it("by an alias of the function", () => {
    const alias = {
      address: "live",
      type: "AWS::Lambda::Alias",
      properties: { FunctionName: { $reference: "digest" } },
    };
    const target = { Target: { Arn: { $reference: "live", attribute: "arn" } } };
    expect(intervals(role(READ, SIGN), LAMBDA, alias, schedule(target))).toEqual([24]);
  });

  it("another configuration may hold the function", () => {
    expect(factOf({ resources: [LEDGER] }, "consent_ledger", "DigestIntervals")).toEqual(["unknown"]);
  });
});
