import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const WORKSPACE = "Microsoft.Synapse/workspaces";

function fact(name: string, properties: object, ...others: readonly object[]): unknown {
  const resources = [{ address: "warehouse", type: WORKSPACE, properties: { properties } }, ...others];
  return factOf({ resources } as never, "warehouse", name);
}

function child(kind: string, properties: object, parent: unknown = { $reference: "warehouse" }): object {
  return { address: kind, type: `${WORKSPACE}/${kind}`, properties: { parent, properties } };
}

describe("whether a workspace takes Entra identities alone", () => {
  it.each([
    ["is no, when nothing is said", {}, [], false],
    ["is what the workspace says", { azureADOnlyAuthentication: true }, [], true],
    [
      "is what its child says, before the workspace",
      { azureADOnlyAuthentication: true },
      [child("azureADOnlyAuthentications", { azureADOnlyAuthentication: false })],
      false,
    ],
    [
      "is not known when the child may be of another workspace",
      { azureADOnlyAuthentication: true },
      [child("azureADOnlyAuthentications", { azureADOnlyAuthentication: false }, { $unknown: "p" })],
      "unknown",
    ],
  ])("%s", (_, properties, children, answer) => {
    expect(fact("EntraOnly", properties, ...children)).toBe(answer);
  });
});

describe("whether a workspace is audited", () => {
  it.each([
    ["no child", [], false],
    ["one that is on", [child("auditingSettings", { state: "Enabled" })], true],
    ["one of the other kind", [child("extendedAuditingSettings", { state: "enabled" })], true],
    ["one that is off", [child("auditingSettings", { state: "Disabled" })], false],
    [
      "one that is off, and one that is on",
      [
        child("auditingSettings", { state: "Disabled" }),
        child("extendedAuditingSettings", { state: "Enabled" }),
      ],
      true,
    ],
    ["one that nobody knows", [child("auditingSettings", { state: { $unknown: "p" } })], "unknown"],
  ])("%s", (_, children, answer) => {
    expect(fact("Auditing", {}, ...children)).toBe(answer);
  });
});

describe("whether a dedicated SQL pool is encrypted", () => {
  const setting = (status: unknown): object => ({
    address: "tde",
    type: `${WORKSPACE}/sqlPools/transparentDataEncryption`,
    properties: { parent: { $reference: "cohort" }, properties: { status } },
  });

  it.each([
    ["nothing is said", [], false],
    ["it is on", [setting("Enabled")], true],
    ["it is off", [setting("Disabled")], false],
    ["it is neither", [setting("Sometimes")], "unknown"],
  ])("%s", (_, settings, answer) => {
    const pool = { address: "cohort", type: `${WORKSPACE}/sqlPools` };
    expect(factOf({ resources: [pool, ...settings] } as never, "cohort", "TransparentEncryption")).toBe(
      answer,
    );
  });
});

describe("whether the SQL pools of a workspace are watched", () => {
  const plan = (name: unknown, pricingTier: unknown): object => ({
    address: "plan",
    type: "Microsoft.Security/pricings",
    properties: { name, properties: { pricingTier } },
  });
  const defence = (ThreatDetection: unknown, VulnerabilityAssessment: unknown = false): object => ({
    ThreatDetection,
    VulnerabilityAssessment,
  });

  it.each([
    ["is not known where the input shows nothing", [], defence("unknown")],
    ["by an alert policy", [child("securityAlertPolicies", { state: "Enabled" })], defence(true)],
    ["by Defender's plan for all SQL servers", [plan("SqlServers", "Standard")], defence(true)],
    ["not by the plan without Defender", [plan("SqlServers", "Free")], defence("unknown")],
    ["perhaps by a plan that nobody knows", [plan({ $unknown: "p" }, "Standard")], defence("unknown")],
    [
      "and assessed",
      [child("vulnerabilityAssessments", { recurringScans: { isEnabled: true } })],
      defence("unknown", true),
    ],
  ])("%s", (_, others, told) => {
    expect(fact("SqlDefence", {}, ...others)).toEqual(told);
  });
});
