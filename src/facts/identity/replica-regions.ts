import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";

export const replicaRegions: Fact = {
  name: "ReplicaRegions",
  types: ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"],
  needs: ["Region"],
  description: "The regions that a table is copied to. Absent when it has no replica.",
  compute(table, context) {
    const regions = table.type === "AWS::DynamoDB::Table" ? replicasOf(table, context) : ownReplicas(table);
    return isValueList(regions) && regions.length === 0 ? undefined : regions;
  },
};

/** A replica that only may be one of this table is an item that is not known. */
function replicasOf(table: Resource, { graph }: FactContext): readonly Value[] {
  const { certain, possible } = findReferrers(graph, "Genoscan::TableReplica", "/Table", table);
  return [
    ...certain.map(regionOf),
    ...possible.map(({ address }) => new Unknown(`${address} may be a replica of ${table.address}`)),
  ];
}

/** A replica inside of its table names its region; one that stands alone lies where it is deployed. */
function regionOf(replica: Resource): Value {
  const written = propertyAt(replica, "/Region");
  if (written !== undefined && replica.writtenType !== "aws_dynamodb_table_replica") return written;
  return propertyAt(replica, "/Facts/Region") ?? new Unknown(`the region of ${replica.address} is not told`);
}

function ownReplicas(table: Resource): Value {
  const replicas = plain(propertyAt(table, "/Replicas"));
  if (!isValueList(replicas)) return replicas instanceof Unknown ? replicas : [];
  return replicas.map((item) => {
    const replica = plain(item);
    if (!isValueMap(replica)) return new Unknown("a replica is not known");
    return replica["Region"] ?? new Unknown("a replica does not name its region");
  });
}
