import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/model/resource.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { textAt } from "../load-input.ts";
import { show } from "../cloudformation/load-template.ts";

const FOLDER = "fixtures/what-if";

function scan(file: string): Promise<ReadResult> {
  return readInputs([`${FOLDER}/${file}`], { settings: DEFAULT_SETTINGS });
}

function text(json: object): Promise<ReadResult> {
  const stdin = (): Promise<Uint8Array> => Promise.resolve(Buffer.from(JSON.stringify(json)));
  return readInputs(["-"], { settings: DEFAULT_SETTINGS, stdin });
}

function find({ resources }: ReadResult, address: string): Resource {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

describe("what az prints", () => {
  it("is the resources that will be there", async () => {
    const { resources, inputs, gaps } = await scan("cli.json");
    expect(inputs.map(({ source, status }) => [source, status])).toEqual([["what-if", "read"]]);
    expect(resources.map(({ address, type }) => [address, type])).toEqual([
      ["Microsoft.Storage/storageAccounts/lakenorth", "Microsoft.Storage/storageAccounts"],
      [
        "Microsoft.Storage/storageAccounts/lakenorth/blobServices/default",
        "Microsoft.Storage/storageAccounts/blobServices",
      ],
      ["Microsoft.Authorization/locks/keep", "Microsoft.Authorization/locks"],
    ]);
    expect(gaps).toEqual([]);
  });

  it("has them as a template has them: without id and type, a child with its parent, an extension with its scope", async () => {
    const result = await scan("cli.json");
    const service = find(result, "Microsoft.Storage/storageAccounts/lakenorth/blobServices/default");
    expect(show(service.properties)).toEqual({
      name: "default",
      parent: {
        $reference: "Microsoft.Storage/storageAccounts/lakenorth",
        value: expect.stringContaining("/lakenorth") as string,
      },
      apiVersion: "2023-05-01",
      properties: { deleteRetentionPolicy: { days: 7, enabled: true } },
    });
    expect(show(find(result, "Microsoft.Authorization/locks/keep").properties)).toMatchObject({
      scope: { $reference: "Microsoft.Storage/storageAccounts/lakenorth" },
    });
  });

  it("says where a property stands", async () => {
    const account = find(await scan("cli.json"), "Microsoft.Storage/storageAccounts/lakenorth");
    const origin = account.origin?.("/properties/networkAcls/ipRules/0/value");
    expect(origin?.attribute).toBe("after.properties.networkAcls.ipRules[0].value");
    expect(textAt(origin?.location)).toMatch(/^"value": "203/u);
    expect(account.placement?.account).toBe("11111111-1111-1111-1111-111111111111");
  });
});

describe("what the service answers", () => {
  it("is read in its own shape, changeType in any case", async () => {
    const vault = find(await scan("service.json"), "Microsoft.KeyVault/vaults/kv");
    expect(vault.type).toBe("Microsoft.KeyVault/vaults");
    expect(show(vault.properties)).toMatchObject({ properties: { enablePurgeProtection: true } });
  });

  it("leaves texts unknown that it could not evaluate", async () => {
    const vault = find(await scan("service.json"), "Microsoft.KeyVault/vaults/kv");
    expect(show(propertyAt(vault, "/properties/networkAcls/defaultAction"))).toEqual({
      $unknown: "known only at deployment: parameters('action')",
    });
    expect(show(propertyAt(vault, "/location"))).toMatchObject({
      $unknown: expect.stringContaining("'full').location") as string,
    });
  });

  it("does not tell what some resources will be: they are unknown, and this is told", async () => {
    const result = await scan("service.json");
    const silent = [
      "Microsoft.Storage/storageAccounts/byId",
      "Microsoft.Batch/batchAccounts/compute",
      "Microsoft.Sql/servers/catalogue",
    ];
    expect(result.gaps.map(({ subject }) => subject)).toEqual(silent);
    for (const address of silent) {
      expect(show(propertyAt(find(result, address), "/properties/publicNetworkAccess"))).toHaveProperty(
        "$unknown",
      );
    }
    expect(result.inputs[0]?.status).toBe("partial");
  });

  it("names what stays and what goes: what does not change is read, what is ignored or deleted is not", async () => {
    const { resources } = await scan("service.json");
    const addresses = resources.map(({ address }) => address);
    expect(addresses).toContain("Microsoft.Storage/storageAccounts/scratch");
    expect(addresses).not.toContain("Microsoft.Network/virtualNetworks/old");
  });

  it("has changes that are only possible: nobody knows whether they are there", async () => {
    const group = find(await scan("service.json"), "Microsoft.Network/networkSecurityGroups/maybe");
    expect(group.uncertain?.reason).toBe("the what-if says only that it may change");
  });

  it("has warnings of its own", async () => {
    const { diagnostics } = await scan("service.json");
    expect(diagnostics.map(({ level, message }) => [level, message])).toEqual([
      ["warning", "NestedDeploymentShortCircuited: A nested deployment got short-circuited."],
    ]);
  });
});

describe("odd answers", () => {
  it("a failed one is told with its reason", async () => {
    const { problems } = await text({
      status: "Failed",
      error: { code: "InvalidTemplate", message: "Deployment template validation failed" },
      changes: null,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      "-: the what-if failed, so it foretells nothing: Deployment template validation failed; correct the template and run it again",
    ]);
  });

  it("a change in the place of a resource, as an example of the documentation has it, is no resource", async () => {
    const change = {
      resourceId: "/subscriptions/1/resourceGroups/a/providers/A.B/c/d",
      changeType: "Create",
      after: null,
    };
    const { gaps, resources } = await text({ changes: [{ ...change, after: change }] });
    expect(resources.map(({ type }) => type)).toEqual(["A.B/c"]);
    expect(gaps).toHaveLength(1);
  });

  it("nothing changes", async () => {
    const { inputs } = await text({ status: "Succeeded", changes: [], potentialChanges: [] });
    expect(inputs[0]).toMatchObject({ source: "what-if", status: "read", resources: 0 });
  });
});
