import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";

export const tableCopies: Fact = {
  name: "Copies",
  types: ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"],
  description:
    "The replicas of a table, each with its region, its key, and whether it can be restored to a point in time; those of a global table are all of its copies. Empty for a table without replicas.",
  fields: { KMSMasterKeyId: true, PointInTimeRecoveryEnabled: true, Region: true },
  compute: (table, context) =>
    table.type === "AWS::DynamoDB::Table" ? ofTable(table, context) : ofGlobalTable(table),
};

function ofTable(table: Resource, { graph }: FactContext): readonly Value[] {
  const { certain, possible } = findReferrers(graph, "Genoscan::TableReplica", "/Table", table);
  return [
    ...certain.map((replica) =>
      copy({
        KMSMasterKeyId: propertyAt(replica, "/KMSMasterKeyId"),
        PointInTimeRecoveryEnabled: propertyAt(replica, "/PointInTimeRecoveryEnabled"),
        Region: propertyAt(replica, "/Region"),
      }),
    ),
    ...possible.map(({ address }) => new Unknown(`${address} may be a replica of ${table.address}`)),
  ];
}

function ofGlobalTable(table: Resource): Value {
  const replicas = plain(propertyAt(table, "/Replicas"));
  if (!isValueList(replicas)) return replicas instanceof Unknown ? replicas : [];
  return replicas.map((item) => {
    const replica = plain(item);
    if (!isValueMap(replica)) {
      return replica instanceof Unknown ? replica : new Unknown("a replica is no object");
    }
    return copy({
      KMSMasterKeyId: partOf(replica["SSESpecification"], "KMSMasterKeyId"),
      PointInTimeRecoveryEnabled: partOf(
        replica["PointInTimeRecoverySpecification"],
        "PointInTimeRecoveryEnabled",
      ),
      Region: replica["Region"],
    });
  });
}

function partOf(value: Value | undefined, name: string): Value | undefined {
  const known = plain(value);
  return isValueMap(known) ? known[name] : known instanceof Unknown ? known : undefined;
}

function copy(parts: Readonly<Record<string, Value | undefined>>): ValueMap {
  const set = emptyMap();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) set[name] = value;
  return set;
}
