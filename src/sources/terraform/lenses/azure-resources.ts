import type { Lens } from "../lens.ts";
import { BODY } from "./azure-body.ts";

/** What other resources of Azure stand on: groups, identities, locks. */
export const azureResourceLenses: readonly Lens[] = [
  {
    type: "azurerm_resource_group",
    canonical: "Microsoft.Resources/resourceGroups",
    properties: { ...BODY, managedBy: "managed_by" },
  },
  {
    type: "azurerm_management_group",
    canonical: "Microsoft.Management/managementGroups",
    properties: {
      name: "name",
      properties: { object: { displayName: "display_name" } },
    },
  },
  {
    type: "azurerm_subscription",
    canonical: "Microsoft.Subscription/aliases",
    identifiers: ["id", "subscription_id"],
    name: "subscription_name",
    properties: {
      name: "alias",
      properties: { object: { displayName: "subscription_name", workload: "workload" } },
    },
  },
  {
    type: "azurerm_user_assigned_identity",
    canonical: "Microsoft.ManagedIdentity/userAssignedIdentities",
    identifiers: ["id", "name", "principal_id", "client_id"],
    properties: BODY,
  },
  {
    type: "azurerm_management_lock",
    canonical: "Microsoft.Authorization/locks",
    identifiers: ["id"],
    properties: {
      name: "name",
      scope: "scope",
      properties: { object: { level: "lock_level", notes: "notes" } },
    },
  },
];
