import { describe, expect, it } from "vitest";
import { addressesOf, loadBicep } from "../bicep/load-bicep.ts";

function twice(retention: string, name = "'lake'"): Readonly<Record<string, string>> {
  return {
    "main.bicep": `module m 'module.bicep' = [for run in ['init', 'idem']: { name: run, params: { run: run } }]`,
    "module.bicep": `param run string
resource lake 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: ${name}
  tags: { retention: ${retention} }
}
`,
  };
}

describe("a resource that is deployed twice", () => {
  it.each<readonly [how: string, files: Readonly<Record<string, string>>, addresses: readonly string[]]>([
    ["alike is one", twice("'6'"), ["m[0].lake"]],
    ["with other settings is read twice", twice("run"), ["m[0].lake", "m[1].lake"]],
    ["under another name is another one", twice("'6'", "'lake${run}'"), ["m[0].lake", "m[1].lake"]],
  ])("%s", async (_, files, addresses) => {
    const read = await loadBicep(files);
    expect(addressesOf(read).filter((address) => address.includes("lake"))).toEqual(addresses);
  });
});
