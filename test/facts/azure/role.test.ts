import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const TYPE = "Microsoft.Authorization/roleAssignments";
const SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const ID = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${OWNER}`;

function part(name: string, properties: object, others: readonly object[] = []): unknown {
  const resources = [{ address: "grant", type: TYPE, properties }, ...others];
  const role = factOf({ resources } as never, "grant", "Role") as Readonly<Record<string, unknown>>;
  return role[name];
}

describe("the level of a role assignment", () => {
  it.each([
    ["the root", "/", "tenant"],
    ["a management group", "/providers/Microsoft.Management/managementGroups/clinics", "management-group"],
    ["a subscription", SUBSCRIPTION, "subscription"],
    ["in other case", SUBSCRIPTION.toUpperCase(), "subscription"],
    ["a group of resources", `${SUBSCRIPTION}/resourceGroups/genomics`, "resource-group"],
    [
      "a resource",
      `${SUBSCRIPTION}/resourceGroups/genomics/providers/Microsoft.Storage/storageAccounts/lake`,
      "resource",
    ],
    ["what the input does not say", { $unknown: "a parameter" }, "unknown"],
    ["no id at all", "genomics", "unknown"],
  ])("%s", (_, scope, level) => {
    expect(part("Level", { scope })).toBe(level);
  });

  it.each([
    ["Microsoft.Resources/resourceGroups", "resource-group"],
    ["Microsoft.Management/managementGroups", "management-group"],
    ["Microsoft.Subscription/aliases", "subscription"],
    ["Microsoft.Storage/storageAccounts", "resource"],
  ])("is that of the resource that it names: %s", (type, level) => {
    expect(part("Level", { scope: { $reference: "target" } }, [{ address: "target", type }])).toBe(level);
  });

  it("is not known when two resources of different levels may be meant", () => {
    const scope = { $unknown: "one of two", references: ["group", "lake"] };
    const others = [
      { address: "group", type: "Microsoft.Resources/resourceGroups" },
      { address: "lake", type: "Microsoft.Storage/storageAccounts" },
    ];
    expect(part("Level", { scope }, others)).toBe("unknown");
  });
});

describe("the name of a role", () => {
  it.each([
    ["by its id", { properties: { roleDefinitionId: ID } }, "Owner"],
    ["by an id in capitals", { properties: { roleDefinitionId: ID.toUpperCase() } }, "Owner"],
    ["by its name", { Terraform: { role_definition_name: "Contributor" } }, "Contributor"],
    [
      "of another role is its id",
      { properties: { roleDefinitionId: ID.replace(OWNER, "22222222-2222-2222-2222-222222222222") } },
      "22222222-2222-2222-2222-222222222222",
    ],
    ["that nobody knows", { properties: { roleDefinitionId: { $unknown: "a parameter" } } }, "unknown"],
  ])("%s", (_, properties, name) => {
    expect(part("Name", properties)).toBe(name);
  });

  it("is that of a role of the input", () => {
    const own = {
      address: "operator",
      type: "Microsoft.Authorization/roleDefinitions",
      properties: { properties: { roleName: "Batch operator" } },
    };
    expect(part("Name", { properties: { roleDefinitionId: { $reference: "operator" } } }, [own])).toBe(
      "Batch operator",
    );
  });

  it("is that of a built-in role that is declared as there", () => {
    const existing = {
      address: "owner",
      type: "Microsoft.Authorization/roleDefinitions",
      name: OWNER,
      declared: "elsewhere",
    };
    expect(part("Name", { properties: { roleDefinitionId: { $reference: "owner" } } }, [existing])).toBe(
      "Owner",
    );
  });
});

describe("who is given the role", () => {
  const named = { properties: { principalId: { $reference: "who" } } };

  it.each([
    ["azuread_user", "User"],
    ["azuread_group", "Group"],
    ["azuread_service_principal", "ServicePrincipal"],
    ["Microsoft.ManagedIdentity/userAssignedIdentities", "ServicePrincipal"],
    ["Microsoft.Compute/virtualMachines", "ServicePrincipal"],
  ])("%s", (type, kind) => {
    expect(part("Principal", named, [{ address: "who", type }])).toBe(kind);
  });

  it("is what the assignment says", () => {
    expect(part("Principal", { properties: { principalId: "x", principalType: "Group" } })).toBe("Group");
  });

  it("is not known of an id", () => {
    expect(part("Principal", { properties: { principalId: "x" } })).toBe("unknown");
  });
});
