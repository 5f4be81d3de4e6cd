import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const TYPE = "Microsoft.Synapse/workspaces/firewallRules";

describe("whom a firewall rule lets in", () => {
  it.each([
    ["everybody", "0.0.0.0", "255.255.255.255", "anywhere"],
    ["all but a few", "0.0.0.1", "255.255.255.254", "anywhere"],
    ["a /8", "20.0.0.0", "20.255.255.255", "anywhere"],
    ["half a /8", "20.0.0.0", "20.127.255.255", "public"],
    ["whatever runs in Azure", "0.0.0.0", "0.0.0.0", "azure"],
    ["one address", "20.30.40.7", "20.30.40.7", "public"],
    ["a private range", "10.0.0.0", "10.255.255.255", "private"],
    ["a private range and more", "10.0.0.0", "20.0.0.0", "anywhere"],
    ["no addresses", "here", "there", "unknown"],
    ["from what nobody knows", { $unknown: "a parameter" }, "255.255.255.255", "unknown"],
    ["to what nobody knows", "20.30.40.7", { $unknown: "a parameter" }, "unknown"],
  ])("%s", (_, startIpAddress, endIpAddress, reach) => {
    const rule = {
      address: "rule",
      type: TYPE,
      properties: { properties: { startIpAddress, endIpAddress } },
    };
    expect(factOf({ resources: [rule] }, "rule", "AddressReach")).toBe(reach);
  });
});
