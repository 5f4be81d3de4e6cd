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

/** Without the folder of the test, which stands before ids when several inputs are scanned. */
function inFolder(text: string): string {
  return text.replaceAll(/[^"]*genoscan-test-bicep-\w+(?:\/[^"]*?)?::/gu, "");
}

describe("two templates of a folder", () => {
  it("mean the same resource by its type and name, and what lies in it", async () => {
    const { target, accounts } = await linked({ "data.bicep": LAKE, "network.bicep": network() });
    expect(accounts).toBe(1);
    expect(JSON.stringify(target)).toContain('"privateLinkServiceId":{"$reference":"data.bicep::lake"');
    expect(JSON.stringify(target)).toContain('"references":["data.bicep::vnet"]');
  });

  it.each<readonly [where: string, files: Files]>([
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
    const { target } = await linked(files);
    expect(JSON.stringify(target)).toContain('"privateLinkServiceId":{"$reference":"network.bicep::lake"');
  });
});

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

function json(resources: readonly object[], more: object = {}): string {
  return JSON.stringify({ $schema: SCHEMA, contentVersion: "1.0.0.0", ...more, resources });
}

const LAKE_JSON = json([
  { type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-01-01", name: "genlake" },
  {
    type: "Microsoft.Network/virtualNetworks",
    apiVersion: "2023-11-01",
    name: "v",
    properties: { subnets: [{ name: "s" }] },
  },
]);

const MADE_BY_BICEP = { metadata: { _generator: { name: "bicep", version: "0.30.23" } } };

describe("a template in JSON and one in Bicep", () => {
  it("mean the same resource, as two of one language do", async () => {
    const { target, accounts } = await linked({ "data.json": LAKE_JSON, "network.bicep": network() });
    expect(accounts).toBe(1);
    expect(inFolder(JSON.stringify(target))).toContain(
      '"privateLinkServiceId":{"$reference":"data.json::Microsoft.Storage/storageAccounts/genlake"',
    );
  });

  it("mean what the other one makes, wherever the setting is written", async () => {
    const setting = {
      type: "Microsoft.Insights/diagnosticSettings",
      apiVersion: "2021-05-01-preview",
      scope: "Microsoft.Storage/storageAccounts/genlake",
      name: "d",
      properties: {},
    };
    const { resources } = await loadBicep({ "data.bicep": LAKE, "setting.json": json([setting]) }, ".");
    const found = resources.find(({ type }) => type.endsWith("diagnosticSettings"));
    expect(inFolder(JSON.stringify(show(found?.properties["scope"])))).toContain(
      '{"$reference":"data.bicep::lake"',
    );
  });

  it("stand for what a what-if foretells as well", async () => {
    const id = (path: string): string =>
      `/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/${path}`;
    const change = {
      changeType: "Create",
      resourceId: id("Microsoft.Insights/components/i"),
      after: {
        type: "Microsoft.Insights/components",
        name: "i",
        properties: { storage: id("Microsoft.Storage/storageAccounts/genlake") },
      },
    };
    const { resources } = await loadBicep(
      { "data.bicep": LAKE, "what-if.json": JSON.stringify({ changes: [change] }) },
      ["data.bicep", "what-if.json"],
    );
    const found = resources.find(({ type }) => type.endsWith("components"));
    expect(JSON.stringify(show(found?.properties["properties"]))).toMatch(/data\.bicep::lake"/u);
  });
});

describe("what Bicep made of a file", () => {
  const told = async (
    files: Files,
    path: string | readonly string[] = ".",
  ): Promise<{ readonly accounts: readonly string[]; readonly notes: readonly string[] }> => {
    const { resources, diagnostics } = await loadBicep(files, path);
    return {
      accounts: resources
        .filter(({ type }) => type.endsWith("storageAccounts"))
        .map(({ id }) => inFolder(id)),
      notes: diagnostics.filter(({ code }) => code === "arm-read-once").map(({ message }) => message),
    };
  };
  const made = json(JSON.parse(LAKE_JSON).resources, MADE_BY_BICEP);

  it.each<readonly [how: string, files: Files, name: string]>([
    ["of the same name", { "lake.bicep": LAKE, "lake.json": made }, "lake.json"],
    ["of another name beside it", { "main.bicep": LAKE, "azuredeploy.json": made }, "azuredeploy.json"],
  ])("is read once: %s", async (_, files, name) => {
    const { accounts, notes } = await told(files);
    const bicep = Object.keys(files)[0] ?? "";
    expect(accounts).toEqual([`${bicep}::lake`]);
    expect(notes).toEqual([
      `${name} is what Bicep made of ${bicep}, which is read itself: its resources are judged once`,
    ]);
  });

  it("is read once when both are named", async () => {
    const { accounts } = await told({ "lake.bicep": LAKE, "lake.json": made }, ["lake.json", "lake.bicep"]);
    expect(accounts).toEqual(["lake"]);
  });

  it.each<readonly [why: string, files: Files]>([
    ["cannot be read", { "lake.bicep": "resource", "lake.json": made }],
    ["declares something else", { "main.bicep": network(), "azuredeploy.json": made }],
    ["lies in another folder", { "a/main.bicep": LAKE, "b/azuredeploy.json": made }],
  ])("is read when the Bicep file %s", async (_, files) => {
    const { accounts, notes } = await told(files);
    expect(accounts.filter((id) => id.includes(".json::"))).toHaveLength(1);
    expect(notes).toEqual([]);
  });

  it("and is deployed by a Bicep file as a module is read there", async () => {
    const { accounts, notes } = await told({
      "main.bicep": "module lake 'lake.json' = { name: 'lake' }\n",
      "lake.json": LAKE_JSON,
    });
    expect(accounts).toEqual(["main.bicep::lake.Microsoft.Storage/storageAccounts/genlake"]);
    expect(notes).toEqual(["lake.json is read as a module of main.bicep: its resources are judged once"]);
  });
});
