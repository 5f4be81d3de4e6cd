import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { Reference, Unknown, UnknownText } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";

const ACCOUNT = "azurerm_storage_account.phi";
const TYPE = "Microsoft.Storage/storageAccounts@2023-01-01";
const OPEN = { properties: { publicNetworkAccess: "Enabled" } };

function build(update: ValueMap, more: readonly string[] = []): readonly Resource[] {
  const accounts = [ACCOUNT, ...more].map((address) => ({
    id: address,
    address,
    type: "azurerm_storage_account",
    attributes: {
      name: address.replace(/\W/gu, ""),
      public_network_access_enabled: false,
      min_tls_version: "TLS1_2",
    },
  }));
  const own = { id: "u", address: "azapi_update_resource.u", type: "azapi_update_resource" };
  return buildResources([...accounts, { ...own, attributes: { type: TYPE, body: OPEN, ...update } }])
    .resources;
}

function accessOf(resource: Resource | undefined): Value | undefined {
  return resource === undefined ? undefined : propertyAt(resource, "/properties/publicNetworkAccess");
}

describe("azapi_update_resource", () => {
  it("puts its body over the resource that it names, and leaves the rest", () => {
    const [account, ...others] = build({ resource_id: new Reference(ACCOUNT, "id") });
    expect(others).toEqual([]);
    expect(accessOf(account)).toBe("Enabled");
    expect(account?.origin?.("/properties/publicNetworkAccess")).toEqual({
      address: "azapi_update_resource.u",
      attribute: "body.properties.publicNetworkAccess",
    });
    expect(account?.properties["properties"]).toMatchObject({ minimumTlsVersion: "TLS1_2" });
    expect(account?.origin?.("/properties/minimumTlsVersion").address).toBe(ACCOUNT);
  });

  it.each([
    ["an id that is not known", { resource_id: new Unknown("a variable without value") }],
    [
      "an id of one of two",
      {
        resource_id: new Unknown("a choice", [
          new Reference(ACCOUNT),
          new Reference("azurerm_storage_account.other"),
        ]),
      },
    ],
    ["no id and a name of either", { parent_id: new Unknown("a variable without value") }],
  ])("with %s makes open what it may change", (_, named) => {
    const accounts = build(named, ["azurerm_storage_account.other"]);
    expect(accounts).toHaveLength(2);
    for (const account of accounts) {
      expect(accessOf(account)).toBeInstanceOf(Unknown);
      expect(propertyAt(account, "/properties/minimumTlsVersion")).toBe("TLS1_2");
    }
  });

  it("with a body that is not known leaves nothing known but what the resource is", () => {
    const [account] = build({ resource_id: new Reference(ACCOUNT, "id"), body: new Unknown("a variable") });
    expect(accessOf(account)).toBeInstanceOf(Unknown);
    expect(account?.properties["name"]).toBe("azurerm_storage_accountphi");
    expect(account === undefined ? undefined : propertyAt(account, "/tags")).toBeInstanceOf(Unknown);
  });

  it("of a child that nobody declares is that child, of which the rest is not known", () => {
    const id = new UnknownText("not known", [], [new Reference(ACCOUNT, "id"), "/fileServices/default"]);
    const body = { properties: { shareDeleteRetentionPolicy: { enabled: false } } };
    const built = build({
      type: "Microsoft.Storage/storageAccounts/fileServices@2023-01-01",
      resource_id: id,
      body,
    });
    const child = built.find(({ type }) => type.endsWith("/fileServices"));
    if (child === undefined) throw new Error("there is no child");
    expect(propertyAt(child, "/properties/shareDeleteRetentionPolicy/enabled")).toBe(false);
    expect(propertyAt(child, "/properties/protocolSettings")).toBeInstanceOf(Unknown);
    expect(propertyAt(child, "/parent")).toBeInstanceOf(Reference);
  });

  it.each([
    ["a type that is not known", { type: new Unknown("a variable without value") }],
    ["an id that is written out and ends with its name", { resource_id: "/x/azurerm_storage_accountphi" }],
    [
      "an id that may end with its name",
      { resource_id: new UnknownText("not known", [], [new Unknown("a variable"), "phi"]) },
    ],
  ])("of %s leaves nothing known that it may change", (_, given) => {
    const [account] = build({ resource_id: new Reference(ACCOUNT, "id"), ...given });
    expect(accessOf(account)).toBeInstanceOf(Unknown);
  });

  it("that may not be there makes open what it may change", () => {
    const own = { id: "u", address: "azapi_update_resource.u", type: "azapi_update_resource" };
    const account = { id: ACCOUNT, address: ACCOUNT, type: "azurerm_storage_account" };
    const { resources } = buildResources([
      { ...account, attributes: { public_network_access_enabled: false } },
      {
        ...own,
        attributes: { type: TYPE, body: OPEN, resource_id: new Reference(ACCOUNT, "id") },
        uncertain: new Unknown("count is not known"),
      },
    ]);
    expect(accessOf(resources[0])).toBeInstanceOf(Unknown);
  });

  it.each([
    ["a resource elsewhere", "/subscriptions/s/resourceGroups/g/providers/x/y/z"],
    [
      "what a data source reads under another name",
      new UnknownText(
        "not known",
        [],
        [
          "/subscriptions/",
          new Unknown("the subscription"),
          "/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/",
          "elsewhere",
        ],
      ),
    ],
  ])("of %s changes nothing here", (_, id) => {
    const built = build({ resource_id: id });
    expect(built.map(({ type }) => type)).toEqual([
      "Microsoft.Storage/storageAccounts",
      "azapi_update_resource",
    ]);
    expect(accessOf(built[0])).toBe("Disabled");
  });
});
