import { describe, expect, it } from "vitest";
import { addressesOf, loadBicep, resourceOf, show } from "./load-bicep.ts";

const LAKE = `
resource lake 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'lake'
}
`;

describe("what a loop of resources runs over", () => {
  it.each([
    ["an object that is written there", "", "[{ id: lake.id, name: lake.name }]"],
    ["a variable", "var targets = [{ id: lake.id, name: lake.name }]", "targets"],
  ])("may name a resource of the file: %s", async (_, variable, collection) => {
    const read = await loadBicep({
      "main.bicep": `${variable}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = [for target in ${collection}: {
  name: 'of-\${target.name}'
  properties: {
    notes: target.id
  }
}]
${LAKE}`,
    });
    expect(read.diagnostics).toEqual([]);
    expect(addressesOf(read)).toEqual(["lock[0]", "lake"]);
    const { name, properties } = resourceOf(read, "lock[0]");
    expect(name).toBe("of-lake");
    expect(show(properties["properties"])).toMatchObject({
      notes: { $reference: expect.stringContaining("lake") as string },
    });
  });

  it("is not what the loop itself declares", async () => {
    const read = await loadBicep({
      "main.bicep": `
resource locks 'Microsoft.Authorization/locks@2020-05-01' = [for name in [locks[0].name]: {
  name: name
}]
`,
    });
    expect(read.diagnostics.map(({ message }) => message)).toEqual(["there is no resource locks[0]"]);
  });
});

describe("an output of a module that may not be there", () => {
  const files = {
    "main.bicep": `
param there bool
module off 'inner.bicep' = if (false) { name: 'off' }
module on 'inner.bicep' = if (true) { name: 'on' }
module open 'inner.bicep' = if (there) { name: 'open' }
module some 'inner.bicep' = [for i in range(0, 2): if (i == 1) { name: 'some\${i}' }]
resource probe 'Genoscan.Test/probes@2024-01-01' = {
  name: 'probe'
  values: [off.?outputs.id ?? 'none', on.?outputs.id ?? 'none', some[0].?outputs.id ?? 'none', some[1].?outputs.?id ?? 'none']
  open: open.?outputs.id ?? 'none'
}
`,
    "inner.bicep": "output id string = 'there'\n",
  };

  it("is its value, null, or not known, as the module is", async () => {
    const { properties } = resourceOf(await loadBicep(files), "probe");
    expect(show(properties["values"])).toEqual(["none", "there", "none", "there"]);
    expect(show(properties["open"])).toMatchObject({
      $unknown: expect.stringContaining("'outputs').id.value") as string,
    });
  });
});

describe("resources that Bicep does not compile", () => {
  it("inside of one with a loop is one of each pass, and told", async () => {
    const read = await loadBicep({
      "main.bicep": `
resource lake 'Microsoft.Storage/storageAccounts@2023-01-01' = [for i in range(0, 2): {
  name: 'lake\${i}'
  resource blob 'blobServices' = { name: 'default', properties: { isVersioningEnabled: i == 0 } }
}]
`,
    });
    expect(addressesOf(read)).toEqual(["lake[0]", "lake[1]", "lake::blob[0]", "lake::blob[1]"]);
    expect(read.diagnostics.map(({ code }) => code)).toEqual(["bicep-nested-loop"]);
  });

  it("of a name that is taken leave the scan incomplete", async () => {
    const read = await loadBicep({ "main.bicep": `${LAKE}${LAKE.replace("'lake'", "'other'")}` });
    expect(read.gaps.map(({ code }) => code)).toEqual(["bicep-twice"]);
  });
});
