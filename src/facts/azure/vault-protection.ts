import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childSetting } from "./child-setting.ts";

const RECOVERY = "Microsoft.RecoveryServices/vaults";
const BACKUP = "Microsoft.DataProtection/backupVaults";
const IMMUTABILITY = "/properties/securitySettings/immutabilitySettings/state";
const SOFT_DELETE = "/properties/securitySettings/softDeleteSettings";
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
    "How a vault for backups is protected, in the same words for both kinds of vault: CustomerKey (whether it names a key of the customer), Immutability (Disabled, Unlocked, Locked), SoftDelete (Off, On, AlwaysOn), Redundancy (GeoRedundant, ZoneRedundant, LocallyRedundant; of several stores the first that is not GeoRedundant). A Recovery Services vault may have them in its children backupconfig and backupstorageconfig. What nobody sets is as Azure makes it: not immutable, with soft delete, geo-redundant.",
  fields: { CustomerKey: true, Immutability: true, Redundancy: true, SoftDelete: true },
  compute(vault, { graph }) {
    if (vault.declared === "elsewhere") return new Unknown(`${vault.address} is not declared in this input`);
    return {
      CustomerKey: isSet(propertyAt(vault, vault.type === RECOVERY ? RECOVERY_KEY : BACKUP_KEY)),
      Immutability: propertyAt(vault, IMMUTABILITY) ?? "Disabled",
      Redundancy: vault.type === RECOVERY ? redundancyOf(graph, vault) : worstStore(vault),
      SoftDelete: spell(vault.type === RECOVERY ? softDeleteOf(graph, vault) : stateOf(vault)) ?? "On",
    };
  },
};

/** A key that another resource gives counts, though nobody knows it yet. */
function isSet(value: Value | undefined): Value {
  const known = plain(value);
  if (known === undefined || known === null) return false;
  return known instanceof Unknown && referencesOf(value).length === 0 ? known : true;
}

function softDeleteOf(graph: ResourceGraph, vault: Resource): Value | undefined {
  const own = propertyAt(vault, `${SOFT_DELETE}/softDeleteState`) ?? "Enabled";
  return childSetting(graph, vault, `${RECOVERY}/backupconfig`, "/properties/softDeleteFeatureState", own);
}

function stateOf(vault: Resource): Value | undefined {
  return propertyAt(vault, `${SOFT_DELETE}/state`);
}

function spell(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (typeof known !== "string") return known;
  return WORDS.get(known.toLowerCase()) ?? known;
}

function redundancyOf(graph: ResourceGraph, vault: Resource): Value {
  const config = `${RECOVERY}/backupstorageconfig`;
  const own =
    propertyAt(vault, "/properties/redundancySettings/standardTierStorageRedundancy") ?? "GeoRedundant";
  const older = childSetting(graph, vault, config, "/properties/storageType", own) ?? own;
  return childSetting(graph, vault, config, "/properties/storageModelType", older) ?? older;
}

function worstStore(vault: Resource): Value {
  const stores = plain(propertyAt(vault, "/properties/storageSettings"));
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
