import { joinPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, UnknownText, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { parseArn } from "../resource-arn.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { resourceBehind } from "./resource-behind.ts";

/** A region, and the property that says it. */
interface CopyRegion {
  readonly region: Value;
  readonly pointer: string;
}

/** What names the region of copies, by type; `*` for every item of a list. */
const REGIONS: Readonly<Record<string, string>> = {
  "AWS::RDS::DBInstance": "/AutomaticBackupReplicationRegion",
  "AWS::Redshift::Cluster": "/DestinationRegion",
  aws_db_snapshot_copy: "/destination_region",
  // stands in the region that it copies to
  aws_db_instance_automated_backups_replication: "/Facts/Region",
};

export const copyRegions: Fact = {
  name: "CopyRegions",
  types: ["AWS::Backup::BackupPlan", "AWS::EFS::FileSystem", ...Object.keys(REGIONS)],
  needs: ["Region"],
  description:
    "The regions that backups or copies of the data are sent to: by the copy actions of a backup plan, the replication of a file system or of backups, the copies of snapshots. Absent when there is none.",
  compute(resource, { graph }) {
    const found = regionsOf(resource, graph);
    if (found.length === 0) return undefined;
    const places = found.map(({ pointer }, index): [string, Place] => [
      String(index),
      { resource, pointer, isCopy: true },
    ]);
    return partsWrittenAt(
      found.map(({ region }) => region),
      Object.fromEntries(places),
    );
  },
};

function regionsOf(resource: Resource, graph: ResourceGraph): readonly CopyRegion[] {
  switch (resource.type) {
    case "AWS::Backup::BackupPlan":
      return itemsAt(resource, "/BackupPlan/BackupPlanRule").flatMap((rule) =>
        itemsAt(resource, joinPointer(rule, "CopyActions")).map((action) => {
          const pointer = joinPointer(action, "DestinationBackupVaultArn");
          return { region: regionOfVault(propertyAt(resource, pointer), graph), pointer };
        }),
      );
    case "AWS::EFS::FileSystem":
      return itemsAt(resource, "/ReplicationConfiguration/Destinations").flatMap((item) =>
        regionOfDestination(resource, item),
      );
    default: {
      const pointer = REGIONS[resource.type] ?? "";
      const region = propertyAt(resource, pointer);
      return region === undefined ? [] : [{ region, pointer }];
    }
  }
}

/** The pointers of the items of a list; of a list that is not known its own, where an unknown stands. */
function itemsAt(resource: Resource, pointer: string): readonly string[] {
  const list = plain(propertyAt(resource, pointer));
  if (isValueList(list)) return list.map((_, index) => joinPointer(pointer, index));
  return list instanceof Unknown ? [pointer] : [];
}

function regionOfVault(arn: Value | undefined, graph: ResourceGraph): Value {
  const known = plain(arn);
  const start = known instanceof UnknownText ? known.pieces[0] : known;
  const text = typeof start === "string" ? start : "";
  const written = typeof known === "string" ? parseArn(text)?.region : START_OF_ARN.exec(text)?.[1];
  if (written !== undefined) return written;
  const vault = resourceBehind(arn, graph);
  const region = vault?.declared === "here" ? propertyAt(vault, "/Facts/Region") : undefined;
  return region ?? (known instanceof Unknown ? known : new Unknown("the vault of a copy is not known"));
}

/** The region is written whole, whatever comes behind it. */
const START_OF_ARN = /^arn:[^:]*:backup:([^:]+):/u;

/** A copy in one zone names that, of which the region is all but the last letter. */
function regionOfDestination(fileSystem: Resource, item: string): readonly CopyRegion[] {
  const at = joinPointer(item, "Region");
  const region = propertyAt(fileSystem, at);
  if (region !== undefined) return [{ region, pointer: at }];
  const pointer = joinPointer(item, "AvailabilityZoneName");
  const zone = propertyAt(fileSystem, pointer);
  const known = plain(zone);
  if (typeof known === "string") return [{ region: known.replace(/[a-z]$/u, ""), pointer }];
  if (zone !== undefined) return [{ region: zone, pointer }];
  const other = joinPointer(item, "FileSystemId");
  // a new one stays in the region where nothing is said; one that is there may lie anywhere
  if (propertyAt(fileSystem, other) === undefined) return [];
  return [
    { region: new Unknown("the region of the file system that is copied to is not told"), pointer: other },
  ];
}
