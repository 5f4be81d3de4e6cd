import type { Level } from "./provider-schema.ts";

const SERVICE_ENDPOINT = {
  service_endpoint: { nesting: "list", attributes: { service: { type: "string" } } },
} satisfies Level["blocks"];

/**
 * What version 5 of azurerm has and version 4, which the extract is of, does not: from the provider's own upgrade guide and
 * schema (github.com/hashicorp/terraform-provider-azurerm, 5.2.0).
 */
export const AZURERM_5: Readonly<Record<string, Level>> = {
  azurerm_cosmosdb_account: {
    attributes: { local_authentication_enabled: { type: "bool", optional: true } },
  },
  azurerm_log_analytics_workspace: {
    attributes: {
      internet_ingestion_access_type: { type: "string", optional: true },
      internet_query_access_type: { type: "string", optional: true },
    },
  },
  azurerm_log_analytics_workspace_table_custom_log: {
    attributes: {
      id: { type: "string", optional: true },
      name: { type: "string" },
      plan: { type: "string", optional: true },
      retention_in_days: { type: "number", optional: true },
      total_retention_in_days: { type: "number", optional: true },
      workspace_id: { type: "string" },
    },
  },
  azurerm_log_analytics_workspace_table_microsoft: {
    attributes: {
      id: { type: "string", optional: true },
      name: { type: "string" },
      plan: { type: "string", optional: true },
      retention_in_days: { type: "number", optional: true },
      total_retention_in_days: { type: "number", optional: true },
      workspace_id: { type: "string" },
    },
  },
  azurerm_private_dns_zone_virtual_network_link: {
    attributes: { private_dns_zone_id: { type: "string" } },
  },
  azurerm_redhat_openshift_cluster: {
    blocks: {
      identity: {
        nesting: "list",
        max: 1,
        attributes: { identity_ids: { type: ["set", "string"] }, type: { type: "string" } },
      },
      platform_workload_identity_profile: {
        nesting: "list",
        max: 1,
        attributes: { upgradeable_to: { type: "string", optional: true } },
        blocks: {
          platform_workload_identity: {
            nesting: "set",
            attributes: { identity_id: { type: "string" }, name: { type: "string" } },
          },
        },
      },
    },
  },
  azurerm_storage_account_customer_managed_key: {
    attributes: { key_vault_key_id: { type: "string" } },
  },
  azurerm_subnet: { blocks: SERVICE_ENDPOINT },
  azurerm_virtual_network: { blocks: { subnet: { nesting: "set", blocks: SERVICE_ENDPOINT } } },
};

/** What version 4 cannot be without and version 5 can, of the same guide. */
export const OPTIONAL_IN_AZURERM_5: Readonly<Record<string, readonly string[]>> = {
  azurerm_redhat_openshift_cluster: ["service_principal"],
};
