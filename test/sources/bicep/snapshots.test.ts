import { describe, expect, it } from "vitest";
import { loadBicep, resourceOf, show } from "./load-bicep.ts";
import type { Files } from "./load-bicep.ts";

/** What a deployment of the parameter file makes, as `bicep snapshot` writes it. */
const SNAPSHOTS: readonly (readonly [
  fact: string,
  files: Files,
  foretold: Readonly<Record<string, unknown>>,
])[] = [
  [
    "loops in loops over what a parameter file gives",
    {
      "main.bicepparam":
        "using './main.bicep'\nparam vaults = [{ name: 'a', keys: ['x', 'y'] }, { name: 'b', keys: [] }]\n",
      "main.bicep": `
param vaults { name: string, keys: string[] }[]
module vault 'vault.bicep' = [for item in vaults: { name: item.name, params: item }]
`,
      "vault.bicep": `
param name string
param keys string[]
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv-\${name}' }
resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = [for (item, i) in keys: { parent: vault, name: '\${item}\${i}', properties: { keySize: 2048 + 1024 * i } }]
`,
    },
    {
      "vault[0].vault": { name: "kv-a" },
      "vault[0].key[0]": { name: "x0", properties: { keySize: 2048 } },
      "vault[0].key[1]": { name: "y1", properties: { keySize: 3072 } },
      "vault[1].vault": { name: "kv-b" },
    },
  ],
  [
    "null for the default, and for nothing where there is none",
    {
      "main.bicepparam": "using './main.bicep'\nparam region = null\nparam tier = null\n",
      "main.bicep": `
param region string? = 'westeurope'
param tier string?
resource lake 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: 'lake', location: region!, sku: { name: 'Standard_ZRS', tier: tier } }
`,
    },
    { lake: { location: "westeurope", sku: { name: "Standard_ZRS" } } },
  ],
];

describe("a parameter file deploys what Bicep foretells", () => {
  it.each(SNAPSHOTS)("%s", async (_, files, foretold) => {
    const read = await loadBicep(files);
    expect(read.gaps).toEqual([]);
    for (const [address, properties] of Object.entries(foretold)) {
      expect(show(resourceOf(read, address).properties)).toMatchObject(properties as object);
    }
    const made = read.resources.filter(({ type }) => !/deployments?$/iu.test(type));
    expect(made.map(({ address }) => address).sort()).toEqual(Object.keys(foretold).sort());
  });
});
