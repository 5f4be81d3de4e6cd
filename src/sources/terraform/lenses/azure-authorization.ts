import type { Feeds, Lens } from "../lens.ts";
import { NEVER } from "./azure-body.ts";

/** How long somebody has a role, or may take it. */
const SCHEDULE: Feeds = {
  scheduleInfo: {
    object: {
      expiration: {
        object: {
          endDateTime: "schedule.expiration.end_date_time",
          type: {
            first: [
              { constant: "AfterDuration", when: "schedule.expiration.duration_days" },
              { constant: "AfterDuration", when: "schedule.expiration.duration_hours" },
              { constant: "AfterDateTime", when: "schedule.expiration.end_date_time" },
              { constant: "NoExpiration" },
            ],
          },
        },
      },
      startDateTime: "schedule.start_date_time",
    },
  },
};

function scheduled(type: string, canonical: string): Lens {
  return {
    type,
    canonical,
    identifiers: ["id"],
    properties: {
      scope: "scope",
      properties: {
        object: {
          ...SCHEDULE,
          justification: "justification",
          principalId: "principal_id",
          requestType: { constant: "AdminAssign" },
          roleDefinitionId: "role_definition_id",
        },
      },
    },
  };
}

export const azureAuthorizationLenses: readonly Lens[] = [
  {
    type: "azurerm_role_assignment",
    canonical: "Microsoft.Authorization/roleAssignments",
    identifiers: ["id"],
    properties: {
      name: "name",
      scope: "scope",
      properties: {
        object: {
          condition: "condition",
          conditionVersion: "condition_version",
          delegatedManagedIdentityResourceId: "delegated_managed_identity_resource_id",
          description: "description",
          principalId: "principal_id",
          principalType: "principal_type",
          roleDefinitionId: "role_definition_id",
        },
      },
      // ARM knows roles by their id alone
      Terraform: { object: { role_definition_name: "role_definition_name" } },
    },
  },
  {
    type: "azurerm_role_definition",
    canonical: "Microsoft.Authorization/roleDefinitions",
    identifiers: ["id", "name", "role_definition_id", "role_definition_resource_id"],
    properties: {
      name: "role_definition_id",
      scope: "scope",
      properties: {
        object: {
          assignableScopes: "assignable_scopes",
          description: "description",
          permissions: {
            blocks: "permissions",
            properties: {
              actions: "actions",
              dataActions: "data_actions",
              notActions: "not_actions",
              notDataActions: "not_data_actions",
            },
          },
          roleName: "name",
          type: { constant: "CustomRole" },
        },
      },
    },
  },
  scheduled(
    "azurerm_pim_eligible_role_assignment",
    "Microsoft.Authorization/roleEligibilityScheduleRequests",
  ),
  scheduled("azurerm_pim_active_role_assignment", "Microsoft.Authorization/roleAssignmentScheduleRequests"),
  {
    type: "azurerm_role_management_policy",
    canonical: "Microsoft.Authorization/roleManagementPolicies",
    identifiers: ["id"],
    properties: {
      // ARM has the rules of a policy in one list
      properties: NEVER,
      Terraform: {
        object: {
          active_assignment_rules: {
            block: "active_assignment_rules",
            properties: { expiration_required: "expiration_required", expire_after: "expire_after" },
          },
          activation_rules: {
            block: "activation_rules",
            properties: {
              maximum_duration: "maximum_duration",
              require_approval: "require_approval",
              require_justification: "require_justification",
              require_multifactor_authentication: "require_multifactor_authentication",
              required_conditional_access_authentication_context:
                "required_conditional_access_authentication_context",
            },
          },
          role_definition_id: "role_definition_id",
          scope: "scope",
        },
      },
    },
  },
  {
    type: "azurerm_lighthouse_definition",
    canonical: "Microsoft.ManagedServices/registrationDefinitions",
    identifiers: ["id"],
    properties: {
      name: "lighthouse_definition_id",
      scope: "scope",
      properties: {
        object: {
          authorizations: {
            blocks: "authorization",
            properties: { principalId: "principal_id", roleDefinitionId: "role_definition_id" },
          },
          managedByTenantId: "managing_tenant_id",
          registrationDefinitionName: "name",
        },
      },
    },
  },
];
