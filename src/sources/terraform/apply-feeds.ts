import { ownPart } from "../../model/own-part.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownText,
  describeReference,
  emptyMap,
  isValueList,
  isValueMap,
  plain,
  put,
  referencesOf,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { attributeAtPath, parsePath } from "./attribute-path.ts";
import type { AttributePath } from "./attribute-path.ts";
import { convert } from "./convert.ts";
import type {
  AttributeFeed,
  ConstantFeed,
  DocumentFeed,
  Feed,
  Feeds,
  JoinFeed,
  KeyedFeed,
  ObjectFeed,
  SpreadFeed,
} from "./lens.ts";
import { spreadItems, spreadNames } from "./spread-items.ts";
import { Unset } from "./unset.ts";

/** Takes from the attributes of a resource, or of a block, what feeds one property. */
type ReadFeed = (attributes: ValueMap) => Value | undefined;

interface CompiledFeeds {
  readonly properties: readonly string[];
  /** The attribute of a property that is that attribute and nothing else, as most are: read without a call of a function of its own. */
  readonly attributes: readonly (string | undefined)[];
  readonly reads: readonly ReadFeed[];
}

const COMPILED = new WeakMap<Feeds, CompiledFeeds>();

/** The canonical properties that attributes feed. A property whose attribute is not set is not there. */
export function applyFeeds(feeds: Feeds, attributes: ValueMap): Record<string, Value> {
  const { properties, attributes: names, reads } = COMPILED.get(feeds) ?? compileFeeds(feeds);
  const applied = emptyMap();
  // by number: every resource comes through here
  for (let at = 0; at < properties.length; at += 1) {
    const name = names[at];
    const value = name === undefined ? reads[at]?.(attributes) : settled(ownPart(attributes, name));
    if (value !== undefined) applied[properties[at] ?? ""] = value;
  }
  return applied;
}

/** A lens is applied to many resources, so which kind of feed each property has is asked once. */
function compileFeeds(feeds: Feeds): CompiledFeeds {
  const entries = Object.entries(feeds);
  const compiled = {
    properties: entries.map(([property]) => property),
    attributes: entries.map(([, feed]) =>
      typeof feed === "string" && !feed.includes(".") ? feed : undefined,
    ),
    reads: entries.map(([, feed]) => compileFeed(feed)),
  };
  COMPILED.set(feeds, compiled);
  return compiled;
}

function compileFeed(feed: Feed): ReadFeed {
  if (typeof feed === "string") return compilePath(feed);
  if ("attribute" in feed) return compileAttribute(feed);
  if ("constant" in feed) return compileConstant(feed);
  if ("object" in feed) return compileObject(feed);
  if ("list" in feed) return compileList(feed.list);
  if ("first" in feed) return compileFirst(feed.first);
  if ("document" in feed) return compileDocument(feed);
  if ("spread" in feed) return compileSpread(feed);
  if ("join" in feed) return compileJoin(feed);
  if ("keyed" in feed) {
    const path = parsePath(feed.keyed);
    return (attributes) => mapKeyed(settledAt(attributes, path), feed);
  }
  if ("block" in feed) {
    const path = parsePath(feed.block);
    return (attributes) => mapBlock(settledAt(attributes, path), feed.properties) ?? feed.unset;
  }
  if ("blocks" in feed) {
    const path = parsePath(feed.blocks);
    return (attributes) => mapBlocks(settledAt(attributes, path), feed.properties) ?? feed.unset;
  }
  const path = parsePath(feed.nested);
  return (attributes) => mapNested(settledAt(attributes, path), feed.properties);
}

function compilePath(text: string): ReadFeed {
  const path = parsePath(text);
  return (attributes) => settledAt(attributes, path);
}

function compileAttribute(feed: AttributeFeed): ReadFeed {
  const path = parsePath(feed.attribute);
  const { as, computed, unset, unsetUnknown } = feed;
  return (attributes) => {
    const value = attributeAtPath(attributes, path);
    if (value instanceof Unset && computed) return value;
    const set = settled(value);
    if (set !== undefined) return convert(set, as);
    return unsetUnknown === undefined ? unset : new Unknown(unsetUnknown);
  };
}

function compileConstant({ constant, when }: ConstantFeed): ReadFeed {
  if (when === undefined) return () => constant;
  const path = parsePath(when);
  return (attributes) => {
    const value = settledAt(attributes, path);
    if (value === undefined || (isValueList(value) && value.length === 0)) return undefined;
    return value instanceof Unknown && mayBeSomethingElse(value) ? value : constant;
  };
}

function compileObject({ object: feeds, inList, ifTrue }: ObjectFeed): ReadFeed {
  const flagPath = ifTrue === undefined ? undefined : parsePath(ifTrue);
  return (attributes) => {
    if (flagPath !== undefined) {
      const flag = plain(settledAt(attributes, flagPath));
      if (flag instanceof Unknown) return flag;
      if (flag !== true) return undefined;
    }
    const object = applyFeeds(feeds, attributes);
    for (const _property in object) return inList === true ? [object] : object;
    return undefined;
  };
}

function compileDocument({ document, properties }: DocumentFeed): ReadFeed {
  const path = parsePath(document);
  return (attributes) => {
    const text = settledAt(attributes, path);
    return text === undefined ? undefined : mapNested(convert(text, "json"), properties);
  };
}

function compileList(feeds: readonly Feed[]): ReadFeed {
  const reads = feeds.map(compileFeed);
  return (attributes) => {
    let items: Value[] | undefined;
    for (let at = 0; at < reads.length; at += 1) {
      const item = reads[at]?.(attributes);
      if (item === undefined) continue;
      // a list that begins with an item has no room to spare
      if (items === undefined) items = [item];
      else items.push(item);
    }
    return items;
  };
}

/** What a list is made from is no item of it: compact(), distinct() and for may put others beside. */
function compileSpread({ spread, lists }: SpreadFeed): ReadFeed {
  const read = compileList(spread);
  if (lists !== true) return read;
  return (attributes) => {
    const value = read(attributes);
    return isValueList(value) ? value.map(withoutCandidates) : value;
  };
}

function withoutCandidates(list: Value): Value {
  if (list instanceof Reference && list.value === undefined) {
    return new Unknown(
      `known after apply: a list that is made from ${describeReference(list)} and may hold more`,
    );
  }
  return list instanceof Unknown && list.candidates.length > 0 ? new Unknown(list.reason) : list;
}

function compileFirst(feeds: readonly Feed[]): ReadFeed {
  const reads = feeds.map(compileFeed);
  return (attributes) => {
    for (let at = 0; at < reads.length; at += 1) {
      const value = reads[at]?.(attributes);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** One text of several; it is not known as a whole when a part of it is not, and absent when all are. */
function compileJoin({ join, with: separator }: JoinFeed): ReadFeed {
  const paths = join.map(parsePath);
  return (attributes) => {
    const values = paths.map((path) => settledAt(attributes, path));
    if (values.every((value) => value === undefined)) return undefined;
    const parts = values.map((value) => plain(value) ?? new Unknown("left out"));
    const unknown = parts.find((part) => part instanceof Unknown);
    if (unknown === undefined) {
      return parts.map((part) => (typeof part === "string" ? part : "")).join(separator);
    }
    const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
    return new UnknownText(unknown.reason, values.flatMap(referencesOf), pieces);
  };
}

function settledAt(attributes: ValueMap, path: AttributePath): Value | undefined {
  return settled(attributeAtPath(attributes, path));
}

/** What the user set: an empty text is Terraform's way to leave a text out. */
function settled(value: Value | undefined): Value | undefined {
  return value instanceof Unset || value === "" || value === null ? undefined : value;
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
  const blocks = value.map((item) => mapBlock(item, feeds) ?? emptyMap());
  return spreadNames(feeds).length === 0 ? blocks : blocks.flatMap((block) => spreadBlock(block, feeds));
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
