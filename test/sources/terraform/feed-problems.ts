import type { Value } from "../../../src/model/value.ts";
import type {
  AttributeFeed,
  ConstantFeed,
  Feed,
  Feeds,
  FirstFeed,
  JoinFeed,
  SpreadFeed,
} from "../../../src/sources/terraform/lens.ts";
import { itemShape, memberShape } from "./canonical-schema.ts";
import type { Shape } from "./canonical-schema.ts";
import { fitsConstant, fitsValue } from "./fits-shape.ts";
import { memberAt } from "./provider-schema.ts";
import type { Level, Member } from "./provider-schema.ts";

/** Where a feed stands: what the provider has at this level, and what is to come of it; `undefined` is not looked up. */
export interface Place {
  readonly level: Level | undefined;
  readonly shape: Shape | undefined;
  readonly pointer: string;
}

export interface Report {
  /** Attributes that name the resource: when nobody gives one, the provider makes it up. */
  readonly names: readonly string[];
  attribute(text: string): void;
  property(text: string): void;
}

export function checkFeeds(feeds: Feeds, { level, shape, pointer }: Place, report: Report): void {
  for (const [property, feed] of Object.entries(feeds)) {
    const at = `${pointer}/${property}`;
    const inner = shape === undefined ? undefined : memberShape(shape, property);
    if (shape !== undefined && inner === undefined) report.property(`${at} is no property`);
    checkFeed(feed, { level, shape: inner, pointer: at }, report);
  }
}

function checkFeed(feed: Feed, place: Place, report: Report): void {
  if (typeof feed === "string") {
    checkAttribute({ attribute: feed }, place, report);
    return;
  }
  if ("attribute" in feed) {
    checkAttribute(feed, place, report);
    return;
  }
  if ("block" in feed) {
    checkObjects(feed.block, feed.properties, false, place, report);
    return;
  }
  if ("blocks" in feed) {
    checkObjects(feed.blocks, feed.properties, true, place, report);
    return;
  }
  if ("keyed" in feed) {
    checkKeyed(feed, place, report);
    return;
  }
  if ("nested" in feed) {
    checkObjects(feed.nested, feed.properties, undefined, place, report);
    return;
  }
  if ("document" in feed) {
    checkDocument(feed.document, feed.properties, place, report);
    return;
  }
  if ("object" in feed) {
    if (feed.ifTrue !== undefined) findMember(feed.ifTrue, place, report);
    checkFeeds(feed.object, feed.inList === true ? itemOf(place, report) : place, report);
    return;
  }
  if ("list" in feed) {
    checkEach(feed.list, itemOf(place, report), report);
    return;
  }
  checkPlain(feed, place, report);
}

/** The feeds that read attributes as they are. */
function checkPlain(
  feed: FirstFeed | SpreadFeed | JoinFeed | ConstantFeed,
  place: Place,
  report: Report,
): void {
  if ("first" in feed) {
    checkEach(feed.first, place, report);
    return;
  }
  if ("spread" in feed) {
    checkEach(feed.spread, { ...place, shape: undefined }, report);
    return;
  }
  if ("join" in feed) {
    for (const name of feed.join) findMember(name, place, report);
    return;
  }
  if (feed.when !== undefined) findMember(feed.when, place, report);
  checkConstant(feed.constant, place, report);
}

function checkEach(feeds: readonly Feed[], place: Place, report: Report): void {
  for (const feed of feeds) checkFeed(feed, place, report);
}

function checkAttribute(feed: AttributeFeed, place: Place, report: Report): void {
  const member = findMember(feed.attribute, place, report);
  if (member?.is === "objects") checkObjectsAttribute(feed, member.level, place, report);
  if (member?.is === "value") checkValueAttribute(feed, member, place, report);
  if (feed.unset !== undefined) checkConstant(feed.unset, place, report);
}

function checkObjectsAttribute(
  { attribute, as }: AttributeFeed,
  level: Level,
  place: Place,
  report: Report,
): void {
  if (typeof as === "object" && "part" in as) checkPart(level, as.part, place, report);
  else report.attribute(`${place.pointer}: ${attribute} holds objects: feed it with block, blocks or nested`);
}

function checkValueAttribute(
  feed: AttributeFeed,
  member: Extract<Member, { is: "value" }>,
  { pointer, shape }: Place,
  report: Report,
): void {
  const { attribute } = feed;
  const { computed, optional } = member.attribute;
  const alone = computed === true && optional !== true;
  const mayBe = computed === true && report.names.includes(attribute);
  if (alone && feed.computed !== true) {
    report.attribute(`${pointer}: the provider alone sets ${attribute}: computed: true`);
  }
  if (!alone && !mayBe && feed.computed === true) {
    report.attribute(`${pointer}: people set ${attribute}: no computed`);
  }
  if (shape !== undefined) {
    fitsValue(member.type, feed.as, shape, (text) => report.property(`${pointer}: ${attribute} ${text}`));
  }
}

/** Of each object of a list one attribute, in a list of its own. */
function checkPart(level: Level, name: string, place: Place, report: Report): void {
  checkAttribute({ attribute: name }, { ...itemOf(place, report), level }, report);
}

function checkConstant(value: Value, { shape, pointer }: Place, report: Report): void {
  if (shape !== undefined) fitsConstant(value, shape, (text) => report.property(`${pointer}: ${text}`));
}

/** Blocks that become properties of one object: any name of the property leads to the same shape. */
function checkKeyed(
  { keyed, by, properties }: { readonly keyed: string; readonly by: string; readonly properties: Feeds },
  place: Place,
  report: Report,
): void {
  const member = findMember(keyed, place, report);
  if (member?.is === "value") report.attribute(`${place.pointer}: ${keyed} holds no objects`);
  const level = member?.is === "objects" ? member.level : undefined;
  findMember(by, { ...place, level }, report);
  const shape = place.shape === undefined ? undefined : memberShape(place.shape, by);
  if (place.shape !== undefined && shape === undefined) {
    report.property(`${place.pointer} has no properties of any name, and is fed as if it had`);
  }
  checkFeeds(properties, { level, shape, pointer: `${place.pointer}/*` }, report);
}

/** `many` is what the feed makes: a list, one object, or (undefined) whatever the attribute is. */
function checkObjects(
  path: string,
  feeds: Feeds,
  many: boolean | undefined,
  place: Place,
  report: Report,
): void {
  const member = findMember(path, place, report);
  if (member?.is === "value") report.attribute(`${place.pointer}: ${path} holds no objects`);
  const objects = member?.is === "objects" ? member : undefined;
  const takesItems = place.shape !== undefined && itemShape(place.shape) !== undefined;
  // inside a document only the property can tell
  const isList = many ?? objects?.repeats ?? takesItems;
  if (isList) checkAgainstObject(path, objects, takesItems, place, report);
  else if (place.shape?.t === "array") {
    report.property(`${place.pointer} is a list, and ${path} feeds one object: feed it with blocks`);
  }
  checkFeeds(feeds, { ...(isList ? itemOf(place, report) : place), level: objects?.level }, report);
}

function checkAgainstObject(
  path: string,
  objects: { readonly repeats: boolean } | undefined,
  takesItems: boolean,
  { shape, pointer }: Place,
  report: Report,
): void {
  if (objects?.repeats !== false || shape === undefined || takesItems) return;
  report.property(`${pointer}: ${path} is one object, and so is the property: feed it with block`);
}

/** JSON text: what is inside has no attributes, and may be an object or a list of them. */
function checkDocument(path: string, feeds: Feeds, place: Place, report: Report): void {
  findMember(path, place, report);
  const { shape } = place;
  const inner = shape === undefined ? undefined : (itemShape(shape) ?? shape);
  checkFeeds(feeds, { ...place, level: undefined, shape: inner }, report);
}

function findMember(path: string, { level, pointer }: Place, report: Report): Member | undefined {
  if (level === undefined) return undefined;
  const member = memberAt(level, path);
  if (typeof member !== "string") return member;
  report.attribute(`${pointer}: ${member}`);
  return undefined;
}

function itemOf(place: Place, report: Report): Place {
  const { shape, pointer } = place;
  const item = shape === undefined ? undefined : itemShape(shape);
  if (shape !== undefined && item === undefined) report.property(`${pointer} is no list, and is fed as one`);
  return { ...place, shape: item, pointer: `${pointer}/*` };
}
