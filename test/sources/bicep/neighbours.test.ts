import { describe, expect, it } from "vitest";
import { loadBicep, show } from "./load-bicep.ts";
import type { Files } from "./load-bicep.ts";

const LAKE = `
resource lake 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: 'genlake' }
resource vnet 'Microsoft.Network/virtualNetworks@2023-11-01' = { name: 'v', properties: { subnets: [{ name: 's' }] } }
`;

function network(scope = ""): string {
  return `
resource lake 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {
  name: 'genlake'
  ${scope}
}
resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'endpoint'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's') }
    privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: lake.id, groupIds: ['blob'] } }]
  }
}
`;
}

/** What the endpoint names, and how many accounts there are. */
async function linked(files: Files): Promise<{ readonly target: unknown; readonly accounts: number }> {
  const { resources } = await loadBicep(files, ".");
  const endpoint = resources.find(({ type }) => type.endsWith("privateEndpoints"));
  return {
    target: show(endpoint?.properties["properties"]),
    accounts: resources.filter(({ type }) => type.endsWith("storageAccounts")).length,
  };
}

describe("two templates of a folder", () => {
  it("mean the same resource by its type and name, and what lies in it", async () => {
    const { target, accounts } = await linked({ "data.bicep": LAKE, "network.bicep": network() });
    expect(accounts).toBe(1);
    expect(JSON.stringify(target)).toContain('"privateLinkServiceId":{"$reference":"data.bicep::lake"');
    expect(JSON.stringify(target)).toContain('"references":["data.bicep::vnet"]');
  });

  it.each([
    [
      "in another group that is known for both",
      {
        "data.bicep":
          "targetScope = 'subscription'\nmodule m 'lake.bicep' = { scope: resourceGroup('one') }\n",
        "lake.bicep": LAKE,
        "network.bicep": network("scope: resourceGroup('two')"),
      },
    ],
    ["that two of them make", { "data.bicep": LAKE, "other.bicep": LAKE, "network.bicep": network() }],
    ["of another name", { "data.bicep": LAKE.replace("genlake", "other"), "network.bicep": network() }],
  ])("do not mean one %s", async (_, files) => {
    const { target } = await linked(files as unknown as Files);
    expect(JSON.stringify(target)).toContain('"privateLinkServiceId":{"$reference":"network.bicep::lake"');
  });
});
