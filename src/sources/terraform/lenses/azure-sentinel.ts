import type { Lens } from "../lens.ts";

function alertRule(type: string, kind: string): Lens {
  return {
    type,
    canonical: "Microsoft.SecurityInsights/alertRules",
    properties: {
      kind: { constant: kind },
      name: "name",
      scope: "log_analytics_workspace_id",
      properties: { object: { enabled: { attribute: "enabled", unset: true } } },
    },
  };
}

export const azureSentinelLenses: readonly Lens[] = [
  {
    type: "azurerm_sentinel_log_analytics_workspace_onboarding",
    canonical: "Microsoft.SecurityInsights/onboardingStates",
    identifiers: ["id"],
    properties: {
      name: { constant: "default" },
      scope: "workspace_id",
      properties: {
        object: { customerManagedKey: { attribute: "customer_managed_key_enabled", unset: false } },
      },
    },
  },
  {
    type: "azurerm_log_analytics_solution",
    canonical: "Microsoft.OperationsManagement/solutions",
    identifiers: ["id"],
    name: "solution_name",
    properties: {
      location: "location",
      tags: "tags",
      plan: { block: "plan", properties: { product: "product", publisher: "publisher" } },
      properties: { object: { workspaceResourceId: "workspace_resource_id" } },
    },
  },
  alertRule("azurerm_sentinel_alert_rule_scheduled", "Scheduled"),
  alertRule("azurerm_sentinel_alert_rule_nrt", "NRT"),
  alertRule("azurerm_sentinel_alert_rule_fusion", "Fusion"),
  alertRule("azurerm_sentinel_alert_rule_ms_security_incident", "MicrosoftSecurityIncidentCreation"),
  alertRule("azurerm_sentinel_alert_rule_machine_learning_behavior_analytics", "MLBehaviorAnalytics"),
  alertRule("azurerm_sentinel_alert_rule_threat_intelligence", "ThreatIntelligence"),
  {
    type: "azurerm_security_center_subscription_pricing",
    canonical: "Microsoft.Security/pricings",
    identifiers: ["id"],
    name: "resource_type",
    properties: {
      name: { attribute: "resource_type", unset: "VirtualMachines" },
      properties: { object: { pricingTier: "tier", subPlan: "subplan" } },
    },
  },
];
