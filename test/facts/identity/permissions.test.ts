import { describe, expect, it } from "vitest";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const POLICY: ExampleResource = {
  address: "policy",
  type: "AWS::IAM::ManagedPolicy",
  properties: { PolicyDocument: { Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*" } } },
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
