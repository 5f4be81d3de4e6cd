import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { countAddresses, parseRange, publicParts } from "../network/address-range.ts";

/** A /8: the largest block that is given to one holder. */
const BROAD = 2n ** 24n;

export const addressReach: Fact = {
  name: "AddressReach",
  types: [
    "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules",
    "Microsoft.Synapse/workspaces/firewallRules",
  ],
  readFrom: {
    "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules": "/properties/startIpAddress",
    "Microsoft.Synapse/workspaces/firewallRules": "/properties/startIpAddress",
  },
  description:
    "Whom the firewall rule lets in: anywhere (as many addresses as a /8 of the internet, or more), azure (0.0.0.0 to 0.0.0.0, which stands for everything in Azure, of whatever customer), public (fewer addresses on the internet) or private.",
  compute: (rule) =>
    reachOf(propertyAt(rule, "/properties/startIpAddress"), propertyAt(rule, "/properties/endIpAddress")),
};

function reachOf(start: Value | undefined, end: Value | undefined): Value {
  const from = plain(start);
  const to = plain(end);
  if (from === "0.0.0.0" && to === "0.0.0.0") return "azure";
  const first = typeof from === "string" ? parseRange(from) : undefined;
  const last = typeof to === "string" ? parseRange(to) : undefined;
  if (first === undefined || last === undefined || first.family !== last.family) {
    const open = [from, to].find((value) => value instanceof Unknown);
    return open ?? new Unknown("the rule names no range of addresses");
  }
  const open = publicParts({ family: first.family, from: first.from, to: last.to });
  if (open.length === 0) return "private";
  return countAddresses(open) >= BROAD ? "anywhere" : "public";
}
