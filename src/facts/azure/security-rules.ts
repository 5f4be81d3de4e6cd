import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { perResource } from "../network/per-resource.ts";
import type { Place } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";

export const RULE = "Microsoft.Network/networkSecurityGroups/securityRules";

/** A rule of a group, wherever it is written. */
export interface SecurityRule {
  readonly name: string;
  readonly direction: Value | undefined;
  readonly access: Value | undefined;
  /** Rules of a lower number come first. */
  readonly priority: Value | undefined;
  readonly properties: ValueMap;
  /** Where its properties are written. */
  readonly place: Place;
  /** Why nobody knows whether it is there. */
  readonly uncertain?: Unknown;
}

/** The rules of a network security group by priority; what is not known of the list is an `Unknown` in it. */
export const securityRules = perResource((graph: ResourceGraph, group: Resource) => {
  const inline = propertyAt(group, "/properties/securityRules");
  const { certain, possible } = childrenOf(graph, group, RULE);
  const rules = [
    ...inlineRules(group, inline),
    ...certain.map((child) => childRule(child)),
    ...possible.map((child) => childRule(child, new Unknown(`${child.address} may be a rule of it`))),
  ];
  return [...rules].sort((left, right) => rank(left) - rank(right));
});

function inlineRules(group: Resource, value: Value | undefined): readonly (SecurityRule | Unknown)[] {
  const list = plain(value);
  if (list instanceof Unknown) return [list];
  if (!isValueList(list)) return [];
  return list.map((item, index) => {
    const rule = plain(item);
    if (rule instanceof Unknown) return rule;
    const properties = isValueMap(rule) ? plain(rule["properties"]) : undefined;
    if (properties instanceof Unknown) return properties;
    const name = isValueMap(rule) ? plain(rule["name"]) : undefined;
    return ruleOf(
      typeof name === "string" ? name : `rule ${String(index)}`,
      isValueMap(properties) ? properties : {},
      { resource: group, pointer: `/properties/securityRules/${String(index)}/properties` },
    );
  });
}

/** A rule that is a resource of its own. */
export function childRule(child: Resource, maybe?: Unknown): SecurityRule | Unknown {
  const properties = plain(propertyAt(child, "/properties"));
  if (!isValueMap(properties)) {
    return properties instanceof Unknown ? properties : new Unknown(`nothing is known of ${child.address}`);
  }
  return ruleOf(child.address, properties, { resource: child, pointer: "/properties" }, maybe);
}

function ruleOf(name: string, properties: ValueMap, place: Place, uncertain?: Unknown): SecurityRule {
  return {
    name,
    direction: plain(properties["direction"]),
    access: plain(properties["access"]),
    priority: plain(properties["priority"]),
    properties,
    place,
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}

/** What has no known place may come first: it is looked at before the others, and decides nothing alone. */
function rank(rule: SecurityRule | Unknown): number {
  if (rule instanceof Unknown) return 0;
  return typeof rule.priority === "number" ? rule.priority : 0;
}

/** Whether a rule of which something is not known may let packets through. */
export function mayAllow(rule: SecurityRule | Unknown): boolean {
  return rule instanceof Unknown || rule.access !== "Deny";
}

/** Whether it may stop them. */
export function mayDeny(rule: SecurityRule | Unknown): boolean {
  return rule instanceof Unknown || rule.access !== "Allow";
}
