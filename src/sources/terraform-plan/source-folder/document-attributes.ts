import { lensOf } from "../../terraform/lens-index.ts";

const KNOWN = new Map<string, readonly string[]>();

/** The attributes of a type that hold JSON text: policies, definitions, containers. */
export function documentAttributes(type: string): readonly string[] {
  const known = KNOWN.get(type);
  if (known !== undefined) return known;
  const lens = lensOf(type);
  const inside = (lens?.expand ?? [])
    .filter(({ plain }) => plain === true)
    .map(({ properties }) => properties);
  const feeds = [lens?.properties ?? {}, ...inside].flatMap((properties) => Object.values(properties));
  const found = feeds.flatMap((feed) => {
    if (typeof feed !== "object") return [];
    if ("document" in feed) return [feed.document];
    return "attribute" in feed && feed.as === "json" ? [feed.attribute] : [];
  });
  KNOWN.set(type, found);
  return found;
}
