import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";

function build(attributes: ValueMap): Resource {
  const { resources } = buildResources([
    { id: "azapi_resource.x", address: "azapi_resource.x", type: "azapi_resource", attributes },
  ]);
  const [first] = resources;
  if (first === undefined) throw new Error("nothing was built");
  return first;
}

const TYPE = "Microsoft.Storage/storageAccounts@2023-05-01";

describe("azapi_resource", () => {
  it("has the type, the version and the body of ARM", () => {
    const built = build({
      type: TYPE,
      name: "lake",
      location: "eastus2",
      identity: [{ type: "SystemAssigned" }],
      body: { kind: "StorageV2", properties: { minimumTlsVersion: "TLS1_2" } },
    });
    expect(built.type).toBe("Microsoft.Storage/storageAccounts");
    expect(built.properties).toEqual({
      kind: "StorageV2",
      properties: {
        minimumTlsVersion: "TLS1_2",
        supportsHttpsTrafficOnly: true,
        allowBlobPublicAccess: false,
        allowCrossTenantReplication: false,
        allowSharedKeyAccess: true,
      },
      name: "lake",
      location: "eastus2",
      identity: { type: "SystemAssigned" },
      apiVersion: "2023-05-01",
    });
  });

  it("reads a body that is JSON text", () => {
    const built = build({ type: TYPE, body: '{"properties":{"isHnsEnabled":true}}' });
    expect(propertyAt(built, "/properties/isHnsEnabled")).toBe(true);
  });

  it("spells types, properties and words as Azure publishes them", () => {
    const built = build({
      type: "microsoft.storage/storageaccounts@2023-05-01",
      body: {
        properties: {
          encryption: { keySource: "Microsoft.KeyVault", keyVaultProperties: { keyName: "phi" } },
        },
      },
    });
    expect(built.type).toBe("Microsoft.Storage/storageAccounts");
    expect(propertyAt(built, "/properties/encryption")).toEqual({
      keySource: "Microsoft.Keyvault",
      keyvaultproperties: { keyname: "phi" },
    });
  });

  it("marks what is a secret by its type", () => {
    const built = build({
      type: "Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01",
      body: { properties: { administratorLoginPassword: "not-shown" } },
    });
    expect(propertyAt(built, "/properties/administratorLoginPassword")).toEqual(
      new Sensitive("not-shown", "type"),
    );
  });

  it("takes no default where the properties are not known", () => {
    const built = build({ type: TYPE, body: { properties: new Unknown("known after apply") } });
    expect(propertyAt(built, "/properties/allowSharedKeyAccess")).toBeInstanceOf(Unknown);
  });

  it("knows what is absent from its body", () => {
    const built = build({ type: TYPE, body: { properties: {} } });
    expect(propertyAt(built, "/properties/isHnsEnabled")).toBeUndefined();
  });

  it.each<[string, Value]>([
    ["that is not known", new Unknown("known after apply")],
    ["that is no JSON", "{"],
  ])("knows nothing of a body %s", (_, body) => {
    const built = build({ type: TYPE, name: "lake", body });
    expect(propertyAt(built, "/properties/isHnsEnabled")).toBeInstanceOf(Unknown);
    expect(propertyAt(built, "/name")).toBe("lake");
  });

  it("hides what stands in the sensitive body", () => {
    const built = build({
      type: TYPE,
      body: { properties: { a: 1 } },
      sensitive_body: { properties: { b: "secret" } },
    });
    expect(propertyAt(built, "/properties/a")).toBe(1);
    expect(propertyAt(built, "/properties/b")).toEqual(new Sensitive("secret"));
  });

  it.each<[string, string, string]>([
    ["a child lies in its parent", "Microsoft.KeyVault/vaults/keys@2023-07-01", "parent"],
    ["a setting extends what it is for", "Microsoft.Insights/diagnosticSettings@2021-05-01-preview", "scope"],
  ])("%s", (_, type, property) => {
    const parent = new Reference("azurerm_key_vault.v", "id");
    expect(build({ type, parent_id: parent }).properties[property]).toEqual(parent);
  });

  it("keeps its own name when nothing tells the type", () => {
    expect(build({ type: new Unknown("known after apply"), body: {} }).type).toBe("azapi_resource");
  });

  it("points at its body", () => {
    expect(build({ type: TYPE, body: {} }).origin?.("/properties/isHnsEnabled").attribute).toBe(
      "body.properties.isHnsEnabled",
    );
  });
});
