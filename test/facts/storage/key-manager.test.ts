import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const ARN = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";

/** The manager of the key that a table names. */
function managerOf(
  key: unknown,
  more: readonly ExampleResource[] = [],
  customerManagedKeys: readonly string[] = [],
): Value | undefined {
  const table = {
    address: "table",
    type: "AWS::DynamoDB::Table",
    properties: { SSESpecification: { KMSMasterKeyId: key } },
  };
  const graph = addFacts(exampleGraph({ resources: [table, ...more] }), {
    ...DEFAULT_SETTINGS,
    customerManagedKeys,
  });
  const named = graph.ofType("AWS::KMS::Key")[0];
  return named === undefined ? undefined : propertyAt(named, "/Facts/KeyManager");
}

describe("KeyManager", () => {
  it.each([
    ["alias/aws/dynamodb", "AWS"],
    ["arn:aws:kms:us-east-1:111111111111:alias/aws/dynamodb", "AWS"],
    ["arn:aws-us-gov:kms:us-gov-west-1:111111111111:alias/aws/s3", "AWS"],
    ["alias/ledger", "CUSTOMER"],
    ["alias/awsome", "CUSTOMER"],
    ["arn:aws:kms:us-east-1:111111111111:alias/ledger", "CUSTOMER"],
  ])("%s is managed by %s", (key, manager) => {
    expect(managerOf(key)).toBe(manager);
  });

  it("a key that is declared in the input is the customer's", () => {
    expect(managerOf({ $reference: "key" }, [{ address: "key", type: "AWS::KMS::Key" }])).toBe("CUSTOMER");
  });

  it.each([ARN, "11111111-2222-3333-4444-555555555555"])(
    "%s alone does not say who manages it, and the reason says what to write",
    (key) => {
      const manager = managerOf(key);
      expect(manager).toBeInstanceOf(Unknown);
      expect((manager as Unknown).reason).toMatch(/customerManagedKeys in genoscan\.yaml/);
    },
  );

  it("genoscan.yaml says whose it is", () => {
    expect(managerOf(ARN, [], ["arn:aws:kms:*:111111111111:key/*"])).toBe("CUSTOMER");
    expect(managerOf(ARN, [], ["arn:aws:kms:*:222222222222:key/*"])).toBeInstanceOf(Unknown);
  });

  it("an alias or a replica in the input is only possible for a key of the customer", () => {
    const alias = {
      address: "alias",
      type: "AWS::KMS::Alias",
      properties: { AliasName: "alias/x", TargetKeyId: ARN },
    };
    const replica = { address: "replica", type: "AWS::KMS::ReplicaKey", properties: { PrimaryKeyArn: ARN } };
    expect(managerOf(ARN, [alias])).toBe("CUSTOMER");
    expect(managerOf(ARN, [replica])).toBe("CUSTOMER");
  });
});
