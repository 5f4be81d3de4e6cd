import {
  Sensitive,
  Unknown,
  UnknownText,
  emptyMap,
  isValueList,
  isValueMap,
  plain,
  put,
  referencesOf,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { convert } from "./convert.ts";
import type { AttributeFeed, DocumentFeed, Feed, Feeds, JoinFeed, KeyedFeed, ObjectFeed } from "./lens.ts";
import { spreadItems, spreadNames } from "./spread-items.ts";
import { Unset } from "./unset.ts";

/** The canonical properties that attributes feed. A property whose attribute is not set is not there. */
export function applyFeeds(feeds: Feeds, attributes: ValueMap): Record<string, Value> {
  const properties = emptyMap();
  for (const property of Object.keys(feeds)) {
    const feed = feeds[property];
    const value = feed === undefined ? undefined : applyFeed(feed, attributes);
    if (value !== undefined) properties[property] = value;
  }
  return properties;
}

function applyFeed(feed: Feed, attributes: ValueMap): Value | undefined {
  if (typeof feed === "string") return settled(attributeAt(attributes, feed));
  if ("attribute" in feed) return applyAttribute(feed, attributes);
  if ("constant" in feed) return applyConstant(feed.constant, feed.when, attributes);
  if ("object" in feed) return applyObject(feed, attributes);
  if ("list" in feed) return applyList(feed.list, attributes);
  if ("first" in feed) return applyFirst(feed.first, attributes);
  if ("document" in feed) return applyDocument(feed, attributes);
  if ("spread" in feed) return applyList(feed.spread, attributes);
  if ("join" in feed) return applyJoin(feed, attributes);
  if ("keyed" in feed) return mapKeyed(settled(attributeAt(attributes, feed.keyed)), feed);
  if ("block" in feed) {
    return mapBlock(settled(attributeAt(attributes, feed.block)), feed.properties) ?? feed.unset;
  }
  if ("blocks" in feed) {
    return mapBlocks(settled(attributeAt(attributes, feed.blocks)), feed.properties) ?? feed.unset;
  }
  return mapNested(settled(attributeAt(attributes, feed.nested)), feed.properties);
}

function applyAttribute(feed: AttributeFeed, attributes: ValueMap): Value | undefined {
  const value = attributeAt(attributes, feed.attribute);
  if (value instanceof Unset && feed.computed) return value;
  const set = settled(value);
  if (set !== undefined) return convert(set, feed.as);
  return feed.unsetUnknown === undefined ? feed.unset : new Unknown(feed.unsetUnknown);
}

function applyConstant(constant: Value, when: string | undefined, attributes: ValueMap): Value | undefined {
  if (when === undefined) return constant;
  const value = settled(attributeAt(attributes, when));
  if (value === undefined || (isValueList(value) && value.length === 0)) return undefined;
  return value instanceof Unknown && value.candidates.length === 0 ? value : constant;
}

function applyObject({ object: feeds, inList, ifTrue }: ObjectFeed, attributes: ValueMap): Value | undefined {
  if (ifTrue !== undefined) {
    const flag = plain(settled(attributeAt(attributes, ifTrue)));
    if (flag instanceof Unknown) return flag;
    if (flag !== true) return undefined;
  }
  const object = applyFeeds(feeds, attributes);
  if (Object.keys(object).length === 0) return undefined;
  return inList === true ? [object] : object;
}

function applyDocument({ document, properties }: DocumentFeed, attributes: ValueMap): Value | undefined {
  const text = settled(attributeAt(attributes, document));
  return text === undefined ? undefined : mapNested(convert(text, "json"), properties);
}

function applyList(feeds: readonly Feed[], attributes: ValueMap): Value | undefined {
  const items = feeds.map((feed) => applyFeed(feed, attributes)).filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items;
}

function applyFirst(feeds: readonly Feed[], attributes: ValueMap): Value | undefined {
  for (const feed of feeds) {
    const value = applyFeed(feed, attributes);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** One text of several; it is not known as a whole when a part of it is not, and absent when all are. */
function applyJoin({ join, with: separator }: JoinFeed, attributes: ValueMap): Value | undefined {
  const values = join.map((name) => settled(attributeAt(attributes, name)));
  if (values.every((value) => value === undefined)) return undefined;
  const parts = values.map((value) => plain(value) ?? new Unknown("left out"));
  const unknown = parts.find((part) => part instanceof Unknown);
  if (unknown === undefined) {
    return parts.map((part) => (typeof part === "string" ? part : "")).join(separator);
  }
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
  return new UnknownText(unknown.reason, values.flatMap(referencesOf), pieces);
}

/** What the user set: an empty text is Terraform's way to leave a text out. */
function settled(value: Value | undefined): Value | undefined {
  return value instanceof Unset || value === "" || value === null ? undefined : value;
}

/** An attribute by its path. Blocks of which there is at most one are lists of one in Terraform. */
export function attributeAt(attributes: ValueMap, path: string): Value | undefined {
  if (!path.includes(".")) return Object.hasOwn(attributes, path) ? attributes[path] : undefined;
  let current: Value | undefined = attributes;
  let sensitive = false;
  for (const step of path.split(".")) {
    if (current instanceof Sensitive) {
      sensitive = true;
      current = current.value;
    }
    if (isValueList(current)) current = current[0];
    if (current instanceof Unknown || current === undefined) return current;
    if (!isValueMap(current) || !Object.hasOwn(current, step)) return undefined;
    current = current[step];
  }
  return sensitive && current !== undefined ? new Sensitive(current) : current;
}

function mapBlock(value: Value | undefined, feeds: Feeds): Value | undefined {
  if (value instanceof Sensitive) {
    const inner = mapBlock(value.value, feeds);
    return inner === undefined ? undefined : new Sensitive(inner);
  }
  const block = isValueList(value) ? value[0] : value;
  if (block === undefined || block instanceof Unknown) return block;
  return isValueMap(block)
    ? applyFeeds(feeds, block)
    : isValueList(value) && block === null
      ? emptyMap()
      : block;
}

function mapBlocks(value: Value | undefined, feeds: Feeds): Value | undefined {
  if (value instanceof Sensitive) {
    const inner = mapBlocks(value.value, feeds);
    return inner === undefined ? undefined : new Sensitive(inner);
  }
  if (value === undefined || value instanceof Unknown) return value;
  if (!isValueList(value)) return isValueMap(value) ? spreadBlock(applyFeeds(feeds, value), feeds) : value;
  if (value.length === 0) return undefined;
  return value.flatMap((item) => spreadBlock(mapBlock(item, feeds) ?? emptyMap(), feeds));
}

/** Blocks of which one is not known, or its key, leave the whole object unknown: it could have any property. */
function mapKeyed(value: Value | undefined, { by, properties }: KeyedFeed): Value | undefined {
  if (value instanceof Sensitive) {
    const inner = mapKeyed(value.value, { keyed: "", by, properties });
    return inner === undefined ? undefined : new Sensitive(inner);
  }
  if (!isValueList(value) || value.length === 0) return isValueList(value) ? undefined : value;
  const object = emptyMap();
  for (const item of value) {
    const block = plain(item);
    if (!isValueMap(block)) {
      return block instanceof Unknown ? block : new Unknown("a block is no object");
    }
    const key = plain(block[by]);
    if (typeof key !== "string") {
      return key instanceof Unknown ? key : new Unknown(`a block has no ${by}`);
    }
    put(object, key, applyFeeds(properties, block));
  }
  return object;
}

function spreadBlock(block: Value, feeds: Feeds): readonly Value[] {
  const names = spreadNames(feeds);
  if (names.length === 0 || block instanceof Unknown) return [block];
  if (block instanceof Sensitive) return spreadBlock(block.value, feeds).map((item) => new Sensitive(item));
  return isValueMap(block) ? spreadItems(block, names) : [block];
}

function mapNested(value: Value | undefined, feeds: Feeds): Value | undefined {
  return isValueList(value)
    ? value.map((item) => mapBlock(item, feeds) ?? emptyMap())
    : mapBlock(value, feeds);
}
