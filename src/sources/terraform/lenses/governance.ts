import type { Lens } from "../lens.ts";
import { accountBaselineLenses } from "./account-baseline.ts";
import { backupLenses } from "./backup.ts";
import { codeLenses } from "./code.ts";
import { logLenses } from "./logs.ts";
import { secretLenses } from "./secrets.ts";
import { trailLenses } from "./trail.ts";

export const governanceLenses: readonly Lens[] = [
  ...accountBaselineLenses,
  ...backupLenses,
  ...codeLenses,
  ...logLenses,
  ...secretLenses,
  ...trailLenses,
];
