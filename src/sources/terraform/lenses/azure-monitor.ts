import type { Feed, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

/** Version 5 says it in ARM's words, version 4 with a flag. */
function access(word: string, flag: string): Feed {
  return { first: [word, { attribute: flag, as: ENABLED, unset: "Enabled" }] };
}

const TABLE = {
  parent: "workspace_id",
  name: "name",
  properties: {
    object: {
      plan: { attribute: "plan", unset: "Analytics" },
      retentionInDays: "retention_in_days",
      totalRetentionInDays: "total_retention_in_days",
    },
  },
} satisfies Lens["properties"];

export const azureMonitorLenses: readonly Lens[] = [
  {
    type: "azurerm_monitor_diagnostic_setting",
    canonical: "Microsoft.Insights/diagnosticSettings",
    identifiers: ["id"],
    properties: {
      name: "name",
      scope: "target_resource_id",
      properties: {
        object: {
          eventHubAuthorizationRuleId: "eventhub_authorization_rule_id",
          eventHubName: "eventhub_name",
          logAnalyticsDestinationType: "log_analytics_destination_type",
          // version 3 has blocks that may be switched off
          logs: {
            first: [
              {
                blocks: "enabled_log",
                properties: {
                  category: "category",
                  categoryGroup: "category_group",
                  enabled: { constant: true },
                  retentionPolicy: {
                    block: "retention_policy",
                    properties: { days: "days", enabled: "enabled" },
                  },
                },
              },
              {
                blocks: "log",
                properties: {
                  category: "category",
                  categoryGroup: "category_group",
                  enabled: { attribute: "enabled", unset: true },
                },
              },
            ],
          },
          marketplacePartnerId: "partner_solution_id",
          metrics: {
            first: [
              {
                blocks: "enabled_metric",
                properties: { category: "category", enabled: { constant: true } },
              },
              {
                blocks: "metric",
                properties: { category: "category", enabled: { attribute: "enabled", unset: true } },
              },
            ],
          },
          storageAccountId: "storage_account_id",
          workspaceId: "log_analytics_workspace_id",
        },
      },
    },
  },
  {
    type: "azurerm_log_analytics_workspace",
    canonical: "Microsoft.OperationalInsights/workspaces",
    properties: {
      ...BODY,
      ...IDENTITY,
      properties: {
        object: {
          features: {
            object: {
              disableLocalAuth: {
                first: [
                  { attribute: "local_authentication_enabled", as: "inverted" },
                  { attribute: "local_authentication_disabled", unset: false },
                ],
              },
              immediatePurgeDataOn30Days: "immediate_data_purge_on_30_days_enabled",
            },
          },
          forceCmkForQuery: "cmk_for_query_forced",
          publicNetworkAccessForIngestion: access(
            "internet_ingestion_access_type",
            "internet_ingestion_enabled",
          ),
          publicNetworkAccessForQuery: access("internet_query_access_type", "internet_query_enabled"),
          // https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
          retentionInDays: { attribute: "retention_in_days", unset: 30 },
          sku: { object: { name: { attribute: "sku", unset: "PerGB2018" } } },
          workspaceCapping: { object: { dailyQuotaGb: "daily_quota_gb" } },
        },
      },
    },
  },
  {
    type: "azurerm_log_analytics_workspace_table",
    canonical: "Microsoft.OperationalInsights/workspaces/tables",
    identifiers: ["id"],
    properties: TABLE,
  },
  {
    type: "azurerm_log_analytics_workspace_table_microsoft",
    canonical: "Microsoft.OperationalInsights/workspaces/tables",
    identifiers: ["id"],
    properties: TABLE,
  },
  {
    type: "azurerm_log_analytics_workspace_table_custom_log",
    canonical: "Microsoft.OperationalInsights/workspaces/tables",
    identifiers: ["id"],
    properties: TABLE,
  },
  {
    type: "azurerm_application_insights",
    canonical: "Microsoft.Insights/components",
    properties: {
      ...BODY,
      properties: {
        object: {
          Application_Type: "application_type",
          DisableLocalAuth: { attribute: "local_authentication_disabled", unset: false },
          RetentionInDays: { attribute: "retention_in_days", unset: 90 },
          WorkspaceResourceId: "workspace_id",
          publicNetworkAccessForIngestion: {
            attribute: "internet_ingestion_enabled",
            as: ENABLED,
            unset: "Enabled",
          },
          publicNetworkAccessForQuery: { attribute: "internet_query_enabled", as: ENABLED, unset: "Enabled" },
        },
      },
    },
  },
  {
    type: "azurerm_log_analytics_cluster",
    canonical: "Microsoft.OperationalInsights/clusters",
    properties: {
      ...BODY,
      identity: { block: "identity", properties: { type: "type" } },
      sku: { object: { capacity: "size_gb" } },
    },
  },
  {
    type: "azurerm_log_analytics_cluster_customer_managed_key",
    canonical: "Microsoft.OperationalInsights/clusters",
    fold: { into: ["azurerm_log_analytics_cluster"], by: "log_analytics_cluster_id" },
    properties: {
      properties: {
        object: {
          keyVaultProperties: {
            object: {
              keyName: { attribute: "key_vault_key_id", as: "key-name" },
              keyVaultUri: { attribute: "key_vault_key_id", as: "key-vault" },
              keyVersion: { attribute: "key_vault_key_id", as: "key-version" },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_log_analytics_data_export_rule",
    canonical: "Microsoft.OperationalInsights/workspaces/dataExports",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "workspace_resource_id",
      properties: {
        object: {
          destination: { object: { resourceId: "destination_resource_id" } },
          enable: { attribute: "enabled", unset: false },
          tableNames: "table_names",
        },
      },
    },
  },
  {
    type: "azurerm_log_analytics_linked_service",
    canonical: "Microsoft.OperationalInsights/workspaces/linkedServices",
    identifiers: ["id"],
    properties: {
      parent: "workspace_id",
      properties: {
        object: { resourceId: "read_access_id", writeAccessResourceId: "write_access_id" },
      },
    },
  },
  {
    type: "azurerm_monitor_private_link_scope",
    canonical: "Microsoft.Insights/privateLinkScopes",
    properties: {
      name: "name",
      tags: "tags",
      properties: {
        object: {
          accessModeSettings: {
            object: {
              ingestionAccessMode: { attribute: "ingestion_access_mode", unset: "Open" },
              queryAccessMode: { attribute: "query_access_mode", unset: "Open" },
            },
          },
        },
      },
    },
  },
  {
    type: "azurerm_monitor_private_link_scoped_service",
    canonical: "Microsoft.Insights/privateLinkScopes/scopedResources",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "scope_name",
      properties: { object: { linkedResourceId: "linked_resource_id" } },
    },
  },
  {
    type: "azurerm_network_watcher_flow_log",
    canonical: "Microsoft.Network/networkWatchers/flowLogs",
    identifiers: ["id"],
    properties: {
      name: "name",
      location: "location",
      tags: "tags",
      parent: "network_watcher_name",
      properties: {
        object: {
          enabled: "enabled",
          flowAnalyticsConfiguration: {
            object: {
              networkWatcherFlowAnalyticsConfiguration: {
                block: "traffic_analytics",
                properties: {
                  enabled: "enabled",
                  trafficAnalyticsInterval: "interval_in_minutes",
                  workspaceId: "workspace_id",
                  workspaceRegion: "workspace_region",
                  workspaceResourceId: "workspace_resource_id",
                },
              },
            },
          },
          retentionPolicy: {
            block: "retention_policy",
            properties: { days: "days", enabled: "enabled" },
          },
          storageId: "storage_account_id",
          // version 4 has both
          targetResourceId: { first: ["target_resource_id", "network_security_group_id"] },
        },
      },
    },
  },
];
