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
    if (
      feed.computed === true &&
      !feed.attribute.includes(".") &&
      !Object.hasOwn(attributes, feed.attribute)
    ) {
      set(feed.attribute, new Unset());
    }
    return;
  }
  const parts = partsOf(feed);
  if (parts !== undefined) {
    for (const part of parts) visit(part, attributes, set);
    return;
  }
  if ("block" in feed) visitBlocks(feed.block, feed.properties, attributes, set);
  else if ("blocks" in feed) visitBlocks(feed.blocks, feed.properties, attributes, set);
  else if ("keyed" in feed) visitBlocks(feed.keyed, feed.properties, attributes, set);
  else if ("nested" in feed) visitBlocks(feed.nested, feed.properties, attributes, set);
}

/** The feeds that a feed is made of, when it is made of feeds of the same level. */
function partsOf(feed: Exclude<Feed, string>): readonly Feed[] | undefined {
  if ("object" in feed) return Object.values(feed.object);
  if ("list" in feed) return feed.list;
  return "first" in feed ? feed.first : undefined;
}

function visitBlocks(
  name: string,
  feeds: Feeds,
  attributes: ValueMap,
  set: (name: string, value: Value) => void,
): void {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  const changed = isValueList(value) ? value.map((item) => inside(feeds, item)) : inside(feeds, value);
  if (changed !== undefined && changed !== value) set(name, changed);
}

function inside<Held extends Value | undefined>(feeds: Feeds, value: Held): Held | ValueMap {
  return isValueMap(value) ? addUnset(feeds, value) : value;
}
