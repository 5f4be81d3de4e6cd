import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childSetting } from "./child-setting.ts";
import { isPlanOn } from "./defender-plan.ts";
import { isEnabled } from "./is-enabled.ts";

const WORKSPACE = "Microsoft.Synapse/workspaces";

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
  const plan = isPlanOn(graph, "SqlServers");
  if (plan === true) return true;
  return own instanceof Unknown ? own : plan;
}
