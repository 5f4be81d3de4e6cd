import { describe, expect, it } from "vitest";
import { shapeNamed, shapeOfPart, spellWord } from "../../../src/sources/azure/arm-shapes.ts";
import type { ArmShape } from "../../../src/sources/azure/arm-shapes.ts";

function shapeAt(type: string, ...names: readonly string[]): ArmShape | undefined {
  let shape = shapeNamed(type);
  for (const name of names) shape = shapeOfPart(shape, name);
  return shape;
}

describe("a word that a property admits", () => {
  const access = shapeAt("Microsoft.Batch/batchAccounts", "properties", "publicNetworkAccess");
  const source = shapeAt("Microsoft.Batch/batchAccounts", "properties", "encryption", "keySource");
  const modes = shapeAt("Microsoft.Batch/batchAccounts", "properties", "allowedAuthenticationModes", "*");
  const name = shapeAt("Microsoft.Batch/batchAccounts", "name");

  it.each([
    ["is spelled as Azure publishes it", access, "disabled", "Disabled"],
    ["stays as it is when it is right", access, "Enabled", "Enabled"],
    ["stays as it is when Azure does not publish it", access, "private", "private"],
    ["is spelled so with dots in it", source, "microsoft.keyvault", "Microsoft.KeyVault"],
    ["is spelled so in a list", modes, "aad", "AAD"],
    ["is no word where any text may stand", name, "enabled", "enabled"],
    ["of which nothing is known stays as it is", undefined, "disabled", "disabled"],
  ] as const)("%s", (_, shape, text, spelled) => {
    expect(spellWord(shape, text)).toBe(spelled);
  });
});
