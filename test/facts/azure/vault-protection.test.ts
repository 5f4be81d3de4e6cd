import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const RECOVERY = "Microsoft.RecoveryServices/vaults";
const BACKUP = "Microsoft.DataProtection/backupVaults";

function protection(type: string, properties: object, ...others: readonly object[]): unknown {
  const resources = [{ address: "vault", type, properties: { properties } }, ...others];
  return factOf({ resources } as never, "vault", "VaultProtection");
}

function child(kind: string, properties: object, parent: unknown = { $reference: "vault" }): object {
  return { address: kind, type: `${RECOVERY}/${kind}`, properties: { parent, properties } };
}

const DEFAULTS = {
  CrossRegionRestore: false,
  CustomerKey: false,
  Immutability: "Disabled",
  Redundancy: "GeoRedundant",
  SoftDelete: "On",
};

describe("a Recovery Services vault", () => {
  it("is as Azure makes it when nothing is said", () => {
    expect(protection(RECOVERY, {})).toEqual(DEFAULTS);
  });

  it("has the word of its children before its own", () => {
    const own = {
      redundancySettings: { standardTierStorageRedundancy: "GeoRedundant" },
      securitySettings: { softDeleteSettings: { softDeleteState: "AlwaysON" } },
    };
    const children = [
      child("backupstorageconfig", { storageModelType: "LocallyRedundant", crossRegionRestoreFlag: true }),
      child("backupconfig", { softDeleteFeatureState: "Disabled" }),
    ];
    expect(protection(RECOVERY, own, ...children)).toEqual({
      ...DEFAULTS,
      CrossRegionRestore: true,
      Redundancy: "LocallyRedundant",
      SoftDelete: "Off",
    });
  });

  it("is not known when a child may be of another vault", () => {
    const maybe = child("backupconfig", { softDeleteFeatureState: "Disabled" }, { $unknown: "a parameter" });
    expect(protection(RECOVERY, {}, maybe)).toEqual({ ...DEFAULTS, SoftDelete: "unknown" });
  });

  it.each([
    ["a key", "https://north.vault.azure.net/keys/backups", true],
    ["a key of the same input", { $unknown: "known after apply", references: ["vault"] }, true],
    ["a parameter", { $unknown: "a parameter" }, "unknown"],
  ])("names %s", (_, keyUri, CustomerKey) => {
    expect(protection(RECOVERY, { encryption: { keyVaultProperties: { keyUri } } })).toEqual({
      ...DEFAULTS,
      CustomerKey,
    });
  });
});

describe("a backup vault", () => {
  it.each([
    ["in two regions", [{ type: "GeoRedundant" }], "GeoRedundant"],
    ["with one store in one region", [{ type: "GeoRedundant" }, { type: "ZoneRedundant" }], "ZoneRedundant"],
    ["with a store that nobody knows", [{ type: { $unknown: "a parameter" } }], "unknown"],
    [
      "with a store that is worse than what nobody knows",
      [{ type: { $unknown: "p" } }, { type: "LocallyRedundant" }],
      "LocallyRedundant",
    ],
  ])("%s", (_, storageSettings, Redundancy) => {
    expect(protection(BACKUP, { storageSettings })).toEqual({ ...DEFAULTS, Redundancy });
  });

  it("says in its own words what is kept", () => {
    const securitySettings = {
      immutabilitySettings: { state: "Locked" },
      softDeleteSettings: { state: "AlwaysOn" },
      encryptionSettings: { keyVaultProperties: { keyUri: "https://north.vault.azure.net/keys/backups" } },
    };
    const featureSettings = { crossRegionRestoreSettings: { state: "Enabled" } };
    const storageSettings = [{ type: "GeoRedundant" }];
    expect(protection(BACKUP, { featureSettings, securitySettings, storageSettings })).toEqual({
      CrossRegionRestore: true,
      CustomerKey: true,
      Immutability: "Locked",
      Redundancy: "GeoRedundant",
      SoftDelete: "AlwaysOn",
    });
  });
});
