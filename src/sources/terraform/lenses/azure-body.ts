import type { Conversion, Feed, Feeds } from "../lens.ts";

/** A flag of azurerm that ARM spells as a word. */
export const ENABLED: Conversion = { values: { true: "Enabled", false: "Disabled" } };

/** What ARM has and the Terraform type has no word for, because it cannot have it: absent, and known to be. */
export const NEVER: Feed = { object: {} };

/** What most resources of Azure have around their properties. */
export const BODY: Feeds = { name: "name", location: "location", tags: "tags" };

/** The kind of managed identity that a resource has. */
export const IDENTITY_TYPE: Feed = { block: "identity", properties: { type: "type" } };

/** The ids of managed identities are keys of an object in ARM, and are read from the list of azurerm. */
export const IDENTITY_IDS: Feed = { block: "identity", properties: { identity_ids: "identity_ids" } };

/** The managed identities of a resource. */
export const IDENTITY: Feeds = {
  identity: IDENTITY_TYPE,
  Terraform: { object: { identity: IDENTITY_IDS } },
};

/** The rules of a service that lets single addresses and subnets in. */
export function networkRules(block: string, subnets: string): Feeds {
  return {
    networkAcls: {
      block,
      properties: {
        bypass: { attribute: "bypass", as: "commas" },
        defaultAction: "default_action",
        ipRules: { attribute: "ip_rules", as: { each: "value" } },
        virtualNetworkRules: { attribute: subnets, as: { each: "id" } },
      },
    },
  };
}
