import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { Feed, Feeds, Lens } from "./lens.ts";

/** Names of attributes of one type. */
export interface AttributeNames {
  readonly all: readonly string[];
  /** Those of arguments whose value no plan and no state holds. */
  readonly writeOnly: readonly string[];
}

const READ = new WeakMap<Lens, AttributeNames>();

/** The attributes that a lens reads: a source need not make a value of any other. The same for each resource of a type. */
export function namesReadBy(lens: Lens): AttributeNames {
  const known = READ.get(lens);
  if (known !== undefined) return known;
  const all = [...new Set(pathsReadBy(lens).map(firstStep))];
  const read = { all, writeOnly: all.filter(isWriteOnly) };
  READ.set(lens, read);
  return read;
}

/** Providers end the names of write-only arguments like this: `password_wo`. */
export function isWriteOnly(name: string): boolean {
  return name.endsWith("_wo");
}

function pathsReadBy(lens: Lens): readonly string[] {
  const { properties, identifiers = DEFAULT_IDENTIFIERS, name = "name", expand = [] } = lens;
  const { fold, supersedes, variants } = lens;
  return [
    ...pathsOfFeeds(properties),
    ...identifiers,
    ...[name].flat(),
    ...expand.map(({ blocks }) => blocks),
    ...[fold?.by, supersedes?.by, supersedes?.item?.by, variants?.attribute].filter(
      (path) => path !== undefined,
    ),
    // what tags_all is made of where the provider adds none
    "tags",
  ];
}

function pathsOfFeeds(feeds: Feeds): readonly string[] {
  return Object.values(feeds).flatMap(pathsOf);
}

/** The paths that begin at the level of the feed. */
function pathsOf(feed: Feed): readonly string[] {
  if (typeof feed === "string") return [feed];
  if ("attribute" in feed) return [feed.attribute];
  if ("constant" in feed) return feed.when === undefined ? [] : [feed.when];
  if ("object" in feed) return [...pathsOfFeeds(feed.object), feed.ifTrue ?? []].flat();
  if ("list" in feed) return feed.list.flatMap(pathsOf);
  if ("first" in feed) return feed.first.flatMap(pathsOf);
  if ("document" in feed) return [feed.document];
  if ("spread" in feed) return feed.spread;
  if ("join" in feed) return feed.join;
  if ("keyed" in feed) return [feed.keyed];
  if ("block" in feed) return [feed.block];
  return "blocks" in feed ? [feed.blocks] : [feed.nested];
}

function firstStep(path: string): string {
  const end = path.indexOf(".");
  return end < 0 ? path : path.slice(0, end);
}
