import { describe, expect, it } from "vitest";
import { STRING } from "../../../../src/languages/hcl/values/hcl-value.ts";
import { text, unknown } from "../../../../src/languages/hcl/values/make-value.ts";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { Unknown, UnknownText } from "../../../../src/model/value.ts";
import type { Value } from "../../../../src/model/value.ts";
import { computedData } from "../../../../src/sources/terraform/folder/computed-data.ts";

const OWN = "11111111-1111-1111-1111-111111111111";
const OTHER = "22222222-2222-2222-2222-222222222222";

function read(
  type: string,
  attribute: string,
  {
    account,
    subscription,
    ...named
  }: {
    readonly account?: Value;
    readonly subscription?: string;
    readonly [argument: string]: Value | undefined;
  } = {},
): Value | undefined {
  const given = { ...named, ...(subscription !== undefined && { subscription_id: subscription }) };
  const attributes = new Map(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === "string" ? text(value) : unknown(STRING, "a variable"),
    ]),
  );
  const source = {
    type,
    attributes: () => attributes,
    region: () => undefined,
    account: () => account,
    ownAccount: () => undefined,
    encodeJson: () => text(""),
    renderTemplate: () => text(""),
  };
  const value = computedData(source, attribute);
  return value === undefined ? undefined : toModelValue(value);
}

describe("data sources of Azure", () => {
  it("the subscription is that of the provider, unless it names another one", () => {
    expect(read("azurerm_subscription", "id", { account: OWN })).toBe(`/subscriptions/${OWN}`);
    expect(read("azurerm_subscription", "id", { account: OWN, subscription: OTHER })).toBe(
      `/subscriptions/${OTHER}`,
    );
    expect(read("azurerm_subscription", "subscription_id", { account: OWN })).toBe(OWN);
    expect(read("azurerm_client_config", "subscription_id", { account: OWN })).toBe(OWN);
  });

  it("the id of a subscription that nobody tells begins as every one does", () => {
    const id = read("azurerm_subscription", "id");
    expect(id).toBeInstanceOf(UnknownText);
    expect((id as UnknownText).pieces[0]).toBe("/subscriptions/");
  });

  it.each([
    ["azurerm_storage_account", { name: "lake" }, "Microsoft.Storage/storageAccounts/lake"],
    [
      "azurerm_subnet",
      { name: "compute", virtual_network_name: "net" },
      "Microsoft.Network/virtualNetworks/net/subnets/compute",
    ],
  ])("the id of %s is made of its group and name", (type, named, path) => {
    const group = `/subscriptions/${OWN}/resourceGroups/rg`;
    const told = { ...named, resource_group_name: "rg" };
    expect(read(type, "id", { account: OWN, ...told })).toBe(`${group}/providers/${path}`);
    const open = read(type, "id", told);
    expect((open as UnknownText).pieces.filter((piece) => typeof piece === "string").join("")).toBe(
      `/subscriptions//resourceGroups/rg/providers/${path}`,
    );
    expect(read(type, "id", named)).toBeUndefined();
  });

  it("the name that is not known leaves the end of the id open", () => {
    const id = read("azurerm_storage_account", "id", { name: null, resource_group_name: "rg" });
    expect((id as UnknownText).pieces.at(-1)).toBeInstanceOf(Unknown);
  });

  it("what only Azure knows stays open", () => {
    expect(read("azurerm_subscription", "display_name", { account: OWN })).toBeUndefined();
    expect(read("azurerm_client_config", "tenant_id", { account: OWN })).toBeUndefined();
  });
});
