import type { Feeds, Lens } from "../lens.ts";

function assignment(type: string, scope: string): Lens {
  return {
    type,
    canonical: "Microsoft.Authorization/policyAssignments",
    properties: {
      name: "name",
      location: "location",
      identity: { block: "identity", properties: { type: "type" } },
      scope,
      properties: {
        object: {
          description: "description",
          displayName: "display_name",
          enforcementMode: {
            attribute: "enforce",
            as: { values: { true: "Default", false: "DoNotEnforce" } },
            unset: "Default",
          },
          notScopes: "not_scopes",
          overrides: { blocks: "overrides", properties: { value: "value" } },
          parameters: { attribute: "parameters", as: "json" },
          policyDefinitionId: "policy_definition_id",
        },
      },
    },
  };
}

const EXEMPTION: Feeds = {
  description: "description",
  displayName: "display_name",
  exemptionCategory: "exemption_category",
  expiresOn: "expires_on",
  policyAssignmentId: "policy_assignment_id",
  policyDefinitionReferenceIds: "policy_definition_reference_ids",
};

function exemption(type: string, scope: string): Lens {
  return {
    type,
    canonical: "Microsoft.Authorization/policyExemptions",
    properties: { name: "name", scope, properties: { object: EXEMPTION } },
  };
}

export const azurePolicyLenses: readonly Lens[] = [
  assignment("azurerm_management_group_policy_assignment", "management_group_id"),
  assignment("azurerm_subscription_policy_assignment", "subscription_id"),
  assignment("azurerm_resource_group_policy_assignment", "resource_group_id"),
  assignment("azurerm_resource_policy_assignment", "resource_id"),
  exemption("azurerm_management_group_policy_exemption", "management_group_id"),
  exemption("azurerm_subscription_policy_exemption", "subscription_id"),
  exemption("azurerm_resource_group_policy_exemption", "resource_group_id"),
  exemption("azurerm_resource_policy_exemption", "resource_id"),
];
