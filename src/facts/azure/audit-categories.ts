/**
 * The categories of logs that together say who did what, by type; each of the groups `audit` and `allLogs` holds them all.
 * https://learn.microsoft.com/azure/azure-monitor/reference/logs-index
 */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  "Microsoft.Batch/batchAccounts": ["ServiceLog"],
  "Microsoft.DBforPostgreSQL/flexibleServers": ["PostgreSQLLogs"],
  "Microsoft.HealthcareApis/workspaces/dicomservices": ["AuditLogs"],
  "Microsoft.HealthcareApis/workspaces/fhirservices": ["AuditLogs"],
  "Microsoft.KeyVault/managedHSMs": ["AuditEvent"],
  "Microsoft.KeyVault/vaults": ["AuditEvent"],
  "Microsoft.Storage/storageAccounts": ["StorageRead", "StorageWrite", "StorageDelete"],
  "Microsoft.Synapse/workspaces": ["SynapseRbacOperations", "SQLSecurityAuditEvents"],
};

const GROUPS = new Set(["audit", "allLogs"]);

/** Whether the logs that are on say who did what. */
export function isAudited(type: string, logs: readonly string[]): boolean {
  if (logs.some((log) => GROUPS.has(log))) return true;
  const wanted = Object.hasOwn(CATEGORIES, type) ? CATEGORIES[type] : undefined;
  return wanted?.every((category) => logs.includes(category)) ?? false;
}
