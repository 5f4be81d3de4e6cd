import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { MOST_ORIGINS, originOfDatabase } from "./origin-of-database.ts";

export const instanceEncryption: Fact = {
  name: "StorageEncrypted",
  types: ["AWS::RDS::DBInstance"],
  readFrom: { "AWS::RDS::DBInstance": "/StorageEncrypted" },
  description:
    "Whether the storage of the instance is encrypted: a replica and what is restored are when that is which they come from, whatever is written. Where the source is declared elsewhere, a key tells it: of a replica by itself, of what is restored beside the flag.",
  compute(instance, { graph }) {
    return instance.declared === "elsewhere" ? undefined : encryptionOf(instance, graph, 0);
  },
};

function encryptionOf(database: Resource, graph: ResourceGraph, depth: number): Value {
  // a copy with a key is encrypted, whatever it is a copy of
  if (database.type === COPY && isNamed(propertyAt(database, "/kms_key_id"))) return true;
  const written = propertyAt(database, "/StorageEncrypted") ?? false;
  const origin = originOfDatabase(database, graph);
  if (origin === undefined) return written;
  if (origin.resource !== undefined && depth <= MOST_ORIGINS) {
    return encryptionOf(origin.resource, graph, depth + 1);
  }
  // RDS does not read the flag, and tells the key only of what is encrypted
  const hasKey = isNamed(propertyAt(database, "/KmsKeyId"));
  if (origin.isElsewhere && hasKey && (origin.isReplicated || plain(written) === true)) return true;
  return new Unknown(
    `whether ${database.address} is encrypted is told by ${origin.name}, which this input does not declare`,
  );
}

const COPY = "aws_db_snapshot_copy";

function isNamed(key: Value | undefined): boolean {
  return key instanceof Reference || typeof plain(key) === "string";
}
