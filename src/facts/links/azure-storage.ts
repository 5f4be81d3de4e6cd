import type { Link } from "./link.ts";

const ACCOUNT = ["Microsoft.Storage/storageAccounts"];
const CONTAINER = ["Microsoft.Storage/storageAccounts/blobServices/containers"];
const VAULT = ["Microsoft.KeyVault/vaults"];
const WORKSPACE = ["Microsoft.OperationalInsights/workspaces"];

/** Children of an account; azurerm names the account itself where ARM has its blob service in between. */
const parentLinks: readonly Link[] = [
  ...["blobServices", "fileServices", "managementPolicies", "encryptionScopes", "localUsers"].map(
    (child) => ({
      type: `Microsoft.Storage/storageAccounts/${child}`,
      at: "/parent",
      to: ACCOUNT,
    }),
  ),
  {
    type: "Microsoft.Storage/storageAccounts/blobServices/containers",
    at: "/parent",
    to: [...ACCOUNT, "Microsoft.Storage/storageAccounts/blobServices"],
  },
  {
    type: "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies",
    at: "/parent",
    to: CONTAINER,
  },
];

export const azureStorageLinks: readonly Link[] = [
  ...parentLinks,
  { type: "Microsoft.KeyVault/vaults/keys", at: "/parent", to: VAULT },
  { type: "Microsoft.KeyVault/vaults/secrets", at: "/parent", to: VAULT },
  { type: "Microsoft.Insights/components", at: "/properties/WorkspaceResourceId", to: WORKSPACE },
  { type: "Microsoft.Insights/diagnosticSettings", at: "/properties/workspaceId", to: WORKSPACE },
  { type: "Microsoft.Insights/diagnosticSettings", at: "/properties/storageAccountId", to: ACCOUNT },
  { type: "Microsoft.OperationalInsights/workspaces/dataExports", at: "/parent", to: WORKSPACE },
  { type: "Microsoft.OperationalInsights/workspaces/tables", at: "/parent", to: WORKSPACE },
  { type: "Microsoft.OperationalInsights/workspaces/linkedServices", at: "/parent", to: WORKSPACE },
  {
    type: "Microsoft.OperationalInsights/workspaces/linkedServices",
    at: "/properties/writeAccessResourceId",
    to: ["Microsoft.OperationalInsights/clusters"],
  },
  {
    type: "Microsoft.Insights/privateLinkScopes/scopedResources",
    at: "/parent",
    to: ["Microsoft.Insights/privateLinkScopes"],
  },
  {
    type: "Microsoft.Insights/privateLinkScopes/scopedResources",
    at: "/properties/linkedResourceId",
    to: WORKSPACE,
  },
];
