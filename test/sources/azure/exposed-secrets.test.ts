import { describe, expect, it } from "vitest";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { loadTemplate } from "../arm/load-template.ts";
import { loadBicep, show } from "../bicep/load-bicep.ts";

/** `kind: place, secret` of each place that shows one, and where it is written. */
function exposed({ resources }: ReadResult): readonly string[] {
  const deployment = resources.find(({ type }) => type === "Genoscan::Deployment");
  const found = show(deployment?.properties["Exposed"]) as readonly Readonly<Record<string, string>>[];
  return found.map(({ Kind, Name, Secret, $unknown }, index) => {
    const { line = 0 } = deployment?.origin?.(`/Exposed/${String(index)}/Secret`).location ?? {};
    return $unknown ?? `${Kind ?? ""}: ${Name ?? ""}, ${Secret ?? ""}, line ${String(line)}`;
  });
}

const HEAD = `@secure()
param password string
param open string
@secure()
param settings object
resource lake 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'lake' }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'vault' }
`;

async function inBicep(text: string, module = ""): Promise<readonly string[]> {
  return exposed(await loadBicep({ "main.bicep": HEAD + text, "module.bicep": module }));
}

describe("a secret that Bicep gives away", () => {
  it.each([
    ["output x string = password", "output: outputs.x, the parameter password, line 8"],
    ["output x string = 'Pwd=${password}'", "output: outputs.x, the parameter password, line 8"],
    [
      "output x object = { a: [{ b: password }] }",
      "output: outputs.x.a[0].b, the parameter password, line 8",
    ],
    [
      "output x array = [for i in range(0, 1): '${i}${password}']",
      "output: outputs.x[0], the parameter password, line 8",
    ],
    ["output x string = settings.adminPassword", "output: outputs.x, the parameter settings, line 8"],
    ["output x string = lake.listKeys().keys[0].value", "output: outputs.x, listKeys(), line 8"],
    [
      "output x string = 'AccountKey=${lake.listKeys().keys[0].value};'",
      "output: outputs.x, listKeys(), line 8",
    ],
    [
      "resource v 'Microsoft.Network/virtualNetworks@2023-11-01' = { name: 'v', tags: { owner: password } }",
      "tag: v.tags.owner, the parameter password, line 8",
    ],
  ])("%s", async (text, told) => {
    expect(await inBicep(text)).toEqual([told]);
  });

  it.each([
    "@secure()\noutput x string = password",
    "@secure()\noutput x object = { a: password }",
    "output x object = { a: 1 }",
    "output x string = 'kv-${settings.suffix}'",
    "output x string = settings.adminName",
    "output x bool = empty(password)",
    "output x int = length(password)",
    "output x string = empty(password) ? 'none' : 'some'",
    "output x string = uniqueString(password)",
    "output x string = lake.listKeys().keys[0].keyName",
    "output x string = open",
    "resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: vault, name: 's', properties: { value: password } }",
  ])("not: %s", async (text) => {
    expect(await inBicep(text)).toEqual([]);
  });

  it.each<readonly [param: string, argument: string, told: readonly string[]]>([
    ["param p string", "password", ["parameter: m.parameters.p, the parameter password, line 8"]],
    ["param p object", "{ a: password }", ["parameter: m.parameters.p.a, the parameter password, line 8"]],
    ["param p string", "lake.listKeys().keys[0].value", ["parameter: m.parameters.p, listKeys(), line 8"]],
    ["param p string", "open", []],
    ["@secure()\nparam p string", "password", []],
    ["@secure()\nparam p object", "{ a: password }", []],
    ["param p { @secure()\na: string }", "{ a: password }", []],
    ["@secure()\nparam p string", "vault.getSecret('s')", []],
  ])("to a module with %s: %s", async (param, argument, told) => {
    const call = `module m 'module.bicep' = { name: 'm', params: { p: ${argument} } }`;
    expect(
      await inBicep(
        call,
        param.replace("{ @secure()\na", "{\n  @secure()\n  a").replace("string }", "string\n}"),
      ),
    ).toEqual(told);
  });

  it("not to one of several variants that is secure there", async () => {
    const module = `@discriminator('kind')
type login = one | two
type one = {
  kind: 'one'
  @secure()
  token: string
}
type two = {
  kind: 'two'
  token: string
}
param p login
`;
    const call = "module m 'module.bicep' = { name: 'm', params: { p: { kind: 'one', token: password } } }";
    expect(await inBicep(call, module)).toEqual([]);
  });

  it("when a parameter file gives it as a text", async () => {
    const read = await loadBicep({
      "main.bicepparam":
        "using 'main.bicep'\nparam password = 'hunter2'\nparam open = 'x'\nparam settings = {}\n",
      "main.bicep": `${HEAD}output x string = password\n`,
    });
    expect(exposed(read)).toEqual(["output: outputs.x, the parameter password, line 8"]);
  });

  it("through the output of a module, twice: each deployment keeps its own", async () => {
    const call =
      "module m 'module.bicep' = { name: 'm', params: { p: password } }\noutput x string = m.outputs.y";
    expect(await inBicep(call, "@secure()\nparam p string\noutput y string = p")).toEqual([
      "output: outputs.x, the parameter password, line 9",
      "output: m.outputs.y, the parameter password, line 3",
    ]);
  });

  it("by a parameter that is not secure and becomes a password", async () => {
    const vm = (value: string): string =>
      `resource vm 'Microsoft.Compute/virtualMachines@2024-03-01' = { name: 'vm', location: 'x', properties: { osProfile: { adminPassword: ${value} } } }`;
    expect(await inBicep(vm("open"))).toEqual([
      "parameter: parameters.open, properties.osProfile.adminPassword of vm, line 3",
    ]);
    expect(await inBicep(vm("password"))).toEqual([]);
    expect(await inBicep(vm("newGuid()"))).toEqual([]);
    const script =
      "resource s 'Microsoft.Resources/deploymentScripts@2023-08-01' = { name: 's', location: 'x', kind: 'AzureCLI', properties: { arguments: open, scriptContent: open } }";
    expect(await inBicep(script)).toEqual([]);
    const secret =
      "resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: vault, name: 's', properties: { value: open } }";
    expect(await inBicep(secret)).toEqual(["parameter: parameters.open, properties.value of s, line 3"]);
  });

  it("is not known of a module that cannot be read", async () => {
    const found = await inBicep("module m 'br:example.azurecr.io/a:1' = { name: 'm' }");
    expect(found).toEqual([expect.stringMatching(/^what m shows is not known: /u)]);
  });
});

const DEPLOYMENT = { type: "Microsoft.Resources/deployments", apiVersion: "2022-09-01", name: "d" };
const SCRIPT = {
  type: "Microsoft.Storage/storageAccounts",
  apiVersion: "2023-05-01",
  name: "a",
  properties: { x: "[parameters('password')]" },
};
const INNER = {
  parameters: { password: { type: "secureString" } },
  resources: [SCRIPT],
};
const GIVEN = { parameters: { password: { value: "[parameters('password')]" } } };

describe("a secret that a template in JSON gives away", () => {
  it.each<readonly [how: string, properties: object, told: readonly string[]]>([
    [
      "by a nested template whose expressions are evaluated outside",
      { template: { resources: [SCRIPT] } },
      ["nested template: d.Microsoft.Storage/storageAccounts/a.properties.x, the parameter password, line 1"],
    ],
    [
      "not by one that has its own secure parameter",
      { expressionEvaluationOptions: { scope: "inner" }, ...GIVEN, template: INNER },
      [],
    ],
    [
      "by one whose parameter is a plain text",
      {
        expressionEvaluationOptions: { scope: "inner" },
        ...GIVEN,
        template: { ...INNER, parameters: { password: { type: "string" } } },
      },
      ["parameter: d.parameters.password, the parameter password, line 1"],
    ],
  ])("%s", async (_, properties, told) => {
    const read = await loadTemplate({
      parameters: { password: { type: "securestring" } },
      resources: [{ ...DEPLOYMENT, properties }],
    });
    expect(exposed(read).map((one) => one.replace("Microsoft.Resources/deployments/d", "d"))).toEqual(told);
  });

  it("by an output", async () => {
    const value =
      "[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'a'), '2023-05-01').keys[0].value]";
    const read = await loadTemplate({ resources: [], outputs: { key: { type: "string", value } } });
    expect(exposed(read)).toEqual(["output: outputs.key, listKeys(), line 1"]);
    const secure = await loadTemplate({ resources: [], outputs: { key: { type: "securestring", value } } });
    expect(exposed(secure)).toEqual([]);
  });
});
