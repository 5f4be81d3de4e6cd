import { formatPointer } from "../../model/pointer.ts";
import type { PointerTokens } from "../../model/pointer.ts";
import { Unknown } from "../../model/value.ts";
import { awsccLens } from "./awscc-lens.ts";
import { feedPath } from "./feed-path.ts";
import type { Lens } from "./lens.ts";
import { analyticsLenses } from "./lenses/analytics.ts";
import { azureLenses } from "./lenses/azure.ts";
import { governanceLenses } from "./lenses/governance.ts";
import { databaseLenses } from "./lenses/databases.ts";
import { identityLenses } from "./lenses/identity.ts";
import { integrationLenses } from "./lenses/integration.ts";
import { machineLearningLenses } from "./lenses/machine-learning.ts";
import { networkLenses } from "./lenses/network.ts";
import { storageLenses } from "./lenses/storage.ts";

/** Every lens that is written by hand; those of awscc follow from the CloudFormation schema. */
export const LENSES: readonly Lens[] = [
  ...analyticsLenses,
  ...azureLenses,
  ...governanceLenses,
  ...databaseLenses,
  ...identityLenses,
  ...integrationLenses,
  ...machineLearningLenses,
  ...networkLenses,
  ...storageLenses,
];

const BY_TYPE: ReadonlyMap<string, Lens> = new Map(LENSES.map((lens) => [lens.type, lens]));
const SATELLITES = groupSatellites(LENSES);

/** The lens of a Terraform type, or `undefined` for a type that stays under its own name. */
export function lensOf(type: string): Lens | undefined {
  return BY_TYPE.get(type) ?? (type.startsWith("awscc_") ? awsccLens(type) : undefined);
}

/** The lenses of the satellites that fold into resources of a Terraform type. */
function satellitesOf(type: string): readonly Lens[] {
  return SATELLITES.get(type) ?? [];
}

/** The attribute that feeds a pointer of a Terraform type or one of its satellites. */
export function feeding(
  lens: Lens,
  tokens: PointerTokens,
): { readonly lens: Lens; readonly path: string } | undefined {
  for (const candidate of [lens, ...satellitesOf(lens.type)]) {
    const path = feedPath(candidate.properties, tokens);
    if (path !== undefined) return { lens: candidate, path };
  }
  return undefined;
}

/** The answer for a property that is not there: `undefined` where a lens feeds it, else "not mapped". */
export function unmapped(lens: Lens, tokens: PointerTokens): Unknown | undefined {
  if (feeding(lens, tokens) !== undefined) return undefined;
  // the provider decides which version of Azure's API it speaks
  if (tokens[0] === "apiVersion") return undefined;
  // what CloudFormation does with the resources of a stack
  if (tokens[0] === "CloudFormation") return undefined;
  // arguments by which hashicorp/aws works, and which no other provider has
  if (tokens[0] === "Terraform" && lens.type.startsWith("awscc_")) return undefined;
  return new Unknown(`${formatPointer(tokens)} is not mapped for ${lens.type}`);
}

function groupSatellites(lenses: readonly Lens[]): ReadonlyMap<string, readonly Lens[]> {
  const grouped = new Map<string, Lens[]>();
  for (const lens of lenses) {
    for (const parent of lens.fold?.into ?? []) {
      const list = grouped.get(parent);
      if (list === undefined) grouped.set(parent, [lens]);
      else list.push(lens);
    }
  }
  return grouped;
}
