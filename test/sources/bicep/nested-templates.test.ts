import { describe, expect, it } from "vitest";
import { addressesOf, loadBicep, resourceOf, show } from "./load-bicep.ts";

const DECLARATIONS = `
param tls string
@secure()
param password string
param many array
param names array = ['a', 'b']
`;

function deployment(template: string): string {
  return `${DECLARATIONS}
resource inner 'Microsoft.Resources/deployments@2022-09-01' = {
  name: 'inner'
  properties: {
    mode: 'Incremental'
    parameters: { region: { value: 'westeurope' } }
    template: ${template}
  }
}
`;
}

const ACCOUNT = "type: 'Microsoft.Storage/storageAccounts', apiVersion: '2023-01-01'";

describe("a template that is written into a resource with values of Bicep", () => {
  it("is read, with what of them is known", async () => {
    const read = await loadBicep({
      "main.bicep": deployment(`{
      parameters: { region: { type: 'string' } }
      resources: [
        {
          ${ACCOUNT.replace(",", "\n")}
          name: 'lake\${length(names)}'
          location: '[parameters(\\'region\\')]'
          properties: { minimumTlsVersion: tls, customDomain: { name: password } }
        }
      ]
    }`),
    });
    expect(read.gaps).toEqual([]);
    const lake = resourceOf(read, "inner.Microsoft.Storage/storageAccounts/lake2");
    expect(show(lake.properties)).toMatchObject({
      location: "westeurope",
      properties: {
        minimumTlsVersion: { $unknown: "the parameter tls has no value" },
        customDomain: { name: "(sensitive)" },
      },
    });
    expect(lake.origin?.("/properties/minimumTlsVersion").location).toMatchObject({ line: 21, column: 25 });
  });

  it("may be put together of variables and loops", async () => {
    const read = await loadBicep({
      "main.bicep": deployment(
        `union({ contentVersion: '1.0.0.0' }, { resources: [for name in names: { ${ACCOUNT}, name: 'lake\${name}' }] })`,
      ),
    });
    expect(read.gaps).toEqual([]);
    expect(addressesOf(read)).toEqual([
      "inner.Microsoft.Storage/storageAccounts/lakea",
      "inner.Microsoft.Storage/storageAccounts/lakeb",
    ]);
  });

  it.each([
    ["how many resources it has", `{ resources: [for name in many: { ${ACCOUNT}, name: 'lake' }] }`],
    ["what a resource of it is", "{ resources: [many[0]] }"],
    ["what is in it", "many[0]"],
  ])("is told as not read when nobody knows %s", async (_, template) => {
    const read = await loadBicep({ "main.bicep": deployment(template) });
    expect(read.gaps.map(({ code }) => code)).toEqual(["bicep-inline-template"]);
  });
});

describe("what a deployment asks for", () => {
  it("is told of the parameters of its modules, too, each once", async () => {
    const read = await loadBicep({
      "main.bicep": `
param region string = 'westeurope'
module server 'server.bicep' = [for i in range(0, 2): { name: 'server\${i}', params: { adminPassword: 'x' } }]
module gone 'gone.bicep' = { name: 'gone' }
`,
      "server.bicep": `
param adminPassword string
@secure()
param token string = secret
var secret = 'hunter\${2}'
@secure()
param made string = newGuid()
`,
    });
    const deployment = resourceOf(read, 'deployment["main"]');
    expect(show(deployment.properties["Parameters"])).toEqual([
      { Name: "region", Type: "string", Secure: false, Default: "text" },
      { Name: "adminPassword", Type: "string", Secure: false, Default: "none", Module: "server[0]" },
      { Name: "token", Type: "string", Secure: true, Default: "text", Module: "server[0]" },
      { Name: "made", Type: "string", Secure: true, Default: "other", Module: "server[0]" },
      {
        $unknown: expect.stringMatching(
          /^the parameters of gone are not known: there is no file /u,
        ) as string,
      },
    ]);
    expect(deployment.origin?.("/Parameters/1/Name")).toMatchObject({
      attribute: "server[0].parameters.adminPassword",
      location: { line: 2, column: 7 },
    });
  });
});
