import type { Fact } from "../fact.ts";
import { accessKeys } from "./access-keys.ts";
import { accountBaseline } from "./account-baseline.ts";
import { backedUp } from "./backed-up.ts";
import { backupRules } from "./backup-rules.ts";
import { dataFilter } from "./data-filter.ts";
import { deniesDeletion } from "./denies-deletion.ts";
import { imageScanning } from "./image-scanning.ts";
import { literalPasswords } from "./literal-passwords.ts";
import { managesOrganization } from "./manages-organization.ts";
import { productionStages } from "./production-stages.ts";
import { recordedEvents } from "./recorded-events.ts";
import { rotations } from "./rotations.ts";
import { unlistedServices } from "./unlisted-services.ts";

export const governanceFacts: readonly Fact[] = [
  accessKeys,
  accountBaseline,
  backedUp,
  backupRules,
  dataFilter,
  deniesDeletion,
  imageScanning,
  literalPasswords,
  managesOrganization,
  productionStages,
  recordedEvents,
  rotations,
  unlistedServices,
];
