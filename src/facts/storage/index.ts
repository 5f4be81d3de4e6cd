import type { Fact } from "../fact.ts";
import { bucketExpiry } from "./bucket-expiry.ts";
import { copyRegions } from "./copy-regions.ts";
import { definition } from "./definition.ts";
import { deniesInsecureTransport } from "./denies-insecure-transport.ts";
import { delivered } from "./delivered.ts";
import { digestBuckets } from "./digest-buckets.ts";
import { digestIntervals } from "./digest-intervals.ts";
import { encryptionByDefault } from "./encryption-by-default.ts";
import { fallbackBucket } from "./fallback-bucket.ts";
import { intervalHours } from "./interval-hours.ts";
import { invokes } from "./invokes.ts";
import { keyManager } from "./key-manager.ts";
import { ledgerAccess } from "./ledger-access.ts";
import { ledgersRead } from "./ledgers-read.ts";
import { publicAccessBlock } from "./public-access-block.ts";
import { runOutputs } from "./run-outputs.ts";
import { scheduleIntervals } from "./schedule-intervals.ts";
import { signers } from "./signers.ts";
import { signingAdministrators } from "./signing-administrators.ts";
import { signingKeys } from "./signing-keys.ts";
import { tableCopies } from "./table-copies.ts";

export const storageFacts: readonly Fact[] = [
  keyManager,
  bucketExpiry,
  definition,
  deniesInsecureTransport,
  intervalHours,
  invokes,
  scheduleIntervals,
  signingKeys,
  signers,
  signingAdministrators,
  ledgerAccess,
  ledgersRead,
  digestIntervals,
  digestBuckets,
  tableCopies,
  copyRegions,
  publicAccessBlock,
  delivered,
  encryptionByDefault,
  fallbackBucket,
  runOutputs,
];
