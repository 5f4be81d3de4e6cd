import { formatPointer, valueAt } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";

/** The places of collections, and where a collection has its action and rules: ARM's own, azurerm's, those of a firewall. */
const COLLECTIONS: readonly (readonly string[])[] = [
  ["properties", "ruleCollections"],
  ["properties", "applicationRuleCollections"],
  ["properties", "networkRuleCollections"],
  ["Terraform", "application_rule_collection"],
  ["Terraform", "network_rule_collection"],
];

/** Where a rule says what it leads to. */
const DESTINATIONS = ["destinationAddresses", "destinationFqdns", "targetFqdns", "targetUrls"];

const EVERYWHERE = new Set(["*", "0.0.0.0/0", "internet", "*.*"]);

export const broadRules: Fact = {
  name: "BroadRules",
  types: ["Microsoft.Network/azureFirewalls", "Microsoft.Network/firewallPolicies/ruleCollectionGroups"],
  description:
    "The rules of a firewall, or of a group of its policy, that let everything out: Rule, and Destination, which is * or 0.0.0.0/0. A rule whose destination is not known is an item that is not known.",
  fields: { Destination: true, Rule: true },
  compute: (resource) => COLLECTIONS.flatMap((place) => rulesAt(resource, place)),
};

function rulesAt(resource: Resource, place: readonly string[]): readonly Value[] {
  return items(valueAt(resource.properties, place)).flatMap((collection, index) => {
    if (!isValueMap(collection)) return collection instanceof Unknown ? [collection] : [];
    const inner = plain(collection["properties"]);
    if (inner instanceof Unknown) return [inner];
    const held = isValueMap(inner) ? inner : collection;
    const action = actionOf(held);
    if (action === "deny" || action === "other") return [];
    const inside = isValueMap(inner) ? [...place, String(index), "properties"] : [...place, String(index)];
    return items(held["rules"]).flatMap((rule, at) =>
      ofRule(rule, action, { resource, pointer: formatPointer([...inside, "rules", String(at)]) }),
    );
  });
}

function items(value: Value | undefined): readonly (Value | undefined)[] {
  const list = plain(value);
  if (list instanceof Unknown) return [list];
  return isValueList(list) ? list.map((item) => plain(item)) : [];
}

/** `{ type: "Allow" }`, or the word alone. */
function actionOf(collection: ValueMap): "allow" | "deny" | "other" | Unknown {
  const action = plain(collection["action"]);
  const word = isValueMap(action) ? plain(action["type"]) : action;
  if (word instanceof Unknown) return word;
  if (typeof word !== "string") return "other";
  const lower = word.toLowerCase();
  return lower === "allow" ? "allow" : lower === "deny" ? "deny" : "other";
}

function ofRule(
  rule: Value | undefined,
  action: "allow" | Unknown,
  { resource, pointer }: Place,
): readonly Value[] {
  if (!isValueMap(rule)) return rule instanceof Unknown ? [rule] : [];
  const name = plain(rule["name"]);
  for (const property of DESTINATIONS) {
    for (const item of items(rule[property])) {
      if (item instanceof Unknown) return [item];
      if (typeof item !== "string" || !EVERYWHERE.has(item.toLowerCase())) continue;
      if (action instanceof Unknown) return [action];
      const broad = { Rule: typeof name === "string" ? name : "a rule without a name", Destination: item };
      return [writtenAt(broad, resource, `${pointer}/${property}`)];
    }
  }
  return [];
}
