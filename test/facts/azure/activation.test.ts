import { describe, expect, it } from "vitest";
import { activation } from "../../../src/facts/azure/activation.ts";
import type { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

function computed(properties: ValueMap): Value | undefined {
  const type = "Microsoft.Authorization/roleManagementPolicies";
  const graph: ResourceGraph = exampleGraph({ resources: [{ address: "owners", type, properties }] });
  const [policy] = graph.ofType(type);
  if (policy === undefined) throw new Error("nothing was built");
  return activation.compute(policy, { graph, settings: DEFAULT_SETTINGS });
}

describe("the fact Activation", () => {
  it("reads the rules of ARM by their ids", () => {
    const rules = [
      { id: "Approval_EndUser_Assignment", setting: { isApprovalRequired: true } },
      { id: "Expiration_EndUser_Assignment", maximumDuration: "PT4H" },
      { id: "Enablement_EndUser_Assignment", enabledRules: ["Justification"] },
      { id: "AuthenticationContext_EndUser_Assignment", isEnabled: false },
    ];
    expect(computed({ properties: { rules } })).toEqual({
      Approval: true,
      MaximumDuration: "PT4H",
      SecondFactor: false,
    });
  });

  it("does not know what the rules of ARM leave as it is", () => {
    const told = computed({ properties: { rules: [] } }) as ValueMap;
    expect(Object.values(told).every((part) => part instanceof Unknown)).toBe(true);
  });

  it("is absent when a policy says nothing of it", () => {
    expect(computed({})).toBeUndefined();
  });
});
