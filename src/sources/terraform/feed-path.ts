import type { PointerTokens } from "../../model/pointer.ts";
import type { AttributeFeed, DocumentFeed, Feed, Feeds, ObjectFeed } from "./lens.ts";

/**
 * The attribute that feeds a pointer, as a person writes it: `rule[0].default_retention[0].mode`. Undefined when
 * nothing feeds it. What is inside of a JSON text follows its attribute: `policy.Statement[1]`. A document that is fed by
 * parts ends at the attribute that holds it.
 */
export function feedPath(feeds: Feeds, tokens: PointerTokens): string | undefined {
  const [property, ...rest] = tokens;
  if (property === undefined) return "";
  const feed = Object.hasOwn(feeds, property) ? feeds[property] : undefined;
  return feed === undefined ? undefined : pathIn(feed, rest);
}

function pathIn(feed: Feed, rest: PointerTokens): string | undefined {
  if (typeof feed === "string") return feed;
  if ("attribute" in feed) return inAttribute(feed, rest);
  if ("constant" in feed) return feed.when ?? "";
  if ("object" in feed) return inObject(feed, rest);
  if ("list" in feed) return inSome(feed.list, isIndex(rest[0]) ? rest.slice(1) : rest, rest[0]);
  if ("first" in feed) return inSome(feed.first, rest);
  if ("document" in feed) return inDocument(feed, rest);
  if ("spread" in feed) return feed.spread[0];
  if ("join" in feed) return feed.join.at(-1);
  if ("keyed" in feed) return below(feed.keyed, feed.properties, rest.slice(1));
  if ("block" in feed) return below(feed.block, feed.properties, rest);
  if ("blocks" in feed) return repeated(feed.blocks, feed.properties, rest);
  return repeated(feed.nested, feed.properties, rest);
}

function inAttribute({ attribute, as }: AttributeFeed, rest: PointerTokens): string {
  return as === "json" ? inText(attribute, rest) : attribute;
}

/** A place inside of JSON text, in the words of the text. */
function inText(attribute: string, rest: PointerTokens): string {
  let path = attribute;
  for (const token of rest) path += /^\d+$/.test(token) ? `[${token}]` : `.${token}`;
  return path;
}

function inObject({ object, inList }: ObjectFeed, rest: PointerTokens): string | undefined {
  const inner = inList === true && isIndex(rest[0]) ? rest.slice(1) : rest;
  return inner.length === 0 ? firstPath(object) : feedPath(object, inner);
}

/** The first of several feeds that feeds the rest; with the number of an item, that one. */
function inSome(feeds: readonly Feed[], rest: PointerTokens, item?: string): string | undefined {
  const own = item === undefined ? undefined : feeds[Number(item)];
  for (const feed of own === undefined ? feeds : [own]) {
    const path = pathIn(feed, rest);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** What is inside of a document has no attribute of its own. */
function inDocument({ document, properties }: DocumentFeed, rest: PointerTokens): string | undefined {
  const inner = isIndex(rest[0]) ? rest.slice(1) : rest;
  return feedPath(properties, inner) === undefined ? undefined : document;
}

function repeated(name: string, feeds: Feeds, rest: PointerTokens): string | undefined {
  const [index, ...inner] = rest;
  return isIndex(index) ? below(`${name}[${index}]`, feeds, inner) : below(name, feeds, rest);
}

function below(name: string, feeds: Feeds, rest: PointerTokens): string | undefined {
  if (rest.length === 0) return name;
  const path = feedPath(feeds, rest);
  if (path === undefined) return undefined;
  return path === "" ? name : `${name}.${path}`;
}

function firstPath(feeds: Feeds): string | undefined {
  for (const property of Object.keys(feeds)) {
    const path = feedPath(feeds, [property]);
    if (path !== undefined && path !== "") return path.split(".")[0];
  }
  return "";
}

function isIndex(token: string | undefined): token is string {
  return token !== undefined && /^(\d+|\*)$/.test(token);
}
