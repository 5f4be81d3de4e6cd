import type { Feed, Feeds, Lens } from "../lens.ts";
import { storageAccount } from "./azure-storage-account.ts";

const ACCOUNT = ["azurerm_storage_account"];

// version 4 names the account by its name or by its id, version 5 by its id alone
const BY_NAME_OR_ID: Feed = { first: ["storage_account_id", "storage_account_name"] };

/** The key by its identifier (version 5), or by vault, name and version (version 4). */
const KEY: Feeds = {
  keyname: { first: [{ attribute: "key_vault_key_id", as: "key-name" }, "key_name"] },
  keyvaulturi: {
    first: [{ attribute: "key_vault_key_id", as: "key-vault" }, "key_vault_uri", "key_vault_id"],
  },
  keyversion: { first: [{ attribute: "key_vault_key_id", as: "key-version" }, "key_version"] },
};

const DAYS = {
  daysAfterCreationGreaterThan: "delete_after_days_since_creation_greater_than",
  daysAfterLastAccessTimeGreaterThan: "delete_after_days_since_last_access_time_greater_than",
  daysAfterModificationGreaterThan: "delete_after_days_since_modification_greater_than",
} satisfies Feeds;

export const azureStorageLenses: readonly Lens[] = [
  storageAccount,
  {
    type: "azurerm_storage_account_customer_managed_key",
    canonical: "Microsoft.Storage/storageAccounts",
    fold: { into: ACCOUNT, by: "storage_account_id" },
    properties: {
      properties: {
        object: {
          encryption: {
            object: {
              identity: { object: { userAssignedIdentity: "user_assigned_identity_id" } },
              keySource: { constant: "Microsoft.Keyvault" },
              keyvaultproperties: { object: KEY },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_storage_account_network_rules",
    canonical: "Microsoft.Storage/storageAccounts",
    fold: { into: ACCOUNT, by: "storage_account_id" },
    properties: {
      properties: {
        object: {
          networkAcls: {
            object: {
              bypass: { attribute: "bypass", as: "commas" },
              defaultAction: "default_action",
              ipRules: { attribute: "ip_rules", as: { each: "value" } },
              virtualNetworkRules: { attribute: "virtual_network_subnet_ids", as: { each: "id" } },
              resourceAccessRules: {
                blocks: "private_link_access",
                properties: { resourceId: "endpoint_resource_id", tenantId: "endpoint_tenant_id" },
              },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_storage_container",
    canonical: "Microsoft.Storage/storageAccounts/blobServices/containers",
    identifiers: ["id", "resource_manager_id"],
    properties: {
      name: "name",
      parent: BY_NAME_OR_ID,
      properties: {
        object: {
          defaultEncryptionScope: "default_encryption_scope",
          denyEncryptionScopeOverride: { attribute: "encryption_scope_override_enabled", as: "inverted" },
          metadata: "metadata",
          publicAccess: {
            attribute: "container_access_type",
            as: { values: { private: "None", blob: "Blob", container: "Container" } },
            unset: "None",
          },
        },
      },
      // only a file system has access control lists
      Terraform: { object: { ace: { constant: [] } } },
    },
  },
  {
    type: "azurerm_storage_data_lake_gen2_filesystem",
    canonical: "Microsoft.Storage/storageAccounts/blobServices/containers",
    properties: {
      name: "name",
      parent: "storage_account_id",
      properties: {
        object: {
          defaultEncryptionScope: "default_encryption_scope",
          metadata: "properties",
          publicAccess: { constant: "None" },
        },
      },
      Terraform: {
        object: {
          ace: {
            blocks: "ace",
            properties: {
              id: "id",
              permissions: "permissions",
              scope: { attribute: "scope", unset: "access" },
              type: "type",
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_storage_container_immutability_policy",
    canonical: "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies",
    properties: {
      name: { constant: "default" },
      parent: "storage_container_resource_manager_id",
      properties: {
        object: {
          allowProtectedAppendWrites: { attribute: "protected_append_writes_enabled", unset: false },
          allowProtectedAppendWritesAll: { attribute: "protected_append_writes_all_enabled", unset: false },
          immutabilityPeriodSinceCreationInDays: "immutability_period_in_days",
          state: {
            attribute: "locked",
            as: { values: { true: "Locked", false: "Unlocked" } },
            unset: "Unlocked",
          },
        },
      },
    },
  },
  {
    type: "azurerm_storage_management_policy",
    canonical: "Microsoft.Storage/storageAccounts/managementPolicies",
    properties: {
      name: { constant: "default" },
      parent: "storage_account_id",
      properties: {
        object: {
          policy: {
            object: {
              rules: {
                blocks: "rule",
                properties: {
                  name: "name",
                  enabled: "enabled",
                  type: { constant: "Lifecycle" },
                  definition: {
                    object: {
                      actions: {
                        block: "actions",
                        properties: {
                          baseBlob: {
                            block: "base_blob",
                            properties: { delete: { object: DAYS } },
                          },
                          snapshot: {
                            block: "snapshot",
                            properties: {
                              delete: {
                                object: {
                                  daysAfterCreationGreaterThan:
                                    "delete_after_days_since_creation_greater_than",
                                },
                              },
                            },
                          },
                          version: {
                            block: "version",
                            properties: {
                              delete: {
                                object: { daysAfterCreationGreaterThan: "delete_after_days_since_creation" },
                              },
                            },
                          },
                        },
                      },
                      filters: {
                        block: "filters",
                        properties: { blobTypes: "blob_types", prefixMatch: "prefix_match" },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_storage_encryption_scope",
    canonical: "Microsoft.Storage/storageAccounts/encryptionScopes",
    properties: {
      name: "name",
      parent: "storage_account_id",
      properties: {
        object: {
          keyVaultProperties: { object: { keyUri: "key_vault_key_id" } },
          requireInfrastructureEncryption: { attribute: "infrastructure_encryption_required", unset: false },
          source: "source",
        },
      },
    },
  },
  {
    type: "azurerm_storage_account_local_user",
    canonical: "Microsoft.Storage/storageAccounts/localUsers",
    properties: {
      name: "name",
      parent: "storage_account_id",
      properties: {
        object: {
          hasSshKey: { attribute: "ssh_key_enabled", unset: false },
          hasSshPassword: { attribute: "ssh_password_enabled", unset: false },
          homeDirectory: "home_directory",
        },
      },
    },
  },
];
