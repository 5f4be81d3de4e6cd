import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, networkRules } from "./azure-body.ts";

/** Who may do what with what the vault holds: the same in the vault and in a resource of its own. */
const ACCESS_POLICY: Feeds = {
  applicationId: "application_id",
  objectId: "object_id",
  permissions: {
    object: {
      certificates: "certificate_permissions",
      keys: "key_permissions",
      secrets: "secret_permissions",
      storage: "storage_permissions",
    },
  },
  tenantId: "tenant_id",
};

export const azureKeyVaultLenses: readonly Lens[] = [
  {
    type: "azurerm_key_vault",
    canonical: "Microsoft.KeyVault/vaults",
    identifiers: ["id", "name", "vault_uri"],
    properties: {
      ...BODY,
      properties: {
        object: {
          accessPolicies: { blocks: "access_policy", properties: ACCESS_POLICY },
          enablePurgeProtection: { attribute: "purge_protection_enabled", unset: false },
          // version 4 has both names and takes access policies without either; version 5 wants the first
          enableRbacAuthorization: {
            first: ["rbac_authorization_enabled", { attribute: "enable_rbac_authorization", unset: false }],
          },
          // the provider sets it, and Azure no longer lets anybody switch it off
          enableSoftDelete: { constant: true },
          enabledForDeployment: { attribute: "enabled_for_deployment", unset: false },
          enabledForDiskEncryption: { attribute: "enabled_for_disk_encryption", unset: false },
          enabledForTemplateDeployment: { attribute: "enabled_for_template_deployment", unset: false },
          ...networkRules("network_acls", "virtual_network_subnet_ids"),
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          sku: { object: { family: { constant: "A" }, name: "sku_name" } },
          softDeleteRetentionInDays: { attribute: "soft_delete_retention_days", unset: 90 },
          tenantId: "tenant_id",
        },
      },
    },
  },
  {
    type: "azurerm_key_vault_access_policy",
    canonical: "Microsoft.KeyVault/vaults",
    fold: { into: ["azurerm_key_vault"], by: "key_vault_id" },
    properties: {
      properties: { object: { accessPolicies: { list: [{ object: ACCESS_POLICY }] } } },
    },
  },
  {
    type: "azurerm_key_vault_key",
    canonical: "Microsoft.KeyVault/vaults/keys",
    identifiers: ["id", "versionless_id", "resource_id", "resource_versionless_id"],
    properties: {
      name: "name",
      tags: "tags",
      parent: "key_vault_id",
      properties: {
        object: {
          attributes: {
            object: {
              exp: { attribute: "expiration_date", as: "seconds" },
              nbf: { attribute: "not_before_date", as: "seconds" },
            },
          },
          curveName: "curve",
          keyOps: "key_opts",
          keySize: "key_size",
          kty: "key_type",
          rotationPolicy: {
            block: "rotation_policy",
            properties: {
              attributes: { object: { expiryTime: "expire_after" } },
              lifetimeActions: {
                list: [
                  {
                    object: {
                      action: { object: { type: { constant: "rotate", when: "automatic" } } },
                      trigger: {
                        object: {
                          timeAfterCreate: "automatic.time_after_creation",
                          timeBeforeExpiry: "automatic.time_before_expiry",
                        },
                      },
                    },
                  },
                  {
                    object: {
                      action: { object: { type: { constant: "notify", when: "notify_before_expiry" } } },
                      trigger: { object: { timeBeforeExpiry: "notify_before_expiry" } },
                    },
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_key_vault_secret",
    canonical: "Microsoft.KeyVault/vaults/secrets",
    identifiers: ["id", "versionless_id", "resource_id", "resource_versionless_id"],
    properties: {
      name: "name",
      tags: "tags",
      parent: "key_vault_id",
      properties: {
        object: {
          attributes: {
            object: {
              exp: { attribute: "expiration_date", as: "seconds" },
              nbf: { attribute: "not_before_date", as: "seconds" },
            },
          },
          contentType: "content_type",
          value: "value",
        },
      },
    },
  },
  {
    type: "azurerm_key_vault_managed_hardware_security_module",
    canonical: "Microsoft.KeyVault/managedHSMs",
    properties: {
      ...BODY,
      properties: {
        object: {
          enablePurgeProtection: { attribute: "purge_protection_enabled", unset: false },
          enableSoftDelete: { constant: true },
          networkAcls: {
            block: "network_acls",
            properties: { bypass: "bypass", defaultAction: "default_action" },
          },
          publicNetworkAccess: {
            attribute: "public_network_access_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          softDeleteRetentionInDays: { attribute: "soft_delete_retention_days", unset: 90 },
        },
      },
    },
  },
];
