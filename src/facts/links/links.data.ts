import { HOPS, LINKS } from "./index.ts";
import type { Link } from "./link.ts";

// the build makes data of this file: a scan reads the links of the types that it meets

export const LINKS_BY_TYPE: Readonly<Record<string, readonly Link[]>> = groupLinks(LINKS);

/** By type, the property through which a type that stands for another one names it. */
export const HOP_BY_TYPE: Readonly<Record<string, string>> = Object.fromEntries(
  HOPS.map(({ type, through }) => [type, through]),
);

function groupLinks(links: readonly Link[]): Readonly<Record<string, readonly Link[]>> {
  const grouped: Record<string, Link[]> = {};
  for (const link of links) (grouped[link.type] ??= []).push(link);
  return grouped;
}
