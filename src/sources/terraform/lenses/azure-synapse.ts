import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY_IDS, IDENTITY_TYPE } from "./azure-body.ts";

const WORKSPACE: Feeds = {
  azureADOnlyAuthentication: { attribute: "azuread_authentication_only", unset: false },
  encryption: {
    object: {
      cmk: {
        block: "customer_managed_key",
        properties: {
          kekIdentity: { object: { userAssignedIdentity: "user_assigned_identity_id" } },
          key: {
            object: {
              keyVaultUrl: "key_versionless_id",
              name: { attribute: "key_name", unset: "cmk" },
            },
          },
        },
      },
    },
  },
  managedResourceGroupName: "managed_resource_group_name",
  managedVirtualNetwork: {
    attribute: "managed_virtual_network_enabled",
    as: { values: { true: "default", false: "" } },
  },
  managedVirtualNetworkSettings: {
    object: {
      allowedAadTenantIdsForLinking: "linking_allowed_for_aad_tenant_ids",
      preventDataExfiltration: { attribute: "data_exfiltration_protection_enabled", unset: false },
    },
  },
  publicNetworkAccess: { attribute: "public_network_access_enabled", as: ENABLED, unset: "Enabled" },
  purviewConfiguration: { object: { purviewResourceId: "purview_id" } },
  sqlAdministratorLogin: "sql_administrator_login",
  sqlAdministratorLoginPassword: "sql_administrator_login_password",
  virtualNetworkProfile: { object: { computeSubnetId: "compute_subnet_id" } },
};

const AUDITING: Feeds = {
  isAzureMonitorTargetEnabled: { attribute: "log_monitoring_enabled", unset: true },
  retentionDays: { attribute: "retention_in_days", unset: 0 },
  state: { constant: "Enabled" },
  storageAccountAccessKey: "storage_account_access_key",
  storageEndpoint: "storage_endpoint",
};

const SPARK_POOL: Feeds = {
  autoPause: {
    object: {
      delayInMinutes: "auto_pause.delay_in_minutes",
      enabled: { constant: true, when: "auto_pause" },
    },
  },
  autoScale: {
    object: {
      enabled: { constant: true, when: "auto_scale" },
      maxNodeCount: "auto_scale.max_node_count",
      minNodeCount: "auto_scale.min_node_count",
    },
  },
  isComputeIsolationEnabled: { attribute: "compute_isolation_enabled", unset: false },
  libraryRequirements: {
    block: "library_requirement",
    properties: { content: "content", filename: "filename" },
  },
  nodeCount: "node_count",
  nodeSize: "node_size",
  nodeSizeFamily: "node_size_family",
  sessionLevelPackagesEnabled: { attribute: "session_level_packages_enabled", unset: false },
  sparkVersion: "spark_version",
};

export const azureSynapseLenses: readonly Lens[] = [
  {
    type: "azurerm_synapse_workspace",
    canonical: "Microsoft.Synapse/workspaces",
    properties: {
      ...BODY,
      identity: IDENTITY_TYPE,
      properties: { object: WORKSPACE },
      Terraform: {
        object: {
          identity: IDENTITY_IDS,
          storage_data_lake_gen2_filesystem_id: "storage_data_lake_gen2_filesystem_id",
        },
      },
    },
  },
  {
    type: "azurerm_synapse_workspace_key",
    canonical: "Microsoft.Synapse/workspaces/keys",
    identifiers: ["id"],
    name: "customer_managed_key_name",
    properties: {
      name: "customer_managed_key_name",
      parent: "synapse_workspace_id",
      properties: {
        object: { isActiveCMK: "active", keyVaultUrl: "customer_managed_key_versionless_id" },
      },
    },
  },
  {
    type: "azurerm_synapse_firewall_rule",
    canonical: "Microsoft.Synapse/workspaces/firewallRules",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "synapse_workspace_id",
      properties: { object: { endIpAddress: "end_ip_address", startIpAddress: "start_ip_address" } },
    },
  },
  {
    type: "azurerm_synapse_workspace_aad_admin",
    canonical: "Microsoft.Synapse/workspaces/administrators",
    identifiers: ["id"],
    properties: {
      name: { constant: "activeDirectory" },
      parent: "synapse_workspace_id",
      properties: {
        object: {
          administratorType: { constant: "ActiveDirectory" },
          login: "login",
          sid: "object_id",
          tenantId: "tenant_id",
        },
      },
    },
  },
  {
    type: "azurerm_synapse_workspace_extended_auditing_policy",
    canonical: "Microsoft.Synapse/workspaces/extendedAuditingSettings",
    identifiers: ["id"],
    properties: {
      name: { constant: "default" },
      parent: "synapse_workspace_id",
      properties: { object: AUDITING },
    },
  },
  {
    type: "azurerm_synapse_workspace_security_alert_policy",
    canonical: "Microsoft.Synapse/workspaces/securityAlertPolicies",
    identifiers: ["id"],
    properties: {
      name: { constant: "Default" },
      parent: "synapse_workspace_id",
      properties: {
        object: {
          disabledAlerts: "disabled_alerts",
          emailAccountAdmins: { attribute: "email_account_admins_enabled", unset: false },
          emailAddresses: "email_addresses",
          retentionDays: { attribute: "retention_days", unset: 0 },
          state: "policy_state",
          storageAccountAccessKey: "storage_account_access_key",
          storageEndpoint: "storage_endpoint",
        },
      },
    },
  },
  {
    type: "azurerm_synapse_workspace_vulnerability_assessment",
    canonical: "Microsoft.Synapse/workspaces/vulnerabilityAssessments",
    identifiers: ["id"],
    properties: {
      name: { constant: "default" },
      // the provider names the alert policy, which lies in the workspace
      parent: "workspace_security_alert_policy_id",
      properties: {
        object: {
          recurringScans: {
            block: "recurring_scans",
            properties: {
              emailSubscriptionAdmins: { attribute: "email_subscription_admins_enabled", unset: true },
              emails: "emails",
              isEnabled: { attribute: "enabled", unset: false },
            },
          },
          storageContainerPath: "storage_container_path",
        },
      },
    },
  },
  {
    type: "azurerm_synapse_spark_pool",
    canonical: "Microsoft.Synapse/workspaces/bigDataPools",
    properties: {
      name: "name",
      tags: "tags",
      parent: "synapse_workspace_id",
      properties: { object: SPARK_POOL },
    },
  },
  {
    type: "azurerm_synapse_sql_pool",
    canonical: "Microsoft.Synapse/workspaces/sqlPools",
    properties: {
      name: "name",
      tags: "tags",
      parent: "synapse_workspace_id",
      properties: {
        object: {
          collation: "collation",
          createMode: { attribute: "create_mode", unset: "Default" },
          storageAccountType: "storage_account_type",
        },
      },
      sku: { object: { name: "sku_name" } },
    },
    expand: [
      {
        blocks: "data_encrypted",
        plain: true,
        canonical: "Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption",
        parent: "parent",
        properties: {
          name: { constant: "current" },
          properties: { object: { status: { attribute: "data_encrypted", as: ENABLED } } },
        },
      },
      {
        blocks: "geo_backup_policy_enabled",
        plain: true,
        canonical: "Microsoft.Synapse/workspaces/sqlPools/geoBackupPolicies",
        parent: "parent",
        properties: {
          name: { constant: "Default" },
          properties: { object: { state: { attribute: "geo_backup_policy_enabled", as: ENABLED } } },
        },
      },
    ],
  },
  {
    type: "azurerm_synapse_private_link_hub",
    canonical: "Microsoft.Synapse/privateLinkHubs",
    properties: BODY,
  },
];
