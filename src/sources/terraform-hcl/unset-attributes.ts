import { isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Feed, Feeds } from "../terraform/lens.ts";
import { Unset } from "../terraform/unset.ts";

/**
 * The attributes with an `Unset` for each one that the configuration leaves out and that only the provider sets: in a
 * plan it is known after apply, in a folder it is nowhere.
 */
export function addUnset(feeds: Feeds, attributes: ValueMap): ValueMap {
  let added: Record<string, Value> | undefined;
  const set = (name: string, value: Value): void => {
    added ??= { ...attributes };
    added[name] = value;
  };
  for (const feed of Object.values(feeds)) visit(feed, added ?? attributes, set);
  return added ?? attributes;
}

function visit(feed: Feed, attributes: ValueMap, set: (name: string, value: Value) => void): void {
  if (typeof feed === "string" || "constant" in feed || "document" in feed || "spread" in feed) return;
  if ("attribute" in feed) {
    if (feed.computed === true && !feed.attribute.includes(".") && !Object.hasOwn(attributes, feed.attribute)) set(feed.attribute, new Unset());
    return;
  }
  if ("object" in feed) for (const part of Object.values(feed.object)) visit(part, attributes, set);
  else if ("list" in feed) for (const part of feed.list) visit(part, attributes, set);
  else if ("first" in feed) for (const part of feed.first) visit(part, attributes, set);
  else {
    const name = "block" in feed ? feed.block : "blocks" in feed ? feed.blocks : feed.nested;
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const changed = isValueList(value) ? value.map((item) => inside(feed.properties, item)) : inside(feed.properties, value);
    if (changed !== undefined && changed !== value) set(name, changed);
  }
}

function inside<Held extends Value | undefined>(feeds: Feeds, value: Held): Held | ValueMap {
  return isValueMap(value) ? addUnset(feeds, value) : value;
}
