import type { Lens } from "../lens.ts";
import { analyticsLenses } from "./analytics.ts";
import { azureLenses } from "./azure.ts";
import { governanceLenses } from "./governance.ts";
import { databaseLenses } from "./databases.ts";
import { identityLenses } from "./identity.ts";
import { integrationLenses } from "./integration.ts";
import { kubernetesLenses } from "./kubernetes.ts";
import { machineLearningLenses } from "./machine-learning.ts";
import { networkLenses } from "./network.ts";
import { storageLenses } from "./storage.ts";

const LENSES: readonly Lens[] = [
  ...analyticsLenses,
  ...azureLenses,
  ...governanceLenses,
  ...databaseLenses,
  ...identityLenses,
  ...integrationLenses,
  ...kubernetesLenses,
  ...machineLearningLenses,
  ...networkLenses,
  ...storageLenses,
];

// the build makes data of this file: a scan reads the lenses of the types that it meets

/** Every lens that is written by hand, by Terraform type. */
export const LENS_BY_TYPE: Readonly<Record<string, Lens>> = Object.fromEntries(
  LENSES.map((lens) => [lens.type, lens]),
);

/** By the type of the parent, the types of the satellites that fold into it. */
export const SATELLITES: Readonly<Record<string, readonly string[]>> = groupSatellites(LENSES);

function groupSatellites(lenses: readonly Lens[]): Readonly<Record<string, readonly string[]>> {
  const grouped: Record<string, string[]> = {};
  for (const { type, fold } of lenses) {
    for (const parent of fold?.into ?? []) (grouped[parent] ??= []).push(type);
  }
  return grouped;
}
