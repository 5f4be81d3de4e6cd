import type { Feeds, Lens } from "../lens.ts";
import { BODY, IDENTITY, networkRules } from "./azure-body.ts";

const { networkAcls } = networkRules("network_rules", "virtual_network_subnet_ids") as {
  readonly networkAcls: Extract<Feeds[string], { readonly block: string }>;
};

/** Soft delete is on as soon as its block is there; without `days` it keeps for a week. */
function softDelete(block: string): Feeds[string] {
  return {
    block,
    properties: { enabled: { constant: true }, days: { attribute: "days", unset: 7 } },
  };
}

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account */
export const storageAccount: Lens = {
  type: "azurerm_storage_account",
  canonical: "Microsoft.Storage/storageAccounts",
  properties: {
    ...BODY,
    ...IDENTITY,
    kind: { attribute: "account_kind", unset: "StorageV2" },
    sku: { object: { name: { join: ["account_tier", "account_replication_type"], with: "_" } } },
    properties: {
      object: {
        accessTier: "access_tier",
        // version 2 has the other name
        allowBlobPublicAccess: {
          first: [
            "allow_nested_items_to_be_public",
            {
              attribute: "allow_blob_public_access",
              unsetUnknown:
                "allow_nested_items_to_be_public is left out: version 4 of the azurerm provider takes true, version 5 false",
            },
          ],
        },
        allowCrossTenantReplication: { attribute: "cross_tenant_replication_enabled", unset: false },
        allowSharedKeyAccess: { attribute: "shared_access_key_enabled", unset: true },
        allowedCopyScope: "allowed_copy_scope",
        defaultToOAuthAuthentication: { attribute: "default_to_oauth_authentication", unset: false },
        encryption: {
          object: {
            identity: {
              object: { userAssignedIdentity: "customer_managed_key.user_assigned_identity_id" },
            },
            keySource: { constant: "Microsoft.Keyvault", when: "customer_managed_key" },
            keyvaultproperties: {
              object: {
                keyname: { attribute: "customer_managed_key.key_vault_key_id", as: "key-name" },
                keyvaulturi: { attribute: "customer_managed_key.key_vault_key_id", as: "key-vault" },
                keyversion: { attribute: "customer_managed_key.key_vault_key_id", as: "key-version" },
              },
            },
            requireInfrastructureEncryption: {
              attribute: "infrastructure_encryption_enabled",
              unset: false,
            },
            services: {
              object: {
                queue: { object: { keyType: { attribute: "queue_encryption_key_type", unset: "Service" } } },
                table: { object: { keyType: { attribute: "table_encryption_key_type", unset: "Service" } } },
              },
            },
          },
        },
        immutableStorageWithVersioning: {
          object: {
            enabled: { constant: true, when: "immutability_policy" },
            immutabilityPolicy: {
              block: "immutability_policy",
              properties: {
                allowProtectedAppendWrites: "allow_protected_append_writes",
                immutabilityPeriodSinceCreationInDays: "period_since_creation_in_days",
                state: "state",
              },
            },
          },
        },
        isHnsEnabled: { attribute: "is_hns_enabled", unset: false },
        isLocalUserEnabled: { attribute: "local_user_enabled", unset: true },
        isNfsV3Enabled: { attribute: "nfsv3_enabled", unset: false },
        isSftpEnabled: { attribute: "sftp_enabled", unset: false },
        minimumTlsVersion: { attribute: "min_tls_version", unset: "TLS1_2" },
        networkAcls: {
          ...networkAcls,
          properties: {
            ...networkAcls.properties,
            resourceAccessRules: {
              blocks: "private_link_access",
              properties: { resourceId: "endpoint_resource_id", tenantId: "endpoint_tenant_id" },
            },
          },
        },
        publicNetworkAccess: {
          attribute: "public_network_access_enabled",
          as: { values: { true: "Enabled", false: "Disabled" } },
          unset: "Enabled",
        },
        sasPolicy: {
          block: "sas_policy",
          properties: {
            expirationAction: { attribute: "expiration_action", unset: "Log" },
            sasExpirationPeriod: "expiration_period",
          },
        },
        // version 3 has the other name
        supportsHttpsTrafficOnly: {
          first: ["https_traffic_only_enabled", { attribute: "enable_https_traffic_only", unset: true }],
        },
      },
    },
  },
  expand: [
    {
      blocks: "blob_properties",
      canonical: "Microsoft.Storage/storageAccounts/blobServices",
      parent: "parent",
      properties: {
        name: { constant: "default" },
        properties: {
          object: {
            changeFeed: {
              object: {
                enabled: { attribute: "change_feed_enabled", unset: false },
                retentionInDays: "change_feed_retention_in_days",
              },
            },
            containerDeleteRetentionPolicy: softDelete("container_delete_retention_policy"),
            cors: {
              object: {
                corsRules: {
                  blocks: "cors_rule",
                  properties: {
                    allowedHeaders: "allowed_headers",
                    allowedMethods: "allowed_methods",
                    allowedOrigins: "allowed_origins",
                    exposedHeaders: "exposed_headers",
                    maxAgeInSeconds: "max_age_in_seconds",
                  },
                },
              },
            },
            deleteRetentionPolicy: softDelete("delete_retention_policy"),
            isVersioningEnabled: { attribute: "versioning_enabled", unset: false },
            restorePolicy: {
              block: "restore_policy",
              properties: { enabled: { constant: true }, days: "days" },
            },
          },
        },
      },
    },
    {
      blocks: "share_properties",
      canonical: "Microsoft.Storage/storageAccounts/fileServices",
      parent: "parent",
      properties: {
        name: { constant: "default" },
        properties: {
          object: {
            protocolSettings: {
              object: {
                smb: {
                  block: "smb",
                  properties: {
                    authenticationMethods: { attribute: "authentication_types", as: "commas" },
                    channelEncryption: { attribute: "channel_encryption_type", as: "commas" },
                    kerberosTicketEncryption: {
                      attribute: "kerberos_ticket_encryption_type",
                      as: "commas",
                    },
                    versions: { attribute: "versions", as: "commas" },
                  },
                },
              },
            },
            shareDeleteRetentionPolicy: softDelete("retention_policy"),
          },
        },
      },
    },
  ],
};
