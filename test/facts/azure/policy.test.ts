import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

function policy(properties: object): unknown {
  const assignment = {
    address: "hitrust",
    type: "Microsoft.Authorization/policyAssignments",
    properties: { scope: "/subscriptions/11111111-1111-1111-1111-111111111111", properties },
  };
  return factOf({ resources: [assignment] }, "hitrust", "Policy");
}

describe("what a policy assignment assigns", () => {
  it.each([
    [
      "an initiative, in other case",
      { policyDefinitionId: "/providers/Microsoft.Authorization/policySetDefinitions/A169A624" },
      { Id: "a169a624", Disabled: [] },
    ],
    ["what nobody knows", { policyDefinitionId: { $unknown: "p" } }, { Id: "unknown", Disabled: [] }],
    [
      "with policies switched off",
      {
        policyDefinitionId: "/x/a",
        parameters: { one: { value: "disabled" }, two: { value: "Audit" }, three: { value: 3 } },
      },
      { Id: "a", Disabled: ["one"] },
    ],
    [
      "with effects that nobody knows",
      { policyDefinitionId: "/x/a", parameters: { one: { value: { $unknown: "p" } } } },
      { Id: "a", Disabled: ["unknown"] },
    ],
    [
      "with parameters that nobody knows",
      { policyDefinitionId: "/x/a", parameters: { $unknown: "p" } },
      { Id: "a", Disabled: ["unknown"] },
    ],
  ])("%s", (_, properties, told) => {
    expect(policy(properties)).toEqual({ Level: "subscription", ...told });
  });
});

describe("where the authority of a FHIR service lies", () => {
  it.each([
    ["https://login.microsoftonline.com/tenant", "https://login.microsoftonline.com"],
    ["HTTPS://Login.Microsoftonline.com", "https://login.microsoftonline.com"],
    ["https://login.microsoftonline.com.thief.example/x", "https://login.microsoftonline.com.thief.example"],
    ["tenant", "unknown"],
    [{ $unknown: "p" }, "unknown"],
    [undefined, undefined],
  ])("%s", (authority, origin) => {
    const service = {
      address: "records",
      type: "Microsoft.HealthcareApis/workspaces/fhirservices",
      properties: {
        properties: { authenticationConfiguration: authority === undefined ? {} : { authority } },
      },
    };
    expect(factOf({ resources: [service] }, "records", "AuthorityOrigin")).toBe(origin);
  });
});
