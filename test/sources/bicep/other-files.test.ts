import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_ALIASES, locateModule } from "../../../src/sources/bicep/module-reference.ts";
import { addressesOf, loadBicep, resourceOf, show } from "./load-bicep.ts";

function probe(expression: string, declarations = ""): string {
  return `${declarations}\nresource probe 'Genoscan.Test/probes@2024-01-01' = {\n  name: 'p'\n  value: ${expression}\n}\n`;
}

const STORE = {
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { name: { type: "string" } },
  resources: [
    {
      type: "Microsoft.Storage/storageAccounts",
      apiVersion: "2023-01-01",
      name: "[parameters('name')]",
      location: "eastus2",
    },
  ],
  outputs: { made: { type: "string", value: "[format('made {0}', parameters('name'))]" } },
};

describe("files that are loaded", () => {
  it.each<readonly [fact: string, expression: string, file: string, text: string, value: unknown]>([
    ["text", "loadTextContent('a.txt')", "a.txt", "a\nb", "a\nb"],
    ["text in another encoding", "loadTextContent('a.txt', 'iso-8859-1')", "a.txt", "a", "a"],
    ["bytes", "loadFileAsBase64('a.txt')", "a.txt", "hello", "aGVsbG8="],
    [
      "JSON with comments",
      "loadJsonContent('a.json')",
      "a.json",
      '{"a": [1, /* two */ 2], // c\n}',
      { a: [1, 2] },
    ],
    ["a part of JSON", "loadJsonContent('a.json', '$.a[1].b')", "a.json", '{"a": [0, {"b": "c"}]}', "c"],
    ["YAML", "loadYamlContent('a.yaml')", "a.yaml", "a:\n  - 1\n  - x\n", { a: [1, "x"] }],
    ["by the value of a variable", "loadTextContent(path)", "a.txt", "a", "a"],
    [
      "what lies in a folder",
      "map(loadDirectoryFileInfo('d', '*.txt'), f => '${f.relativePath} ${f.baseName} ${f.extension}')",
      "d/x.txt",
      "",
      ["d/x.txt x.txt .txt"],
    ],
  ])("%s", async (_, expression, file, text, value) => {
    const read = await loadBicep({ "main.bicep": probe(expression, "var path = 'a.txt'"), [file]: text });
    expect(read.gaps).toEqual([]);
    expect(show(resourceOf(read, "probe").properties["value"])).toEqual(value);
  });

  it.each([
    [
      "written into the resource",
      "template: {\n      resources: [\n        {\n          type: 'Microsoft.Storage/storageAccounts'\n          apiVersion: '2023-01-01'\n          name: '[parameters(\\'name\\')]'\n        }\n      ]\n      parameters: {\n        name: {\n          type: 'string'\n        }\n      }\n    }",
    ],
    ["loaded from a file", "template: loadJsonContent('store.json')"],
  ])("a template of a deployment that is %s", async (_, template) => {
    const read = await loadBicep({
      "main.bicep": `param n string = 'x'\nresource d 'Microsoft.Resources/deployments@2023-07-01' = {\n  name: 'd'\n  properties: {\n    mode: 'Incremental'\n    ${template}\n    parameters: {\n      name: {\n        value: n\n      }\n    }\n  }\n}\n`,
      "store.json": JSON.stringify(STORE),
    });
    expect(read.gaps).toEqual([]);
    expect(addressesOf(read)).toEqual(["d.Microsoft.Storage/storageAccounts/x"]);
  });

  it("a file that cannot be read is told, and its data not known", async () => {
    const read = await loadBicep({ "main.bicep": probe("loadJsonContent('a.json')"), "a.json": '{"a": }' });
    expect(read.gaps).toMatchObject([
      { code: "bicep-load", reason: 'loadJsonContent: a.json cannot be read: expected a value, found "}"' },
    ]);
  });

  it("a finding points into the file that says the value", async () => {
    const read = await loadBicep({
      "main.bicep": probe("loadJsonContent('a.json')"),
      "a.json": '{\n  "tls": "1.0"\n}',
    });
    const { origin } = resourceOf(read, "probe");
    expect(origin?.("/value/tls").location).toMatchObject({ line: 2, column: 3 });
  });
});

describe("modules that are compiled", () => {
  const call = (path: string): string =>
    `module m '${path}' = {\n  name: 'm'\n  params: {\n    name: 'x'\n  }\n}\n`;
  const home = process.env["HOME"];
  const cache = mkdtempSync(join(tmpdir(), "genoscan-test-cache-"));
  const lay = (path: string, json: unknown): void => {
    mkdirSync(join(cache, ".bicep", dirname(path)), { recursive: true });
    writeFileSync(join(cache, ".bicep", path), JSON.stringify(json));
  };

  beforeAll(() => {
    process.env["HOME"] = cache;
    lay("br/mcr.microsoft.com/bicep$avm$store/1.0.0$/main.json", STORE);
    lay("br/clinic.azurecr.io/shared$store/V2$1/main.json", STORE);
    lay("ts/11111111-1111-1111-1111-111111111111/group/store/1.0/main.json", {
      properties: { mainTemplate: STORE },
    });
  });
  afterAll(() => {
    if (home !== undefined) process.env["HOME"] = home;
    rmSync(cache, { recursive: true, force: true });
  });

  const config = JSON.stringify({
    moduleAliases: {
      br: { clinic: { registry: "clinic.azurecr.io", modulePath: "shared" } },
      ts: { specs: { subscription: "11111111-1111-1111-1111-111111111111", resourceGroup: "Group" } },
    },
  });

  it.each([
    ["a file beside", "store.json"],
    ["the public registry", "br/public:avm/store:1.0.0"],
    ["a registry by its address", "br:mcr.microsoft.com/bicep/avm/store:1.0.0"],
    ["a registry by its alias, with a tag in capitals", "br/clinic:store:V2"],
    ["a template spec", "ts:11111111-1111-1111-1111-111111111111/Group/store:1.0"],
    ["a template spec by its alias", "ts/specs:store:1.0"],
  ])("from %s", async (_, path) => {
    const read = await loadBicep({
      "main.bicep": `${call(path)}${probe("m.outputs.made")}`,
      "store.json": JSON.stringify(STORE),
      "bicepconfig.json": `// aliases\n${config}`,
    });
    expect(read.gaps).toEqual([]);
    expect(addressesOf(read)).toContain("m.Microsoft.Storage/storageAccounts/x");
    expect(show(resourceOf(read, "probe").properties["value"])).toBe("made x");
  });

  it.each([
    ["that is not on this machine", "br/public:avm/other:1.0.0", "bicep-registry-module"],
    ["of an alias that nobody declares", "br/nobody:store:1.0.0", "bicep-module"],
    ["that is no template", "no.json", "bicep-module"],
  ])("one %s is told", async (_, path, code) => {
    const read = await loadBicep({ "main.bicep": call(path), "no.json": "{}" });
    expect(read.gaps).toMatchObject([{ code, location: { line: 1 } }]);
  });

  it.each(["br:a/../../../../etc:1", "br:a/b:..", "ts:../../../x:1", "br:../a:b", "br:a/b/c"])(
    "%s leads nowhere but into the cache",
    (path) => {
      const located = locateModule(path, NO_ALIASES);
      const segments = typeof located === "string" ? [] : located.segments;
      expect(segments.filter((segment) => segment === ".." || /[\\/]/u.test(segment))).toEqual([]);
    },
  );
});

describe("imports", () => {
  it.each<readonly [fact: string, main: string, files: Readonly<Record<string, string>>, value: unknown]>([
    [
      "a variable with what it needs, under another name",
      "import { a as b } from 'x.bicep'\n",
      { "x.bicep": "var inner = 'i'\n@export()\nvar a = '${inner}!'\n" },
      "i!",
    ],
    [
      "names of the importing file are others",
      "import { a as b } from 'x.bicep'\nvar inner = 'mine'\n",
      { "x.bicep": "var inner = 'i'\n@export()\nvar a = inner\n" },
      "i",
    ],
    [
      "a function that calls another",
      "import { f } from 'x.bicep'\nvar b = f(2)\n",
      { "x.bicep": "func g(n int) int => n + 1\n@export()\nfunc f(n int) int => g(n) * 10\n" },
      30,
    ],
    [
      "everything under one name",
      "import * as x from 'x.bicep'\nvar b = '${x.a}${x.f()}'\n",
      { "x.bicep": "@export()\nvar a = 1\n@export()\nfunc f() string => 'z'\n" },
      "1z",
    ],
    [
      "from a file that imports from a third one",
      "import { a as b } from 'x.bicep'\n",
      {
        "x.bicep": "import { c } from 'y.bicep'\n@export()\nvar a = c\n",
        "y.bicep": "@export()\nvar c = 3\n",
      },
      3,
    ],
    [
      "out of a compiled file",
      "import { a as c, f } from 'x.json'\nvar b = '${c} ${f(1)}'\n",
      {
        "x.json": JSON.stringify({
          ...STORE,
          resources: {},
          languageVersion: "2.0",
          variables: { inner: "i", a: "[concat(variables('inner'), '!')]" },
          functions: [
            {
              namespace: "__bicep",
              members: {
                f: {
                  parameters: [{ name: "n", type: "int" }],
                  output: { type: "int", value: "[add(parameters('n'), 1)]" },
                },
              },
            },
          ],
        }),
      },
      "i! 2",
    ],
  ])("%s", async (_, main, files, value) => {
    const read = await loadBicep({ "main.bicep": probe("b", main), ...files });
    expect(read.gaps).toEqual([]);
    expect(read.diagnostics).toEqual([]);
    expect(show(resourceOf(read, "probe").properties["value"])).toEqual(value);
  });

  it("a type that cannot be read changes nothing, a value is not known and told", async () => {
    const read = await loadBicep({
      "main.bicep": probe("'${b} ${c}'", "import { t, b } from 'br/public:x:1'\nparam c t = 'c'\n"),
    });
    expect(read.gaps.map(({ code }) => code)).toEqual(["bicep-registry-module"]);
  });

  it("a secure part of an imported type is never shown", async () => {
    const read = await loadBicep({
      "main.bicep": probe(
        "p",
        "import { t } from 'x.bicep'\nparam p t = {\n  name: 'n'\n  key: 'hidden'\n}\n",
      ),
      "x.bicep": "@export()\ntype t = {\n  name: string\n  @secure()\n  key: string\n}\n",
    });
    expect(JSON.stringify(show(resourceOf(read, "probe").properties["value"]))).not.toContain("hidden");
  });
});
