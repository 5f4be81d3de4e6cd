import type { Lens } from "../lens.ts";
import { blockStorageLenses } from "./block-storage.ts";
import { documentDatabaseLenses } from "./document-databases.ts";
import { elasticacheLenses } from "./elasticache.ts";
import { fileSystemLenses } from "./file-systems.ts";
import { rdsLenses } from "./rds.ts";
import { redshiftLenses } from "./redshift.ts";
import { scalableTarget } from "./scalable-target.ts";
import { searchDomainLenses } from "./search-domains.ts";

export const databaseLenses: readonly Lens[] = [
  ...blockStorageLenses,
  ...documentDatabaseLenses,
  ...elasticacheLenses,
  ...fileSystemLenses,
  ...rdsLenses,
  ...redshiftLenses,
  ...searchDomainLenses,
  scalableTarget,
];
