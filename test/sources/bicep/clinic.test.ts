import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import { plain } from "../../../src/model/value.ts";
import { loadInput, textAt } from "../load-input.ts";
import { addressesOf, resourceOf, show } from "./load-bicep.ts";

const CLINIC = "fixtures/bicep/clinic";
const prod = await loadInput(CLINIC);
const dev = await loadInput(`${CLINIC}/main.bicep`);

describe("a folder with a parameter file", () => {
  it("is what the parameter file deploys, modules in modules included", () => {
    expect(prod.gaps).toEqual([]);
    expect(prod.diagnostics).toEqual([]);
    expect(addressesOf(prod)).toEqual([
      "vault",
      "vault::secret",
      "store[0]",
      "store[1]",
      "logs",
      "network.open",
      "network.vnet",
      "network.vnet::subnet[0]",
      "network.vnet::subnet[1]",
      "analysis[0].pool",
      "analysis[0].scripts.script",
      // its script is the one of the first analysis: they have one name, and one body
      "analysis[1].pool",
    ]);
  });

  it("has the values of the file, of the one that it extends, and of what it imports", () => {
    const { properties } = resourceOf(prod, "vault");
    expect(show(properties["name"])).toBe("kv-north-prod");
    expect(show(properties["location"])).toBe("westus3");
    expect(show(properties["tags"])).toEqual({ clinic: "North", stage: "PROD", owner: "genomics" });
    expect(show(properties["properties"])).toMatchObject({
      enablePurgeProtection: true,
      softDeleteRetentionInDays: 90,
      sku: { name: "premium" },
    });
  });

  it("never shows what is secure", () => {
    const secret = resourceOf(prod, "vault::secret");
    expect(show(secret.properties["properties"])).toEqual({ value: "(sensitive)" });
    expect(JSON.stringify(prod.resources.map(({ properties }) => show(properties)))).not.toContain(
      "not a real token",
    );
  });

  it("has what is loaded from files, and shows no script", () => {
    const script = resourceOf(prod, "analysis[0].scripts.script");
    expect(plain(propertyAt(script, "/properties/scriptContent"))).toBe("#!/bin/sh\necho started\n");
    expect(show(script.properties["properties"])).toMatchObject({ scriptContent: "(sensitive)" });
  });

  it("resolves references through modules to the resources that are meant", () => {
    const { properties } = resourceOf(prod, "analysis[0].scripts.script");
    const settings = show(properties["properties"]) as { readonly containerSettings: unknown };
    expect(settings.containerSettings).toMatchObject({
      subnetIds: [{ id: { $reference: expect.stringMatching(/network\.vnet::subnet\[0\]$/u) } }],
    });
  });

  it("knows the group that a module is deployed to", () => {
    const { identifiers } = resourceOf(prod, "analysis[0].scripts.script");
    expect(identifiers).toEqual(["start"]);
    const { properties } = resourceOf(prod, "network.vnet::subnet[1]");
    expect(show(properties["name"])).toBe("subnet-1");
    expect(show(properties["properties"])).toMatchObject({ addressPrefix: "10.20.1.0/24" });
  });
});

describe("places", () => {
  it.each([
    ["a resource", "vault", "", "vault 'Microsoft.KeyVault"],
    ["a property", "vault", "/properties/softDeleteRetentionInDays", "softDeleteRetentionInDays: retention"],
    ["a property that is not written", "vault", "/properties/networkAcls", "properties: {"],
    ["a resource inside of another", "vault::secret", "", "secret 'secrets'"],
    [
      "a property of a loop",
      "store[1]",
      "/properties/allowBlobPublicAccess",
      "allowBlobPublicAccess: i == 0",
    ],
    [
      "a property that is spread in from another file",
      "store[0]",
      "/properties/minimumTlsVersion",
      "minimumTlsVersion: 'TLS1_2'",
    ],
    ["an item of a loop in a property", "logs", "/properties/logs/1/category", "category: category"],
    [
      "a property in a module",
      "network.open",
      "/properties/securityRules/0/properties/destinationPortRange",
      "destinationPortRange: '22'",
    ],
    ["a resource in a module of a module", "analysis[0].scripts.script", "", "script 'Microsoft.Resources"],
  ])("%s", (_, address, pointer, text) => {
    const resource = resourceOf(prod, address);
    const location = pointer === "" ? resource.location : resource.origin?.(pointer).location;
    expect(textAt(location)?.startsWith(text)).toBe(true);
  });

  it("a resource in a module has the calls that lead to it", () => {
    const { calls } = resourceOf(prod, "analysis[0].scripts.script");
    expect(calls?.map(({ address }) => address)).toEqual(["analysis[0]", "analysis[0].scripts"]);
    expect(calls?.map(({ location }) => textAt(location)?.slice(0, 8))).toEqual(["analysis", "scripts "]);
  });
});

describe("the template alone", () => {
  it("has the defaults of its parameters, and what has none is not known", () => {
    const { properties } = resourceOf(dev, "vault");
    expect(show(properties["location"])).toBe("eastus2");
    expect(show(properties["name"])).toEqual({
      $unknown: "the parameter clinic has no value: 'kv-${toLower(parameters('clinic').name)}-dev'",
    });
    expect(show(properties["properties"])).not.toHaveProperty("enablePurgeProtection");
  });

  it("leaves out what its conditions leave out", () => {
    expect(addressesOf(dev).filter((address) => /secret|analysis/u.test(address))).toEqual([]);
  });
});
