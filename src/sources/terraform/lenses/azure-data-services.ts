import type { Feed, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

const PUBLIC: Feed = { attribute: "public_network_access_enabled", as: ENABLED, unset: "Enabled" };

export const azureDataServiceLenses: readonly Lens[] = [
  {
    type: "azurerm_container_registry",
    canonical: "Microsoft.ContainerRegistry/registries",
    properties: {
      ...BODY,
      ...IDENTITY,
      sku: { object: { name: "sku" } },
      properties: {
        object: {
          adminUserEnabled: { attribute: "admin_enabled", unset: false },
          anonymousPullEnabled: { attribute: "anonymous_pull_enabled", unset: false },
          // the block alone switches it on, and before version 4 a flag in it could switch it off
          encryption: {
            object: {
              keyVaultProperties: {
                object: {
                  identity: "encryption.identity_client_id",
                  keyIdentifier: "encryption.key_vault_key_id",
                },
              },
              status: {
                first: [
                  {
                    attribute: "encryption.enabled",
                    as: { values: { true: "enabled", false: "disabled" } },
                  },
                  { constant: "enabled", when: "encryption" },
                ],
              },
            },
          },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
  {
    type: "azurerm_kubernetes_cluster",
    canonical: "Microsoft.ContainerService/managedClusters",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          enableRBAC: { attribute: "role_based_access_control_enabled", unset: true },
        },
      },
    },
  },
  {
    type: "azurerm_cosmosdb_account",
    canonical: "Microsoft.DocumentDB/databaseAccounts",
    properties: {
      ...BODY,
      ...IDENTITY,
      kind: { attribute: "kind", unset: "GlobalDocumentDB" },
      properties: {
        object: {
          capabilities: { blocks: "capabilities", properties: { name: "name" } },
          // version 5 has the flag the right way round
          disableLocalAuth: {
            first: [
              { attribute: "local_authentication_enabled", as: "inverted" },
              { attribute: "local_authentication_disabled", unset: false },
            ],
          },
          ipRules: { attribute: "ip_range_filter", as: { each: "ipAddressOrRange" } },
          isVirtualNetworkFilterEnabled: { attribute: "is_virtual_network_filter_enabled", unset: false },
          keyVaultKeyUri: { first: ["key_vault_key_id", "managed_hsm_key_id"] },
          minimalTlsVersion: { attribute: "minimal_tls_version", unset: "Tls12" },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
  {
    type: "azurerm_mssql_server",
    canonical: "Microsoft.Sql/servers",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          administratorLoginPassword: {
            first: ["administrator_login_password", "administrator_login_password_wo"],
          },
          administrators: {
            block: "azuread_administrator",
            properties: {
              azureADOnlyAuthentication: { attribute: "azuread_authentication_only", unset: false },
            },
          },
          minimalTlsVersion: { attribute: "minimum_tls_version", unset: "1.2" },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
  {
    type: "azurerm_redis_cache",
    canonical: "Microsoft.Cache/redis",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          // before version 4 it was called another way
          enableNonSslPort: {
            first: ["non_ssl_port_enabled", { attribute: "enable_non_ssl_port", unset: false }],
          },
          minimumTlsVersion: { attribute: "minimum_tls_version", unset: "1.2" },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
  {
    type: "azurerm_servicebus_namespace",
    canonical: "Microsoft.ServiceBus/namespaces",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          disableLocalAuth: { attribute: "local_auth_enabled", as: "inverted", unset: false },
          minimumTlsVersion: { attribute: "minimum_tls_version", unset: "1.2" },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
  {
    type: "azurerm_eventhub_namespace",
    canonical: "Microsoft.EventHub/namespaces",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          disableLocalAuth: { attribute: "local_authentication_enabled", as: "inverted", unset: false },
          minimumTlsVersion: { attribute: "minimum_tls_version", unset: "1.2" },
          publicNetworkAccess: PUBLIC,
        },
      },
    },
  },
];
