import { describe, expect, it } from "vitest";
import { shapeNamed, shapeOfPart, readText } from "../../../src/sources/azure/arm-shapes.ts";
import type { ArmShape } from "../../../src/sources/azure/arm-shapes.ts";

function shapeAt(type: string, ...names: readonly string[]): ArmShape | undefined {
  let shape = shapeNamed(type);
  for (const name of names) shape = shapeOfPart(shape, name);
  return shape;
}

describe("the text of a property", () => {
  const access = shapeAt("Microsoft.Batch/batchAccounts", "properties", "publicNetworkAccess");
  const source = shapeAt("Microsoft.Batch/batchAccounts", "properties", "encryption", "keySource");
  const modes = shapeAt("Microsoft.Batch/batchAccounts", "properties", "allowedAuthenticationModes", "*");
  const name = shapeAt("Microsoft.Batch/batchAccounts", "name");
  const flag = shapeAt("Microsoft.KeyVault/vaults", "properties", "enablePurgeProtection");
  const days = shapeAt("Microsoft.KeyVault/vaults", "properties", "softDeleteRetentionInDays");

  it.each([
    ["is spelled as Azure publishes it", access, "disabled", "Disabled"],
    ["stays as it is when it is right", access, "Enabled", "Enabled"],
    ["stays as it is when Azure does not publish it", access, "private", "private"],
    ["is spelled so with dots in it", source, "microsoft.keyvault", "Microsoft.KeyVault"],
    ["is spelled so in a list", modes, "aad", "AAD"],
    ["is no word where any text may stand", name, "enabled", "enabled"],
    ["is a flag in quotes", flag, "True", true],
    ["is another flag in quotes", flag, "false", false],
    ["is no flag, where a flag has to stand", flag, "yes", "yes"],
    ["is a number in quotes", days, "90", 90],
    ["is no number, where a number has to stand", days, "ninety", "ninety"],
    ["of which nothing is known stays as it is", undefined, "disabled", "disabled"],
  ] as const)("%s", (_, shape, text, spelled) => {
    expect(readText(shape, text)).toBe(spelled);
  });
});
