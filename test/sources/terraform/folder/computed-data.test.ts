import { describe, expect, it } from "vitest";
import { text } from "../../../../src/languages/hcl/values/make-value.ts";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { UnknownText } from "../../../../src/model/value.ts";
import type { Value } from "../../../../src/model/value.ts";
import { computedData } from "../../../../src/sources/terraform/folder/computed-data.ts";

const OWN = "11111111-1111-1111-1111-111111111111";
const OTHER = "22222222-2222-2222-2222-222222222222";

function read(
  type: string,
  attribute: string,
  { account, subscription }: { readonly account?: Value; readonly subscription?: string } = {},
): Value | undefined {
  const attributes = new Map(subscription === undefined ? [] : [["subscription_id", text(subscription)]]);
  const source = {
    type,
    attributes: () => attributes,
    region: () => undefined,
    account: () => account,
    ownAccount: () => undefined,
    encodeJson: () => text(""),
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

  it("what only Azure knows stays open", () => {
    expect(read("azurerm_subscription", "display_name", { account: OWN })).toBeUndefined();
    expect(read("azurerm_client_config", "tenant_id", { account: OWN })).toBeUndefined();
  });
});
