import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Sensitive, Unknown, isValueList } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { UNKNOWN, readFact, resource } from "../network/read-facts.ts";

describe("after how many days a key rotates", () => {
  const rotation = (trigger: unknown, more: object = {}, exp?: number): unknown =>
    readFact("/RotationDays", [
      resource("Microsoft.KeyVault/vaults/keys", "key", {
        properties: {
          ...(exp === undefined ? {} : { attributes: { exp } }),
          rotationPolicy: { lifetimeActions: [{ action: { type: "Rotate" }, trigger }], ...more },
        },
      }),
    ]);

  it.each<[string, unknown, object, unknown, number?]>([
    ["days", { timeAfterCreate: "P90D" }, {}, 90],
    ["months of 31 days", { timeAfterCreate: "P3M" }, {}, 93],
    ["years of 366 days", { timeAfterCreate: "P1Y" }, {}, 366],
    [
      "before it expires",
      { timeBeforeExpiry: "P30D" },
      { attributes: { expiryTime: "P1Y" } },
      336,
      1798761600,
    ],
    [
      "never, before it expires when the key has no date",
      { timeBeforeExpiry: "P30D" },
      { attributes: { expiryTime: "P1Y" } },
      undefined,
    ],
    ["never, before it expires without expiring", { timeBeforeExpiry: "P30D" }, {}, undefined],
    ["never, after no time at all", { timeAfterCreate: "soon" }, {}, undefined],
    ["not known", { timeAfterCreate: UNKNOWN }, {}, "?"],
  ])("%s", (_, trigger, more, expected, exp) => {
    expect(rotation(trigger, more, exp)).toBe(expected);
  });
});

describe("a secret in plain text", () => {
  const secret = (value: unknown): unknown =>
    readFact("/LiteralSecrets", [
      resource("Microsoft.KeyVault/vaults/secrets", "secret", { properties: { value } }),
    ]);

  it.each<[string, unknown, readonly string[]]>([
    ["is a text", "Tr0ub4dor-and-3", ["/properties/value"]],
    ["is a text that begins like a variable", "$ecret-horse-3", ["/properties/value"]],
    [
      "is none when it is taken from a resource",
      { $unknown: "known after apply", references: ["other"] },
      [],
    ],
    ["may be there when nothing is known", UNKNOWN, ["?"]],
    ["is none when it is marked as secure", { $sensitive: "Tr0ub4dor-and-3" }, []],
    ["is none when it is a placeholder", "<your secret>", []],
    ["is none when it asks to be changed", "change-me", []],
    ["is none when it is a variable of a pipeline", "${SECRET}", []],
    ["is none when it is empty", "", []],
    ["is none when it is crossed out", "********", []],
  ])("%s", (_, value, expected) => {
    expect(secret(value)).toEqual(expected);
  });
});

describe("a secret that Terraform marks as sensitive", () => {
  const secretOf = (value: Value): readonly Value[] => {
    const [first] = addFacts(
      new ResourceGraph([
        {
          id: "secret",
          address: "azurerm_key_vault_secret.s",
          type: "Microsoft.KeyVault/vaults/secrets",
          writtenType: "azurerm_key_vault_secret",
          properties: { properties: { value } },
          declared: "here",
          identifiers: [],
        },
      ]),
      DEFAULT_SETTINGS,
    ).resources;
    const found = first === undefined ? undefined : propertyAt(first, "/Facts/LiteralSecrets");
    return isValueList(found) ? found : [];
  };

  it("may stand in the code: its provider marks it in a plan whatever it is", () => {
    expect(secretOf(new Sensitive("Tr0ub4dor-and-3"))).toEqual([expect.any(Unknown)]);
  });

  it("does not when it is known at apply", () => {
    expect(secretOf(new Sensitive(new Unknown("known after apply")))).toEqual([]);
  });
});
