import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const OPEN = { $unknown: "known after apply" };
const KEY = "arn:aws:kms:us-east-1:111111111111:key/11111111-1111-1111-1111-111111111111";

/** A fact of an instance `it`, beside other databases of the input. */
function fact(
  name: string,
  properties: object,
  others: Readonly<Record<string, readonly [string, object]>> = {},
) {
  const resources = Object.entries(others).map(([address, [type, held]]) => ({
    address,
    type,
    properties: held,
  }));
  const own = { address: "it", type: "AWS::RDS::DBInstance", properties };
  return factOf({ resources: [own, ...resources] }, "it", name);
}

const SOURCE = { SourceDBInstanceIdentifier: { $reference: "source" } };
const SNAPSHOT = { DBSnapshotIdentifier: { $reference: "snapshot" } };

function instance(properties: object): Record<string, readonly [string, object]> {
  return { source: ["AWS::RDS::DBInstance", properties] };
}

describe("the engine of an instance", () => {
  it.each([
    ["is written", { Engine: "postgres", ...SOURCE }, instance({ Engine: "mysql" }), "postgres"],
    ["is its source's", SOURCE, instance({ Engine: "mysql" }), "mysql"],
    [
      "is its source's, when its own is known after apply",
      { Engine: OPEN, ...SOURCE },
      instance({ Engine: "mysql" }),
      "mysql",
    ],
    ["is not told, when its source's is not", SOURCE, instance({}), "unknown"],
    ["is not told, when its source is elsewhere", { SourceDBInstanceIdentifier: "samples" }, {}, "unknown"],
    ["is not told, when nobody knows its source", { SourceDBInstanceIdentifier: OPEN }, {}, "unknown"],
    [
      "is that of the cluster that it replicates",
      { SourceDBClusterIdentifier: { $reference: "source" } },
      { source: ["AWS::RDS::DBCluster", { Engine: "mysql" }] as const },
      "mysql",
    ],
    ["is absent when there is no source", {}, {}, undefined],
    ["is absent when the name of a snapshot is empty", { DBSnapshotIdentifier: "" }, {}, undefined],
    ["is not told in a circle", { SourceDBInstanceIdentifier: { $reference: "it" } }, {}, "unknown"],
  ])("%s", (_, properties, others, expected) => {
    expect(fact("Engine", properties, others)).toBe(expected);
  });
});

describe("the storage of an instance", () => {
  it.each([
    ["is not encrypted when nothing is said", {}, {}, false],
    ["is as its source", { StorageEncrypted: true, ...SOURCE }, instance({ StorageEncrypted: false }), false],
    [
      "is as its source, of which that is not known",
      { StorageEncrypted: true, ...SOURCE },
      instance({ StorageEncrypted: OPEN }),
      "unknown",
    ],
    [
      "is not told by a flag, when its source is elsewhere",
      { StorageEncrypted: true, SourceDBInstanceIdentifier: "samples" },
      {},
      "unknown",
    ],
    [
      "is told by a flag and a key, when its snapshot is elsewhere",
      { StorageEncrypted: true, KmsKeyId: KEY, DBSnapshotIdentifier: "before" },
      {},
      true,
    ],
    [
      "is told by its key, when it replicates what is elsewhere",
      { KmsKeyId: KEY, SourceDBInstanceIdentifier: "samples" },
      {},
      true,
    ],
    [
      "is not told, when nobody knows its source",
      { StorageEncrypted: true, SourceDBInstanceIdentifier: OPEN },
      {},
      "unknown",
    ],
    [
      "is not told by a key, when it is restored",
      { KmsKeyId: KEY, DBSnapshotIdentifier: "before" },
      {},
      "unknown",
    ],
    [
      "is as that of a snapshot's instance",
      SNAPSHOT,
      {
        snapshot: ["AWS::RDS::DBSnapshot", { DBInstanceIdentifier: { $reference: "source" } }] as const,
        ...instance({ StorageEncrypted: true }),
      },
      true,
    ],
    [
      "is encrypted as a copy of a snapshot with a key",
      SNAPSHOT,
      { snapshot: ["aws_db_snapshot_copy", { kms_key_id: KEY }] as const },
      true,
    ],
    [
      "is as what a copy of a snapshot is a copy of",
      SNAPSHOT,
      { snapshot: ["aws_db_snapshot_copy", { source_db_snapshot_identifier: "before" }] as const },
      "unknown",
    ],
  ])("%s", (_, properties, others, expected) => {
    expect(fact("StorageEncrypted", properties, others)).toBe(expected);
  });
});
