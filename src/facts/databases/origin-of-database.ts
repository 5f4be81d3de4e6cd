import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { resourceBehind } from "../storage/resource-behind.ts";

/** What a database replicates, is restored from or belongs to. */
export interface OriginOfDatabase {
  /** `undefined` when the input does not declare it, or does not tell which one it is. */
  readonly resource: Resource | undefined;
  /** It is certainly declared elsewhere. */
  readonly isElsewhere: boolean;
  /** It is replicated: what comes from it takes a key of its own only where it is encrypted. */
  readonly isReplicated: boolean;
  /** How a person finds it. */
  readonly name: string;
}

/** A replica of a replica of a replica, which is as far as RDS goes, with snapshots between them. */
export const MOST_ORIGINS = 10;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html */
const ORIGINS: Readonly<Record<string, readonly string[]>> = {
  "AWS::RDS::DBInstance": [
    "/SourceDBInstanceIdentifier",
    "/SourceDBClusterIdentifier",
    "/SourceDbiResourceId",
    "/SourceDBInstanceAutomatedBackupsArn",
    "/DBSnapshotIdentifier",
    "/DBClusterIdentifier",
  ],
  "AWS::RDS::DBCluster": [
    "/ReplicationSourceIdentifier",
    "/SourceDBClusterIdentifier",
    "/SourceDbClusterResourceId",
    "/SnapshotIdentifier",
  ],
  "AWS::RDS::DBSnapshot": ["/DBInstanceIdentifier"],
  "AWS::RDS::ClusterSnapshot": ["/DBClusterIdentifier"],
  aws_db_snapshot_copy: ["/source_db_snapshot_identifier"],
};

const REPLICATED: ReadonlySet<string> = new Set([
  "/SourceDBInstanceIdentifier",
  "/SourceDBClusterIdentifier",
]);

/** RDS takes the engine from there, and whether the storage is encrypted. Nothing for a database that is made anew. */
export function originOfDatabase(database: Resource, graph: ResourceGraph): OriginOfDatabase | undefined {
  for (const pointer of ORIGINS[database.type] ?? []) {
    const value = propertyAt(database, pointer);
    // CloudFormation reads an empty name as none
    if (value !== undefined && plain(value) !== "") return describeOrigin(value, pointer, graph);
  }
  return undefined;
}

function describeOrigin(value: Value, pointer: string, graph: ResourceGraph): OriginOfDatabase {
  const source = resourceBehind(value, graph);
  const known = plain(value);
  const [named] = referencesOf(value);
  const written = typeof known === "string" ? known : undefined;
  return {
    resource: source?.declared === "here" && Object.hasOwn(ORIGINS, source.type) ? source : undefined,
    isElsewhere: source === undefined ? written !== undefined : source.declared === "elsewhere",
    isReplicated: REPLICATED.has(pointer),
    name: source?.address ?? named?.target ?? written ?? "its source",
  };
}
