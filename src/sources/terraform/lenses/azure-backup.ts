import type { Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

/** What a backup vault backs up, and the argument that names it. */
const BACKED_UP = [
  { type: "azurerm_data_protection_backup_instance_blob_storage", server: "storage_account_id" },
  { type: "azurerm_data_protection_backup_instance_disk", server: "disk_id" },
  { type: "azurerm_data_protection_backup_instance_postgresql_flexible_server", server: "server_id" },
];

export const azureBackupLenses: readonly Lens[] = [
  {
    type: "azurerm_recovery_services_vault",
    canonical: "Microsoft.RecoveryServices/vaults",
    properties: {
      ...BODY,
      ...IDENTITY,
      sku: { object: { name: "sku" } },
      properties: {
        object: {
          encryption: {
            block: "encryption",
            properties: {
              infrastructureEncryption: {
                attribute: "infrastructure_encryption_enabled",
                as: ENABLED,
              },
              kekIdentity: {
                object: {
                  useSystemAssignedIdentity: { attribute: "use_system_assigned_identity", unset: true },
                  userAssignedIdentity: "user_assigned_identity_id",
                },
              },
              keyVaultProperties: { object: { keyUri: "key_id" } },
            },
          },
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          redundancySettings: {
            object: {
              crossRegionRestore: {
                attribute: "cross_region_restore_enabled",
                as: ENABLED,
                unset: "Disabled",
              },
              standardTierStorageRedundancy: {
                attribute: "storage_mode_type",
                unset: "GeoRedundant",
              },
            },
          },
          securitySettings: {
            object: {
              immutabilitySettings: { object: { state: { attribute: "immutability", unset: "Disabled" } } },
              softDeleteSettings: {
                // version 5 has no argument for it: Azure no longer lets anybody switch it off
                object: {
                  softDeleteState: { attribute: "soft_delete_enabled", as: ENABLED, unset: "Enabled" },
                },
              },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_backup_protected_vm",
    canonical: "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
    identifiers: ["id"],
    properties: {
      parent: "recovery_vault_name",
      properties: {
        object: {
          policyId: "backup_policy_id",
          protectedItemType: { constant: "Microsoft.Compute/virtualMachines" },
          protectionState: "protection_state",
          sourceResourceId: "source_vm_id",
        },
      },
    },
  },
  {
    type: "azurerm_data_protection_backup_vault",
    canonical: "Microsoft.DataProtection/backupVaults",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          featureSettings: {
            object: {
              crossRegionRestoreSettings: {
                object: { state: { attribute: "cross_region_restore_enabled", as: ENABLED } },
              },
            },
          },
          securitySettings: {
            object: {
              immutabilitySettings: { object: { state: { attribute: "immutability", unset: "Disabled" } } },
              softDeleteSettings: {
                object: {
                  retentionDurationInDays: { attribute: "retention_duration_in_days", unset: 14 },
                  state: { attribute: "soft_delete", unset: "On" },
                },
              },
            },
          },
          storageSettings: {
            list: [{ object: { datastoreType: "datastore_type", type: "redundancy" } }],
          },
        },
      },
    },
  },
  ...BACKED_UP.map(({ type, server }): Lens => ({
    type,
    canonical: "Microsoft.DataProtection/backupVaults/backupInstances",
    properties: {
      name: "name",
      parent: "vault_id",
      properties: {
        object: {
          dataSourceInfo: { object: { resourceID: server } },
          policyInfo: { object: { policyId: "backup_policy_id" } },
        },
      },
    },
  })),
  {
    type: "azurerm_data_protection_backup_vault_customer_managed_key",
    canonical: "Microsoft.DataProtection/backupVaults",
    fold: { into: ["azurerm_data_protection_backup_vault"], by: "data_protection_backup_vault_id" },
    properties: {
      properties: {
        object: {
          securitySettings: {
            object: {
              encryptionSettings: {
                object: {
                  keyVaultProperties: { object: { keyUri: "key_vault_key_id" } },
                  state: { constant: "Enabled" },
                },
              },
            },
          },
        },
      },
    },
  },
];
