import { describe, expect, it } from "vitest";
import { loadBicep, resourceOf, show } from "../bicep/load-bicep.ts";

async function subnetOf(subnets: string, index: string): Promise<string> {
  const read = await loadBicep({
    "main.bicep": `param names array
resource net 'Microsoft.Network/virtualNetworks@2023-11-01' = { name: 'net', properties: { subnets: ${subnets} } }
resource e 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'e'
  properties: { subnet: { id: net.properties.subnets[${index}].id } }
}
`,
  });
  return JSON.stringify(show(resourceOf(read, "e").properties["properties"]));
}

describe("the id of a subnet that a network declares inside of itself", () => {
  it("is the one of the network, and the name of the subnet", async () => {
    expect(await subnetOf("[{ name: 'a' }, { name: 'b' }]", "1")).toContain(
      "/virtualNetworks/net/subnets/b'",
    );
  });

  it.each([
    ["a list that is not known", "[for name in names: { name: name }]", "0"],
    ["an item that is not there", "[{ name: 'a' }]", "1"],
    ["a subnet that may have another name", "[union({ name: 'a' }, names[0])]", "0"],
  ])("is open of %s", async (_, subnets, index) => {
    expect(await subnetOf(subnets, index)).not.toContain("/subnets/");
  });
});
