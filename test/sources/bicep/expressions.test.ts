import { describe, expect, it } from "vitest";
import { valueOf } from "./load-bicep.ts";

const AROUND = `
param text string = 'Prod'
param open string
param list array = [1, 2, 3]
param object object = {
  a: 1
  b: {
    c: 'd'
  }
}
param nothing string?
var prefix = 'gen-\${toLower(text)}'
func greet(name string, count int) string => '\${name}:\${count}'
type mode = 'a' | 'b'
resource vault 'Microsoft.KeyVault/vaults@2023-02-01' = {
  name: 'v'
  location: 'eastus2'
  resource key 'keys' = {
    name: 'k'
  }
}
resource copies 'Microsoft.KeyVault/vaults@2023-02-01' = [for i in range(0, 2): {
  name: 'copy\${i}'
}]
resource maybe 'Microsoft.KeyVault/vaults@2023-02-01' = if (text == 'Dev') {
  name: 'maybe'
}
`;

describe("values that are known", () => {
  it.each<readonly [fact: string, expression: string, value: unknown]>([
    ["a variable", "prefix", "gen-prod"],
    ["interpolation writes numbers and booleans", "'${1}-${true}-${text}'", "1-True-Prod"],
    [
      "equality",
      "[text == 'Prod', text =~ 'PROD', text != 'prod', text !~ 'PROD']",
      [true, true, true, false],
    ],
    ["arithmetic", "[7 / 2, 7 % 2, -3 + 1, 2 * (3 - 1)]", [3, 1, -2, 4]],
    ["comparison", "[1 < 2, 2 <= 2, 'a' < 'b', 3 > 4]", [true, true, true, false]],
    ["logic", "[true && false, true || false, !true]", [false, true, false]],
    ["a choice", "text == 'Prod' ? 'yes' : 'no'", "yes"],
    ["null gives way", "nothing ?? 'instead'", "instead"],
    ["a safe property", "object.?x.?y ?? 'none'", "none"],
    ["an item from the end", "list[^1]", 3],
    ["a safe index", "list[?9] ?? 0", 0],
    ["spread in an array", "[\n  ...list\n  4\n]", [1, 2, 3, 4]],
    ["spread in an object", "{\n    ...object\n    a: 2\n  }", { a: 2, b: { c: "d" } }],
    ["a key that is an expression", "{ '${toLower(text)}-x': 1 }", { "prod-x": 1 }],
    ["a loop", "[for n in list: n * 2]", [2, 4, 6]],
    ["a loop with its index", "[for (n, i) in list: n * i]", [0, 2, 6]],
    ["lambdas", "map(filter(list, n => n > 1), n => 'n${n}')", ["n2", "n3"]],
    ["a lambda with two names", "reduce(list, 0, (sum, n) => sum + n)", 6],
    ["an inner name hides an outer one", "map(list, list => list)", [1, 2, 3]],
    ["a function of the file", "greet('a', 2)", "a:2"],
    [
      "functions with their namespace",
      "sys.concat(az.resourceGroup().type, '!')",
      "Microsoft.Resources/resourceGroups!",
    ],
    ["any and nameof", "[any(1), nameof(vault), nameof(object.b)]", [1, "vault", "b"]],
    [
      "names and types of resources",
      "[vault.name, vault::key.name, vault.type]",
      ["v", "k", "Microsoft.KeyVault/vaults"],
    ],
    ["a declared property of a resource", "vault.location", "eastus2"],
    ["a resource of a loop", "copies[1].name", "copy1"],
    ["a resource that is not deployed", "maybe.?properties.vaultUri ?? 'none'", "none"],
    ["a text of many lines", "'''\na\n  ${b}'''", "a\n  ${b}"],
    ["a text of many lines with expressions", "$'''${text}'''", "Prod"],
  ])("%s", async (_, expression, value) => {
    expect(await valueOf(expression, AROUND)).toEqual(value);
  });
});

describe("values that are known only at deployment", () => {
  it.each<readonly [fact: string, expression: string, reason: string]>([
    ["a parameter without a value", "open", "the parameter open has no value"],
    ["a text with one in it", "'a-${open}'", "the parameter open has no value: 'a-${parameters('open')}'"],
    [
      "the place of the deployment",
      "resourceGroup().location",
      "known only at deployment: resourceGroup().location",
    ],
    ["a new guid", "newGuid()", "known only at deployment"],
    ["a name that is not there", "opne", "there is no opne in this file"],
  ])("%s", async (_, expression, reason) => {
    const value = (await valueOf(expression, AROUND)) as { readonly $unknown?: string };
    expect(value.$unknown).toContain(reason);
  });

  it("a property of a resource refers to the resource", async () => {
    expect(await valueOf("vault.properties.vaultUri", AROUND)).toMatchObject({ $reference: "vault" });
  });
});
