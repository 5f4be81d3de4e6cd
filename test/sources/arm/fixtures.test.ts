import { describe, expect, it } from "vitest";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { show } from "../cloudformation/load-template.ts";
import { textAt } from "../load-input.ts";
import { addressesOf, resourceOf } from "./load-template.ts";

const LAKE = "Microsoft.Storage/storageAccounts/lakenorth${uniqueString(resourceGroup().id)}";

function lake(): Promise<ReadResult> {
  return readInputs(["fixtures/arm/lake/azuredeploy.json"], {
    settings: DEFAULT_SETTINGS,
    paramFiles: ["fixtures/arm/lake/azuredeploy.parameters.json"],
  });
}

function symbolic(): Promise<ReadResult> {
  return readInputs(["fixtures/arm/symbolic/main.json"], { settings: DEFAULT_SETTINGS });
}

describe("a template of languageVersion 1", () => {
  it("is read with its comments, its nested and its linked deployment", async () => {
    const result = await lake();
    expect(result.inputs[0]).toMatchObject({ source: "arm", status: "read" });
    expect(addressesOf(result)).toEqual([
      LAKE,
      LAKE.replace("Accounts/", "Accounts/blobServices/").concat("/default"),
      LAKE.replace("Accounts/", "Accounts/blobServices/containers/").concat("/default/raw"),
      LAKE.replace("Accounts/", "Accounts/blobServices/containers/").concat("/default/reports"),
      "Microsoft.Insights/diagnosticSettings/toWorkspace",
      "Microsoft.Authorization/locks/keep",
      "Microsoft.Resources/deployments/logs",
      "logs.Microsoft.OperationalInsights/workspaces/logs-north",
      "Microsoft.Resources/deployments/network",
      "network.Microsoft.Network/virtualNetworks/lake",
      "Microsoft.Network/privateEndpoints/lake",
      "Microsoft.Sql/servers/catalogue",
    ]);
  });

  it("spells types and properties as Azure publishes them", async () => {
    const { properties } = resourceOf(await lake(), LAKE);
    expect(show(properties)).toMatchObject({
      location: "eastus2",
      properties: {
        minimumTlsVersion: "TLS1_1",
        networkAcls: { ipRules: [{ value: "203.0.113.10" }, { value: "203.0.113.11" }] },
      },
    });
  });

  it("names what a resource lies in, what it extends and what it is sent to", async () => {
    const result = await lake();
    const service = LAKE.replace("Accounts/", "Accounts/blobServices/").concat("/default");
    expect(show(resourceOf(result, service).properties["parent"])).toMatchObject({ $reference: LAKE });
    expect(
      show(resourceOf(result, "Microsoft.Insights/diagnosticSettings/toWorkspace").properties),
    ).toMatchObject({
      scope: { $reference: service },
      properties: { workspaceId: { $reference: "logs.Microsoft.OperationalInsights/workspaces/logs-north" } },
    });
    expect(show(resourceOf(result, "Microsoft.Authorization/locks/keep").properties)).toMatchObject({
      scope: { $reference: LAKE },
    });
  });

  it("knows the network of an id that goes on to a subnet in it", async () => {
    const endpoint = show(resourceOf(await lake(), "Microsoft.Network/privateEndpoints/lake").properties);
    expect(endpoint).toMatchObject({
      properties: {
        subnet: { id: { references: ["network.Microsoft.Network/virtualNetworks/lake"] } },
        privateLinkServiceConnections: [{ properties: { privateLinkServiceId: { $reference: LAKE } } }],
      },
    });
  });

  it("never shows a secret of a vault", async () => {
    const server = show(resourceOf(await lake(), "Microsoft.Sql/servers/catalogue").properties);
    expect(server).toMatchObject({ properties: { administratorLoginPassword: "(sensitive)" } });
  });

  it.each([
    ["/properties/minimumTlsVersion", '"MinimumTlsVersion": "TLS1_1"'],
    // made by a loop among the variables
    ["/properties/networkAcls/ipRules/0/action", '"action": "Allow" }'],
    ["/sku/name", '"name": "Standard_LRS" }'],
    ["/properties/encryption/keySource", '"properties": {'],
  ])("%s stands where it is written", async (pointer, text) => {
    const origin = resourceOf(await lake(), LAKE).origin?.(pointer);
    expect(origin?.location?.file).toBe("fixtures/arm/lake/azuredeploy.json");
    expect(textAt(origin?.location)?.slice(0, text.length)).toBe(text);
  });

  it("leads to what lies in a linked template, through the deployment", async () => {
    const network = resourceOf(await lake(), "network.Microsoft.Network/virtualNetworks/lake");
    expect(network.location?.file).toBe("fixtures/arm/lake/nested/network.json");
    expect(network.calls?.map(({ address }) => address)).toEqual(["Microsoft.Resources/deployments/network"]);
  });

  it("without a value for a parameter is read all the same", async () => {
    const { resources } = await readInputs(["fixtures/arm/lake/azuredeploy.json"], {
      settings: DEFAULT_SETTINGS,
    });
    const account = resources.find(({ type }) => type === "Microsoft.Storage/storageAccounts");
    expect(show(account?.properties["name"])).toEqual({
      $unknown:
        "the parameter clinic has no value: 'lake${parameters('clinic')}${uniqueString(resourceGroup().id)}'",
    });
  });
});

describe("a template of languageVersion 2.0", () => {
  it("has the symbolic names of its resources, of deployments too", async () => {
    expect(addressesOf(await symbolic())).toEqual([
      "groups[0]",
      "groups[1]",
      "central",
      "vaults[0]",
      "vaults[0].vault",
      "vaults[0].admins",
      "assignment",
    ]);
  });

  it("gives a resource in a group of the same template the location of the group", async () => {
    expect(resourceOf(await symbolic(), "vaults[0].vault").properties["location"]).toBe("eastus2");
  });

  it("leads through outputs to what they name", async () => {
    expect(show(resourceOf(await symbolic(), "assignment").properties)).toMatchObject({
      properties: {
        parameters: {
          vault: { value: { $reference: "vaults[0].vault" } },
          workspace: { value: { $reference: "central" } },
          customer: { value: { $reference: "central" } },
        },
      },
    });
  });

  it("declares an existing resource elsewhere: nothing but its name is known", async () => {
    const central = resourceOf(await symbolic(), "central");
    expect(central.declared).toBe("elsewhere");
    expect(central.missing?.("/properties/retentionInDays")?.reason).toBe(
      "the template names the resource and does not declare it",
    );
  });
});
