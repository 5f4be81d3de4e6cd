import { describe, expect, it } from "vitest";
import { factOf } from "./facts-of.ts";

const SIGNING = { address: "signing", type: "AWS::KMS::Key", properties: { KeyUsage: "SIGN_VERIFY" } };
const OTHER_KEY = { address: "phi", type: "AWS::KMS::Key", properties: { KeyUsage: "ENCRYPT_DECRYPT" } };
const KEY_ARN = { $reference: "signing", attribute: "Arn" };

function role(address: string, ...statements: readonly unknown[]) {
  const document = { Statement: statements };
  return {
    address,
    type: "AWS::IAM::Role",
    account: "111111111111",
    properties: { RoleName: address, Policies: [{ PolicyName: "work", PolicyDocument: document }] },
  };
}

function allow(action: unknown, resource: unknown) {
  return { Effect: "Allow", Action: action, Resource: resource };
}

describe("SigningKeys", () => {
  function keysOf(...statements: readonly unknown[]): unknown {
    return factOf(
      { resources: [SIGNING, OTHER_KEY, role("digest", ...statements)] },
      "digest",
      "SigningKeys",
    );
  }

  it.each([
    ["the key by reference", allow("kms:Sign", KEY_ARN), [{ Key: "-> signing", Named: true }]],
    ["every key", allow("kms:Sign", "*"), [{ Key: "-> signing", Named: false }]],
    ["everything", allow("*", "*"), [{ Key: "-> signing", Named: false }]],
    ["another action", allow("kms:Decrypt", "*"), []],
    ["another key", allow("kms:Sign", { $reference: "phi", attribute: "Arn" }), []],
    ["a statement that is not known", { $unknown: "known after apply" }, ["unknown"]],
    ["a key that is not known", allow("kms:Sign", { $unknown: "known after apply" }), ["unknown"]],
  ])("%s", (_, statement, keys) => {
    expect(keysOf(statement)).toEqual(keys);
  });

  it("one statement that names no key spoils another that names it", () => {
    expect(keysOf(allow("kms:Sign", KEY_ARN), allow("kms:*", "*"))).toEqual([
      { Key: "-> signing", Named: false },
    ]);
  });

  it("what is denied outright is not allowed", () => {
    expect(keysOf(allow("kms:*", "*"), { Effect: "Deny", Action: "kms:Sign", Resource: "*" })).toEqual([]);
  });

  it("a function signs with the keys of its role", () => {
    const lambda = {
      address: "lambda",
      type: "AWS::Lambda::Function",
      properties: { Role: { $reference: "digest" } },
    };
    const resources = [SIGNING, role("digest", allow("kms:Sign", KEY_ARN)), lambda];
    expect(factOf({ resources }, "lambda", "SigningKeys")).toEqual([{ Key: "-> signing", Named: true }]);
  });

  it("a role that is declared elsewhere may sign with the keys of the input", () => {
    const arn = "arn:aws:iam::111111111111:role/digest";
    const lambda = { address: "lambda", type: "AWS::Lambda::Function", properties: { Role: arn } };
    expect(factOf({ resources: [SIGNING, lambda] }, "lambda", "SigningKeys")).toEqual(["unknown"]);
    expect(factOf({ resources: [OTHER_KEY, lambda] }, "lambda", "SigningKeys")).toEqual([]);
  });

  it("a role may sign with a key outside of the input", () => {
    const lambda = {
      address: "lambda",
      type: "AWS::Lambda::Function",
      properties: { Role: { $reference: "digest" } },
    };
    const resources = [role("digest", allow("kms:Sign", "*")), lambda];
    expect(factOf({ resources }, "lambda", "SigningKeys")).toEqual(["unknown"]);
    expect(factOf({ resources, closed: "all" }, "lambda", "SigningKeys")).toEqual([]);
  });
});

const DIGEST_ARN = "arn:aws:iam::111111111111:role/digest";
const ROOT = "arn:aws:iam::111111111111:root";

function key(...statements: readonly unknown[]) {
  return { ...SIGNING, properties: { KeyUsage: "SIGN_VERIFY", KeyPolicy: { Statement: statements } } };
}

function permit(principal: unknown, action: unknown) {
  return { Effect: "Allow", Principal: principal, Action: action, Resource: "*" };
}

describe("Signers", () => {
  const signersOf = (resources: readonly never[], closed?: "all"): unknown =>
    factOf({ resources, ...(closed === undefined ? {} : { closed }) }, "signing", "Signers");

  it("are those whom the key policy names, whatever IAM says", () => {
    const resources = [key(permit({ AWS: DIGEST_ARN }, "kms:Sign")), role("notary", allow("kms:Sign", "*"))];
    expect(signersOf(resources as never)).toEqual([DIGEST_ARN]);
  });

  it("are more than one where the policy lets everyone, and open where a condition leaves some", () => {
    expect(signersOf([key(permit("*", "kms:Sign"))] as never)).toHaveLength(2);
    const bounded = {
      ...permit("*", "kms:Sign"),
      Condition: { StringEquals: { "kms:CallerAccount": "111111111111" } },
    };
    expect(signersOf([key(bounded)] as never)).toEqual(["unknown"]);
  });

  it("are named once, however often the policy does", () => {
    expect(
      signersOf([
        key(permit({ AWS: DIGEST_ARN }, "kms:Sign"), permit({ AWS: [DIGEST_ARN] }, "kms:*")),
      ] as never),
    ).toEqual([DIGEST_ARN]);
  });

  it("are the roles that IAM lets, where the policy leaves it to the account, and perhaps others", () => {
    const resources = [key(permit({ AWS: ROOT }, "kms:*")), role("notary", allow("kms:Sign", "*"))];
    expect(signersOf(resources as never)).toEqual(["-> notary", "unknown"]);
    expect(signersOf(resources as never, "all")).toEqual(["-> notary"]);
  });

  it("a role that the policy names and IAM lets is one", () => {
    const resources = [
      key(permit({ AWS: ROOT }, "kms:*"), permit({ AWS: DIGEST_ARN }, "kms:Sign")),
      role("digest", allow("kms:Sign", KEY_ARN)),
    ];
    expect(signersOf(resources as never, "all")).toEqual([DIGEST_ARN]);
  });

  it("a key without a policy leaves it to the account", () => {
    expect(signersOf([SIGNING] as never)).toEqual(["unknown"]);
    expect(signersOf([SIGNING] as never, "all")).toEqual([]);
  });

  it("a grant makes one", () => {
    const grant = {
      address: "grant",
      type: "aws_kms_grant",
      properties: {
        key_id: { $reference: "signing" },
        operations: ["Sign"],
        grantee_principal: "arn:aws:iam::111111111111:role/notary",
      },
    };
    const reading = {
      ...grant,
      address: "reading",
      properties: { ...grant.properties, operations: ["Decrypt"] },
    };
    const own = key(permit({ AWS: DIGEST_ARN }, "kms:Sign"));
    expect(signersOf([own, grant, reading] as never)).toEqual([
      DIGEST_ARN,
      "arn:aws:iam::111111111111:role/notary",
    ]);
  });

  it("a policy that is not known has signers that are not known", () => {
    const unknown = {
      ...SIGNING,
      properties: { KeyUsage: "SIGN_VERIFY", KeyPolicy: { $unknown: "known after apply" } },
    };
    expect(signersOf([unknown] as never)).toEqual(["unknown"]);
  });
});

describe("SigningAdministrators", () => {
  const ADMIN = "arn:aws:iam::111111111111:role/admin";
  const administratorsOf = (...statements: readonly unknown[]): unknown =>
    factOf({ resources: [key(...statements)] }, "signing", "SigningAdministrators");

  it.each([
    [
      "two roles share the work",
      [permit({ AWS: ADMIN }, ["kms:Put*", "kms:Describe*"]), permit({ AWS: DIGEST_ARN }, "kms:Sign")],
      [],
    ],
    ["one role does all of it", [permit({ AWS: ADMIN }, "kms:*")], [ADMIN]],
    [
      "in two statements",
      [permit({ AWS: ADMIN }, "kms:PutKeyPolicy"), permit({ AWS: ADMIN }, "kms:Sign")],
      [ADMIN],
    ],
    ["the account is an administrator who signs", [permit({ AWS: ROOT }, "kms:*")], [ROOT]],
    [
      "everybody is an administrator",
      [permit("*", "kms:Put*"), permit({ AWS: DIGEST_ARN }, "kms:Sign")],
      [DIGEST_ARN],
    ],
    ["a statement that is not known", [{ $unknown: "known after apply" }], ["unknown"]],
  ])("%s", (_, statements, administrators) => {
    expect(administratorsOf(...statements)).toEqual(administrators);
  });

  it("the default policy of KMS gives both to the account", () => {
    expect(factOf({ resources: [SIGNING] }, "signing", "SigningAdministrators")).toHaveLength(1);
  });
});
