import { describe, expect, it } from "vitest";
import { loadInput } from "../load-input.ts";
import { addressesOf, loadBicep, resourceOf, show } from "./load-bicep.ts";

const STORE = "resource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'store'\n}\n";

describe("files that cannot be read", () => {
  it("a file with errors is no input, and all of its errors are told with their places", async () => {
    const { problems, resources } = await loadInput("fixtures/bicep/broken/main.bicep");
    expect(resources).toEqual([]);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "bicep-syntax fixtures/bicep/broken/main.bicep:1:20: expected a value, found the end of the line",
      "bicep-syntax fixtures/bicep/broken/main.bicep:5:13: this string is not closed by ' on its line",
    ]);
  });

  it("in a folder it does not hide the others", async () => {
    const read = await loadInput("fixtures/bicep/broken");
    expect(addressesOf(read)).toEqual(["store"]);
    expect(
      read.gaps.map(({ code, subject, location }) => [code, subject.split("/").at(-1), location?.line]),
    ).toEqual([
      ["bicep-syntax", "main.bicep", 1],
      ["bicep-syntax", "main.bicep", 5],
      ["bicep-syntax", "half.bicep", 4],
      ["bicep-module", "sound.bicep", 1],
      ["bicep-module", "sound.bicep", 5],
      ["bicep-registry-module", "sound.bicep", 9],
    ]);
  });

  it("outputs of a module that cannot be read are not known", async () => {
    const { properties } = resourceOf(await loadInput("fixtures/bicep/broken/sound.bicep"), "store");
    expect(show(properties["properties"])).toMatchObject({ description: { $reference: "half" } });
  });

  it("a name that is not there is an error with a hint", async () => {
    const { diagnostics } = await loadInput("fixtures/bicep/broken/sound.bicep");
    expect(diagnostics).toMatchObject([
      {
        code: "bicep-no-name",
        level: "error",
        message: 'there is no loaction in this file; did you mean "location"?',
        location: { line: 15, column: 13 },
      },
    ]);
  });
});

describe("modules that deploy each other", () => {
  it("are told and not followed", async () => {
    const read = await loadInput("fixtures/bicep/circle");
    expect(addressesOf(read)).toEqual(["store"]);
    expect(read.gaps.map(({ code, location }) => [code, location?.line])).toEqual([["bicep-cycle", 6]]);
  });

  it("so is one that deploys itself", async () => {
    const read = await loadBicep(
      { "main.bicep": `${STORE}module me 'main.bicep' = {\n  name: 'me'\n}\n` },
      ".",
    );
    expect(addressesOf(read)).toEqual(["store"]);
    expect(read.gaps).toMatchObject([{ code: "bicep-cycle" }]);
  });
});

describe("files outside of the scanned folder", () => {
  const load = (expression: string): string =>
    `resource probe 'Genoscan.Test/probes@2024-01-01' = {\n  name: 'p'\n  value: ${expression}\n}\n`;

  it.each([
    ["loadTextContent", "loadTextContent('../../secret.txt')"],
    ["an absolute path", "loadTextContent('/etc/hostname')"],
    ["loadFileAsBase64", "loadFileAsBase64('../../../etc/hostname')"],
    ["loadJsonContent", "loadJsonContent('/etc/hostname')"],
    ["loadDirectoryFileInfo", "loadDirectoryFileInfo('/etc')"],
  ])("%s does not read them", async (_, expression) => {
    const read = await loadBicep({ "main.bicep": load(expression) });
    expect(read.gaps).toMatchObject([{ code: "bicep-load", location: { line: 3 } }]);
    expect(read.gaps[0]?.reason).toContain("lies outside of the scanned folder");
    expect(JSON.stringify(show(resourceOf(read, "probe").properties["value"]))).toContain("$unknown");
  });

  it("modules, imports and parameter files are not read either", async () => {
    const read = await loadBicep({
      "main.bicep": `import { x } from '../../x.bicep'\nmodule m '../../m.bicep' = {\n  name: x\n}\n${STORE}`,
    });
    expect(read.gaps.map(({ code }) => code).sort()).toEqual(["bicep-import", "bicep-module"]);
  });
});

describe("entry points of a folder", () => {
  it.each<readonly [fact: string, files: Readonly<Record<string, string>>, addresses: readonly string[]]>([
    [
      "a file that another one uses is read with that one",
      { "a.bicep": "module b 'b.bicep' = {\n}\n", "b.bicep": STORE },
      ["b.store"],
    ],
    ["files that nobody uses are each deployed", { "a.bicep": STORE, "b.bicep": STORE }, ["store", "store"]],
    [
      "a file of types and variables is none",
      { "a.bicep": "@export()\nvar a = 1\n", "b.bicep": STORE },
      ["store"],
    ],
    [
      "each parameter file is a deployment",
      { "a.bicep": STORE, "dev.bicepparam": "using 'a.bicep'\n", "prod.bicepparam": "using 'a.bicep'\n" },
      ["store", "store"],
    ],
    [
      "a parameter file that others extend is none",
      {
        "a.bicep": STORE,
        "b.bicepparam": "using none\n",
        "c.bicepparam": "using 'a.bicep'\nextends 'b.bicepparam'\n",
      },
      ["store"],
    ],
  ])("%s", async (_, files, addresses) => {
    const read = await loadBicep(files, ".");
    expect(read.problems).toEqual([]);
    expect(addressesOf(read)).toEqual(addresses);
  });
});

describe("values of parameters", () => {
  const MAIN =
    "param name string\n@secure()\nparam key string\nresource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: name\n  tags: {\n    key: key\n  }\n}\n";

  it.each([
    [
      "a parameter file",
      "a.bicepparam",
      "using 'main.bicep'\nvar a = 'giv'\nparam name = '${a}en'\nparam key = 'k'\n",
    ],
    [
      "a parameter file of ARM",
      "a.json",
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "parameters": {"name": {"value": "given"}}}',
    ],
  ])("%s that the command line names", async (_, file, text) => {
    const read = await loadBicep({ "main.bicep": MAIN, [file]: text }, "main.bicep", [file]);
    expect(show(resourceOf(read, "store").properties["name"])).toBe("given");
  });

  it("a value for a parameter that is not there is an error", async () => {
    const read = await loadBicep({
      "a.bicepparam": "using 'main.bicep'\nparam nmae = 'x'\n",
      "main.bicep": MAIN,
    });
    expect(read.diagnostics).toMatchObject([{ code: "bicep-no-parameter", location: { line: 2 } }]);
  });

  it("the environment of the machine is not read", async () => {
    const read = await loadBicep({
      "a.bicepparam":
        "using 'main.bicep'\nparam name = readEnvironmentVariable('PATH', 'x')\nparam key = 'k'\n",
      "main.bicep": MAIN,
    });
    expect(show(resourceOf(read, "store").properties["name"])).toEqual({
      $unknown: expect.stringContaining(
        "the environment variable PATH is read where the deployment is made",
      ) as string,
    });
  });

  it("a parameter file that extends itself is told", async () => {
    const read = await loadBicep({
      "a.bicepparam": "using 'main.bicep'\nextends 'a.bicepparam'\nparam name = 'n'\n",
      "main.bicep": MAIN,
    });
    expect(read.gaps).toMatchObject([{ code: "bicep-extends" }]);
  });
});

describe("what a stranger may write", () => {
  it.each([
    [
      "a loop of a billion resources",
      "resource a 'Microsoft.Storage/storageAccounts@2023-01-01' = [for i in range(0, 1000000000): {\n  name: 'a${i}'\n}]\n",
    ],
    [
      "a loop of a billion in a loop of a billion",
      "var a = [for i in range(0, 1000000000): [for j in range(0, 1000000000): j]]\noutput b array = a\n",
    ],
    [
      "a text that doubles",
      `var a0 = 'xxxxxxxxxxxxxxxx'\n${Array.from({ length: 60 }, (_, index) => `var a${String(index + 1)} = '\${a${String(index)}}\${a${String(index)}}'`).join("\n")}\noutput b string = a60\n`,
    ],
    ["variables that need each other", "var a = b\nvar b = a\noutput c string = a\n"],
    [
      "ten thousand variables in a row",
      `var a0 = 1\n${Array.from({ length: 10_000 }, (_, index) => `var a${String(index + 1)} = a${String(index)}`).join("\n")}\noutput b int = a10000\n`,
    ],
    ["a type that is a part of itself", "type a = a.b\ntype c = {\n  d: c.d\n}\nparam e a\nparam f c\n"],
    ["a function that calls itself", "func a(b int) int => a(b + 1)\noutput c int = a(1)\n"],
    [
      "names that JavaScript has",
      "var constructor = 'a'\nvar toString = { __proto__: 1, hasOwnProperty: 2 }\noutput c object = toString\n",
    ],
    ["imports in a circle", "import { a } from 'main.bicep'\n@export()\nvar b = a\n"],
  ])("%s is read to an end", async (_, text) => {
    const read = await loadBicep({ "main.bicep": `${STORE}${text}` });
    expect(addressesOf(read)).toContain("store");
  });
});

describe("comments that speak to genoscan", () => {
  it("cover what they stand above or beside", async () => {
    const read = await loadBicep({
      "main.bicep": `// genoscan:ignore a-rule reason="x"\n@description('y')\n${STORE}resource b 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'b' // genoscan:ignore b-rule reason="z"\n}\n`,
    });
    expect(
      read.annotations.map(({ text, covers }) => [text, covers?.name, covers?.line, covers?.endLine]),
    ).toEqual([
      ['ignore a-rule reason="x"', "store", 2, 5],
      ['ignore b-rule reason="z"', "name", 7, 7],
    ]);
  });
});
