import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childSetting } from "./child-setting.ts";
import { isEnabled } from "./is-enabled.ts";

const WORKSPACE = "Microsoft.Synapse/workspaces";
const PLAN = "Microsoft.Security/pricings";

export const sqlDefence: Fact = {
  name: "SqlDefence",
  types: [WORKSPACE],
  description:
    "How the SQL pools of the workspace are watched: ThreatDetection says whether its child securityAlertPolicies is on, or Microsoft Defender's plan SqlServers for the whole subscription (not known when the input shows neither); VulnerabilityAssessment whether its child vulnerabilityAssessments looks regularly, false when the input declares none.",
  fields: { ThreatDetection: true, VulnerabilityAssessment: true },
  compute: (workspace, { graph }) => ({
    ThreatDetection: detects(graph, workspace),
    VulnerabilityAssessment: plain(scans(graph, workspace)) ?? false,
  }),
};

function scans(graph: ResourceGraph, workspace: Resource): Value | undefined {
  const type = `${WORKSPACE}/vulnerabilityAssessments`;
  return childSetting(graph, workspace, type, "/properties/recurringScans/isEnabled");
}

function detects(graph: ResourceGraph, workspace: Resource): boolean | Unknown {
  const state = childSetting(graph, workspace, `${WORKSPACE}/securityAlertPolicies`, "/properties/state");
  const own = isEnabled(state);
  if (own === true) return true;
  const plans = graph.ofType(PLAN).map((plan) => protectsSql(plan));
  if (plans.includes(true)) return true;
  const maybe = plans.find((plan) => plan instanceof Unknown);
  if (maybe !== undefined) return maybe;
  if (own instanceof Unknown || graph.isClosed(PLAN)) return own;
  return new Unknown("Microsoft Defender may be switched on for the whole subscription");
}

/** A plan of Defender that is not told apart may be the one for SQL servers. */
function protectsSql(plan: Resource): boolean | Unknown {
  const name = plain(propertyAt(plan, "/name")) ?? plan.name;
  const tier = plain(propertyAt(plan, "/properties/pricingTier"));
  if (typeof name === "string" && name !== "SqlServers") return false;
  if (typeof tier === "string" && tier !== "Standard") return false;
  if (name === "SqlServers" && tier === "Standard" && plan.uncertain === undefined) return true;
  return new Unknown(`${plan.address} may be Microsoft Defender's plan for SQL servers`);
}
