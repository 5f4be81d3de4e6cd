import { lensOf } from "../../terraform/lens-index.ts";

const KNOWN = new Map<string, readonly string[]>();

/** The attributes of a type that hold JSON text: policies, definitions, containers. */
export function documentAttributes(type: string): readonly string[] {
  const known = KNOWN.get(type);
  if (known !== undefined) return known;
  const found = Object.values(lensOf(type)?.properties ?? {}).flatMap((feed) => {
    if (typeof feed !== "object") return [];
    if ("document" in feed) return [feed.document];
    return "attribute" in feed && feed.as === "json" ? [feed.attribute] : [];
  });
  KNOWN.set(type, found);
  return found;
}
