import type { Feeds, Lens } from "../lens.ts";
import { BODY, ENABLED, IDENTITY } from "./azure-body.ts";

/**
 * Defaults by the documentation of provider and service:
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server
 */
const SERVER: Feeds = {
  administratorLogin: "administrator_login",
  administratorLoginPassword: { first: ["administrator_password", "administrator_password_wo"] },
  authConfig: {
    object: {
      activeDirectoryAuth: {
        attribute: "authentication.active_directory_auth_enabled",
        as: ENABLED,
        unset: "Disabled",
      },
      passwordAuth: {
        attribute: "authentication.password_auth_enabled",
        as: ENABLED,
        unset: "Enabled",
      },
      tenantId: "authentication.tenant_id",
    },
  },
  availabilityZone: "zone",
  backup: {
    object: {
      backupRetentionDays: { attribute: "backup_retention_days", unset: 7 },
      geoRedundantBackup: {
        attribute: "geo_redundant_backup_enabled",
        as: ENABLED,
        unset: "Disabled",
      },
    },
  },
  createMode: "create_mode",
  dataEncryption: {
    object: {
      geoBackupKeyURI: "customer_managed_key.geo_backup_key_vault_key_id",
      geoBackupUserAssignedIdentityId: "customer_managed_key.geo_backup_user_assigned_identity_id",
      primaryKeyURI: "customer_managed_key.key_vault_key_id",
      primaryUserAssignedIdentityId: "customer_managed_key.primary_user_assigned_identity_id",
      type: { constant: "AzureKeyVault", when: "customer_managed_key" },
    },
  },
  highAvailability: {
    block: "high_availability",
    properties: { mode: "mode", standbyAvailabilityZone: "standby_availability_zone" },
  },
  network: {
    object: {
      delegatedSubnetResourceId: "delegated_subnet_id",
      privateDnsZoneArmResourceId: "private_dns_zone_id",
      publicNetworkAccess: {
        attribute: "public_network_access_enabled",
        as: ENABLED,
        unset: "Enabled",
      },
    },
  },
  replicationRole: "replication_role",
  sourceServerResourceId: "source_server_id",
  storage: {
    object: {
      autoGrow: { attribute: "auto_grow_enabled", as: ENABLED, unset: "Disabled" },
      tier: "storage_tier",
    },
  },
  version: "version",
};

export const azurePostgresqlLenses: readonly Lens[] = [
  {
    type: "azurerm_postgresql_flexible_server",
    canonical: "Microsoft.DBforPostgreSQL/flexibleServers",
    properties: { ...BODY, ...IDENTITY, properties: { object: SERVER } },
  },
  {
    type: "azurerm_postgresql_flexible_server_configuration",
    canonical: "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "server_id",
      properties: { object: { value: "value" } },
    },
  },
  {
    type: "azurerm_postgresql_flexible_server_firewall_rule",
    canonical: "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules",
    identifiers: ["id"],
    properties: {
      name: "name",
      parent: "server_id",
      properties: { object: { endIpAddress: "end_ip_address", startIpAddress: "start_ip_address" } },
    },
  },
  {
    type: "azurerm_postgresql_flexible_server_active_directory_administrator",
    canonical: "Microsoft.DBforPostgreSQL/flexibleServers/administrators",
    identifiers: ["id"],
    name: "object_id",
    properties: {
      name: "object_id",
      parent: "server_name",
      properties: {
        object: {
          principalName: "principal_name",
          principalType: "principal_type",
          tenantId: "tenant_id",
        },
      },
    },
  },
  {
    type: "azurerm_postgresql_flexible_server_database",
    canonical: "Microsoft.DBforPostgreSQL/flexibleServers/databases",
    identifiers: ["id"],
    properties: { name: "name", parent: "server_id" },
  },
];
