import { describe, expect, it } from "vitest";
import { loadBicep, resourceOf, show } from "./load-bicep.ts";
import type { Files } from "./load-bicep.ts";

const SECRET = "hunter2";
const DECLARATIONS = `
@secure()
param secret string = '${SECRET}'
@secure()
param object object = { a: '${SECRET}', list: ['${SECRET}'], ${SECRET}: 1 }
param config { @secure()
token: string, name: string } = { token: '${SECRET}', name: 'n' }
param open string
resource elsewhere 'Microsoft.Storage/storageAccounts@2023-01-01' existing = { name: 'elsewhere' }
`;

/** Everything of a scan that reports could show. */
async function shown(files: Files): Promise<string> {
  const { resources, diagnostics, gaps, problems } = await loadBicep(files);
  const told = resources.map((resource) => [
    resource.address,
    resource.name,
    show(resource.properties),
    resource.uncertain?.reason,
    resource.missing?.("/x")?.reason,
  ]);
  return JSON.stringify([told, diagnostics, gaps, problems]);
}

describe("a secret is shown nowhere", () => {
  it.each([
    "secret",
    "'a${secret}b'",
    "'${secret}${open}'",
    "base64(secret)",
    "format('{0}', secret)",
    'json(\'{"a":"${secret}"}\')',
    "json(secret)",
    "int(secret)",
    "fail(secret)",
    "split(secret, 't')",
    "union({ a: 1 }, object)",
    "union(elsewhere.properties, { a: secret })",
    "{ ...object }",
    "[...object.list]",
    "{ '${secret}': 1 }",
    "[for x in object.list: x]",
    "[for x in elsewhere.properties.list: '${x}${secret}']",
    "toObject([secret], x => x)",
    "groupBy([secret], x => x)",
    "map(object.list, x => '${x}${open}')",
    "map(elsewhere.properties.list, x => '${x}${secret}')",
    "filter(elsewhere.properties.list, x => x == secret)",
    "shallowMerge([object, { b: 1 }])",
    "flatten([object.list, ['x']])",
    "union({ a: { b: 1 } }, { a: object })",
    "union({ a: object }, { a: { b: 1 } })",
    "concat([secret], ['x'])",
    "first([object])",
    "reduce(object.list, '', (a, b) => '${a}${b}')",
    "items(object)",
    "object[secret]",
    "elsewhere.properties[secret]",
    "elsewhere.properties[?secret]",
    "resourceId('A.B/c', secret)",
    "reference(secret).x",
    "config.token",
    "config",
    "elsewhere.properties.flag ? { a: secret } : {}",
    "substring(secret, 0, 99)",
    "uniqueString(secret)",
  ])("%s", async (expression) => {
    const text = `${DECLARATIONS}
resource probe 'Genoscan.Test/probes@2024-01-01' = {
  name: 'probe'
  value: ${expression}
  inner: [{ value: ${expression} }]
}
`;
    const all = await shown({ "main.bicep": text });
    expect(all).toContain("probe");
    expect(all).not.toContain(SECRET);
  });

  it.each([
    ["name", "name: 'a${secret}'"],
    ["tags", "name: 'a'\n  tags: object"],
    ["spread", "name: 'a'\n  ...object"],
  ])("in the envelope of a resource, and of what lies in it: %s", async (_, body) => {
    const text = `${DECLARATIONS}
resource account 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  ${body}
}
resource services 'Microsoft.Storage/storageAccounts/blobServices@2023-01-01' = {
  parent: account
  name: 'default'
}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'lock'
  scope: account
  properties: { notes: account.id }
}
`;
    const all = await shown({ "main.bicep": text });
    expect(all.replaceAll(`"${SECRET}":`, "")).not.toContain(SECRET);
    expect(all).toContain('"$reference"');
  });

  it("in modules, their names and outputs", async () => {
    const text = `${DECLARATIONS}
module inner 'inner.bicep' = { name: 'm-\${secret}', params: { value: secret } }
resource probe 'Genoscan.Test/probes@2024-01-01' = { name: 'probe', value: [inner.outputs.one, inner.outputs.other] }
`;
    const inner = `
param value string
@secure()
output one string = '${SECRET}'
output other string = '\${value}x'
resource probe 'Genoscan.Test/probes@2024-01-01' = { name: value, value: deployment().name }
`;
    expect(await shown({ "main.bicep": text, "inner.bicep": inner })).not.toContain(SECRET);
  });
});

describe("what is left out is not taken for equal", () => {
  it.each([
    ["two secrets in what is not known", "format('{0}{1}', first, open) == format('{0}{1}', second, open)"],
    ["two secrets that something is made of", "uniqueString(first, open) == uniqueString(second, open)"],
    ["two files that are not there", "loadTextContent('a') == loadTextContent('b')"],
    ["two that fail", "string(int('a')) == string(int('b'))"],
  ])("%s", async (_, expression) => {
    const text = `
@secure()
param first string = 'a'
@secure()
param second string = 'b'
param open string
resource probe 'Genoscan.Test/probes@2024-01-01' = if (${expression}) { name: 'probe' }
`;
    expect(resourceOf(await loadBicep({ "main.bicep": text }), "probe").uncertain).toBeDefined();
  });

  it("resources with two secret names are two", async () => {
    const text = `
@secure()
param first string = 'a'
@secure()
param second string = 'b'
resource one 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: first }
resource other 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: second }
resource lock 'Microsoft.Authorization/locks@2020-05-01' = { name: 'lock', scope: other }
`;
    const { properties } = resourceOf(await loadBicep({ "main.bicep": text }), "lock");
    expect(show(properties["scope"])).toMatchObject({
      $reference: expect.stringMatching(/other$/u) as string,
    });
  });
});
