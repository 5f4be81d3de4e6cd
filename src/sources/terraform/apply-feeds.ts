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
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
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
  readonly reads: readonly ReadFeed[];
}

const COMPILED = new WeakMap<Feeds, CompiledFeeds>();

/** The canonical properties that attributes feed. A property whose attribute is not set is not there. */
export function applyFeeds(feeds: Feeds, attributes: ValueMap): Record<string, Value> {
  const { properties, reads } = COMPILED.get(feeds) ?? compileFeeds(feeds);
  const applied = emptyMap();
  // by number: every resource comes through here
  for (let at = 0; at < properties.length; at += 1) {
    const value = reads[at]?.(attributes);
    if (value !== undefined) applied[properties[at] ?? ""] = value;
  }
  return applied;
}

/** A lens is applied to many resources, so which kind of feed each property has is asked once. */
function compileFeeds(feeds: Feeds): CompiledFeeds {
  const entries = Object.entries(feeds);
  const compiled = {
    properties: entries.map(([property]) => property),
    reads: entries.map(([, feed]) => compileFeed(feed)),
  };
  COMPILED.set(feeds, compiled);
  return compiled;
}

function compileFeed(feed: Feed): ReadFeed {
  if (typeof feed === "string") return compileSettled(feed);
  if ("attribute" in feed) return compileAttribute(feed);
  if ("constant" in feed) return compileConstant(feed);
  if ("object" in feed) return compileObject(feed);
  if ("list" in feed) return compileList(feed.list);
  if ("first" in feed) return compileFirst(feed.first);
  if ("document" in feed) return compileDocument(feed);
  if ("spread" in feed) return compileSpread(feed);
  if ("join" in feed) return compileJoin(feed);
  if ("keyed" in feed) {
    const read = compileSettled(feed.keyed);
    return (attributes) => mapKeyed(read(attributes), feed);
  }
  if ("block" in feed) {
    const read = compileSettled(feed.block);
    return (attributes) => mapBlock(read(attributes), feed.properties) ?? feed.unset;
  }
  if ("blocks" in feed) {
    const read = compileSettled(feed.blocks);
    return (attributes) => mapBlocks(read(attributes), feed.properties) ?? feed.unset;
  }
  const read = compileSettled(feed.nested);
  return (attributes) => mapNested(read(attributes), feed.properties);
}

function compileAttribute(feed: AttributeFeed): ReadFeed {
  const read = compilePath(feed.attribute);
  const { as, computed, unset, unsetUnknown } = feed;
  return (attributes) => {
    const value = read(attributes);
    if (value instanceof Unset && computed) return value;
    const set = settled(value);
    if (set !== undefined) return convert(set, as);
    return unsetUnknown === undefined ? unset : new Unknown(unsetUnknown);
  };
}

function compileConstant({ constant, when }: ConstantFeed): ReadFeed {
  if (when === undefined) return () => constant;
  const read = compileSettled(when);
  return (attributes) => {
    const value = read(attributes);
    if (value === undefined || (isValueList(value) && value.length === 0)) return undefined;
    return value instanceof Unknown && value.candidates.length === 0 ? value : constant;
  };
}

function compileObject({ object: feeds, inList, ifTrue }: ObjectFeed): ReadFeed {
  const readFlag = ifTrue === undefined ? undefined : compileSettled(ifTrue);
  return (attributes) => {
    if (readFlag !== undefined) {
      const flag = plain(readFlag(attributes));
      if (flag instanceof Unknown) return flag;
      if (flag !== true) return undefined;
    }
    const object = applyFeeds(feeds, attributes);
    if (Object.keys(object).length === 0) return undefined;
    return inList === true ? [object] : object;
  };
}

function compileDocument({ document, properties }: DocumentFeed): ReadFeed {
  const read = compileSettled(document);
  return (attributes) => {
    const text = read(attributes);
    return text === undefined ? undefined : mapNested(convert(text, "json"), properties);
  };
}

function compileList(feeds: readonly Feed[]): ReadFeed {
  const reads = feeds.map(compileFeed);
  return (attributes) => {
    let items: Value[] | undefined;
    reads.forEach((read) => {
      const item = read(attributes);
      if (item !== undefined) (items ??= []).push(item);
    });
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
    for (const read of reads) {
      const value = read(attributes);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** One text of several; it is not known as a whole when a part of it is not, and absent when all are. */
function compileJoin({ join, with: separator }: JoinFeed): ReadFeed {
  const reads = join.map(compileSettled);
  return (attributes) => {
    const values = reads.map((read) => read(attributes));
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

function compileSettled(path: string): ReadFeed {
  const read = compilePath(path);
  return (attributes) => settled(read(attributes));
}

function compilePath(path: string): ReadFeed {
  if (path.includes(".")) {
    const steps = path.split(".");
    return (attributes) => followSteps(attributes, steps);
  }
  return (attributes) => ownPart(attributes, path);
}

/** What the user set: an empty text is Terraform's way to leave a text out. */
function settled(value: Value | undefined): Value | undefined {
  return value instanceof Unset || value === "" || value === null ? undefined : value;
}

/** An attribute by its path. Blocks of which there is at most one are lists of one in Terraform. */
export function attributeAt(attributes: ValueMap, path: string): Value | undefined {
  return path.includes(".") ? followSteps(attributes, path.split(".")) : ownPart(attributes, path);
}

function followSteps(attributes: ValueMap, steps: readonly string[]): Value | undefined {
  let current: Value | undefined = attributes;
  let sensitive = false;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] ?? "";
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
