import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

function fact(name: string, address: string, resources: readonly object[], closed?: string): unknown {
  return factOf({ resources, ...(closed === undefined ? {} : { closed }) } as never, address, name);
}

function target(resourceId: unknown, dimension: string): object {
  return {
    address: `target ${dimension}`,
    type: "AWS::ApplicationAutoScaling::ScalableTarget",
    properties: { ResourceId: resourceId, ScalableDimension: `dynamodb:table:${dimension}CapacityUnits` },
  };
}

describe("Autoscaled", () => {
  const table = { address: "runs", type: "AWS::DynamoDB::Table", properties: { TableName: "runs" } };

  it.each([
    ["by name", [target("table/runs", "Read")], { Read: true, Write: "unknown" }],
    [
      "by a name that is taken from the table",
      [target({ $unknown: "known after apply", references: ["runs"] }, "Write")],
      { Read: "unknown", Write: true },
    ],
    [
      "an index of the table is not the table",
      [target("table/runs/index/by-day", "Read")],
      { Read: "unknown", Write: "unknown" },
    ],
    [
      "of which nothing is known",
      [target({ $unknown: "variable" }, "Read")],
      { Read: "unknown", Write: "unknown" },
    ],
  ])("%s", (_, targets, expected) => {
    expect(fact("Autoscaled", "runs", [table, ...targets])).toEqual(expected);
  });

  it("is not, in an account that is known as a whole", () => {
    expect(fact("Autoscaled", "runs", [table, target("table/other", "Read")], "all")).toEqual({
      Read: false,
      Write: false,
    });
  });
});

describe("Instances", () => {
  const cluster = { address: "cluster", type: "AWS::RDS::DBCluster" };
  const instance = (address: string, names: unknown): object => ({
    address,
    type: "AWS::RDS::DBInstance",
    properties: { DBClusterIdentifier: names },
  });

  it("are those that name the cluster; one that may, is an item that is not known", () => {
    const resources = [
      cluster,
      instance("one", { $reference: "cluster" }),
      instance("two", { $unknown: "known after apply", references: ["cluster"] }),
      instance("other", "another-cluster"),
    ];
    expect(fact("Instances", "cluster", resources)).toEqual(["one", "unknown"]);
  });

  it("are not known when none is declared, and none in an account that is known as a whole", () => {
    expect(fact("Instances", "cluster", [cluster])).toBe("unknown");
    expect(fact("Instances", "cluster", [cluster], "all")).toEqual([]);
  });
});

describe("ReadReplica", () => {
  it.each([
    ["no source", {}, false],
    ["a source", { SourceDBInstanceIdentifier: "samples" }, true],
    ["a cluster as source", { SourceDBClusterIdentifier: { $reference: "cluster" } }, true],
    [
      "a source by reference, known after apply",
      { SourceDBInstanceIdentifier: { $unknown: "known after apply", references: ["instance"] } },
      true,
    ],
    [
      "restored to the last moment",
      { SourceDBInstanceIdentifier: "samples", UseLatestRestorableTime: true },
      false,
    ],
    [
      "not restored to the last moment",
      { SourceDBInstanceIdentifier: "samples", UseLatestRestorableTime: false },
      true,
    ],
    [
      "restored to a moment",
      { SourceDBInstanceIdentifier: "samples", RestoreTime: "2026-01-01T00:00:00Z" },
      false,
    ],
    ["a source that may be none", { SourceDBInstanceIdentifier: { $unknown: "variable" } }, "unknown"],
  ])("%s", (_, properties, expected) => {
    expect(
      fact("ReadReplica", "instance", [{ address: "instance", type: "AWS::RDS::DBInstance", properties }]),
    ).toBe(expected);
  });
});

describe("RequireSsl", () => {
  const ssl = (value: unknown): object => ({
    Parameters: [{ ParameterName: "require_ssl", ParameterValue: value }],
  });

  it.each([
    ["the group says so", ssl("true"), true],
    ["the group says not", { ...ssl("false"), ParameterGroupFamily: "redshift-2.0" }, false],
    ["a variable decides", ssl({ $unknown: "variable" }), "unknown"],
    ["the first family takes false", { ParameterGroupFamily: "redshift-1.0" }, false],
    ["the second takes true", { ParameterGroupFamily: "redshift-2.0" }, true],
    ["a family of which nothing is known", { ParameterGroupFamily: "redshift-9.9" }, "unknown"],
    ["parameters that are not known", { Parameters: { $unknown: "variable" } }, "unknown"],
    [
      "a parameter that is not known",
      { Parameters: [{ $unknown: "variable" }], ParameterGroupFamily: "redshift-1.0" },
      "unknown",
    ],
  ])("%s", (_, properties, expected) => {
    const group = { address: "group", type: "AWS::Redshift::ClusterParameterGroup", properties };
    expect(fact("RequireSsl", "group", [group])).toBe(expected);
  });
});

describe("AllowsPublic", () => {
  it.each([
    ["text", '[{"AllowFromPublic":true}]', true],
    ["data", [{ AllowFromPublic: false }, { AllowFromPublic: true }], true],
    ["one object", { AllowFromPublic: true }, true],
    ["closed", [{ AllowFromPublic: false, SourceVPCEs: ["vpce-1"] }], false],
    ["a flag that is not known", [{ AllowFromPublic: { $unknown: "variable" } }], "unknown"],
    ["text that is no JSON", "[{", "unknown"],
  ])("%s", (_, policy, expected) => {
    const properties = { Type: "network", Policy: policy };
    const resource = { address: "policy", type: "AWS::OpenSearchServerless::SecurityPolicy", properties };
    expect(fact("AllowsPublic", "policy", [resource])).toBe(expected);
  });

  it("a policy of another kind has none", () => {
    const properties = { Type: "encryption", Policy: { AWSOwnedKey: true } };
    const resource = { address: "policy", type: "AWS::OpenSearchServerless::SecurityPolicy", properties };
    expect(fact("AllowsPublic", "policy", [resource])).toBeUndefined();
  });
});
