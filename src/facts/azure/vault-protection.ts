import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain, isOfResources } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";
import { isEnabled } from "./is-enabled.ts";

const RECOVERY = "Microsoft.RecoveryServices/vaults";
const BACKUP = "Microsoft.DataProtection/backupVaults";
const IMMUTABILITY = "/properties/securitySettings/immutabilitySettings/state";
const RECOVERY_SOFT_DELETE = "/properties/securitySettings/softDeleteSettings/softDeleteState";
const BACKUP_SOFT_DELETE = "/properties/securitySettings/softDeleteSettings/state";
const REDUNDANCY = "/properties/redundancySettings/standardTierStorageRedundancy";
const STORES = "/properties/storageSettings";
const RECOVERY_RESTORE = "/properties/redundancySettings/crossRegionRestore";
const BACKUP_RESTORE = "/properties/featureSettings/crossRegionRestoreSettings/state";
const RECOVERY_KEY = "/properties/encryption/keyVaultProperties/keyUri";
const BACKUP_KEY = "/properties/securitySettings/encryptionSettings/keyVaultProperties/keyUri";

const TWO_REGIONS = new Set(["GeoRedundant", "ReadAccessGeoZoneRedundant"]);

/** Two services with two words for one thing. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["alwayson", "AlwaysOn"],
  ["disabled", "Off"],
  ["enabled", "On"],
  ["off", "Off"],
  ["on", "On"],
]);

export const vaultProtection: Fact = {
  name: "VaultProtection",
  types: [RECOVERY, BACKUP],
  description:
    "How a vault for backups is protected, in the same words for both kinds of vault: CrossRegionRestore (whether the copy in the second region can be restored from at any time), CustomerKey (whether it names a key of the customer), Immutability (Disabled, Unlocked, Locked), SoftDelete (Off, On, AlwaysOn), Redundancy (GeoRedundant, ZoneRedundant, LocallyRedundant; of several stores the first that is not GeoRedundant). A Recovery Services vault may have them in its children backupconfig and backupstorageconfig. What nobody sets is as Azure makes it: not immutable, with soft delete, geo-redundant, restored from its own region alone.",
  fields: {
    CrossRegionRestore: true,
    CustomerKey: true,
    Immutability: true,
    Redundancy: true,
    SoftDelete: true,
  },
  compute(vault, { graph }) {
    if (vault.declared === "elsewhere") return new Unknown(`${vault.address} is not declared in this input`);
    const isRecovery = vault.type === RECOVERY;
    const key = isRecovery ? RECOVERY_KEY : BACKUP_KEY;
    const places: Record<string, Place> = {
      CrossRegionRestore: { resource: vault, pointer: isRecovery ? RECOVERY_RESTORE : BACKUP_RESTORE },
      CustomerKey: { resource: vault, pointer: key },
      Immutability: { resource: vault, pointer: IMMUTABILITY },
      Redundancy: { resource: vault, pointer: isRecovery ? REDUNDANCY : STORES },
      SoftDelete: { resource: vault, pointer: isRecovery ? RECOVERY_SOFT_DELETE : BACKUP_SOFT_DELETE },
    };
    const redundancy = isRecovery ? redundancyOf(graph, vault, places) : worstStore(vault);
    const softDelete = isRecovery
      ? softDeleteOf(graph, vault, places)
      : propertyAt(vault, BACKUP_SOFT_DELETE);
    const restore = isRecovery
      ? restoreOf(graph, vault, places)
      : isEnabled(propertyAt(vault, BACKUP_RESTORE));
    const protection = {
      CrossRegionRestore: restore,
      CustomerKey: isSet(propertyAt(vault, key)),
      Immutability: propertyAt(vault, IMMUTABILITY) ?? "Disabled",
      Redundancy: redundancy,
      SoftDelete: spell(softDelete) ?? "On",
    };
    return partsWrittenAt(protection, places);
  },
};

/** A key that another resource gives counts, though nobody knows it yet. */
function isSet(value: Value | undefined): Value {
  const known = plain(value);
  if (known === undefined || known === null) return false;
  return known instanceof Unknown && !isOfResources(value) ? known : true;
}

function softDeleteOf(
  graph: ResourceGraph,
  vault: Resource,
  places: Record<string, Place>,
): Value | undefined {
  const own = propertyAt(vault, RECOVERY_SOFT_DELETE) ?? "Enabled";
  const pointer = "/properties/softDeleteFeatureState";
  return childSetting(graph, vault, `${RECOVERY}/backupconfig`, pointer, {
    fallback: own,
    found: (place) => {
      places["SoftDelete"] = place;
    },
  });
}

function spell(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (typeof known !== "string") return known;
  return WORDS.get(known.toLowerCase()) ?? known;
}

function redundancyOf(graph: ResourceGraph, vault: Resource, places: Record<string, Place>): Value {
  const config = `${RECOVERY}/backupstorageconfig`;
  const found = (place: Place): void => {
    places["Redundancy"] = place;
  };
  const own = propertyAt(vault, REDUNDANCY) ?? "GeoRedundant";
  const older =
    childSetting(graph, vault, config, "/properties/storageType", { fallback: own, found }) ?? own;
  return (
    childSetting(graph, vault, config, "/properties/storageModelType", { fallback: older, found }) ?? older
  );
}

function restoreOf(graph: ResourceGraph, vault: Resource, places: Record<string, Place>): boolean | Unknown {
  const own = isEnabled(propertyAt(vault, RECOVERY_RESTORE));
  const flag = childSetting(
    graph,
    vault,
    `${RECOVERY}/backupstorageconfig`,
    "/properties/crossRegionRestoreFlag",
    {
      fallback: own,
      found: (place) => {
        places["CrossRegionRestore"] = place;
      },
    },
  );
  const known = plain(flag);
  return known instanceof Unknown ? known : known === true;
}

function worstStore(vault: Resource): Value {
  const stores = plain(propertyAt(vault, STORES));
  if (!isValueList(stores)) {
    return stores instanceof Unknown ? stores : new Unknown(`${vault.address} does not say where it stores`);
  }
  const types = stores.map((item) => {
    const store = plain(item);
    const type = isValueMap(store) ? plain(store["type"]) : store;
    return type ?? new Unknown("a store does not say how it is kept");
  });
  const worse = types.find((type) => typeof type === "string" && !TWO_REGIONS.has(type));
  return worse ?? types.find((type) => type instanceof Unknown) ?? "GeoRedundant";
}
