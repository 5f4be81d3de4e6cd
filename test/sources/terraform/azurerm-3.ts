import type { Level } from "./provider-schema.ts";

/** What versions before 4 of azurerm have, and people still use: from the provider's own upgrade guides. */
export const AZURERM_3: Readonly<Record<string, Level>> = {
  azurerm_monitor_diagnostic_setting: {
    blocks: {
      log: {
        nesting: "set",
        attributes: {
          category: { type: "string", optional: true },
          category_group: { type: "string", optional: true },
          enabled: { type: "bool", optional: true },
        },
      },
    },
  },
  azurerm_redis_cache: { attributes: { enable_non_ssl_port: { type: "bool", optional: true } } },
  azurerm_route_table: { attributes: { disable_bgp_route_propagation: { type: "bool", optional: true } } },
  azurerm_storage_account: {
    attributes: {
      allow_blob_public_access: { type: "bool", optional: true },
      enable_https_traffic_only: { type: "bool", optional: true },
    },
  },
};
