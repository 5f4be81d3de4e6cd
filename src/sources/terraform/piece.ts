import { parsePointer, valueAt } from "../../model/pointer.ts";
import type { Origin } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import { applyFeeds } from "./apply-feeds.ts";
import { feedPath } from "./feed-path.ts";
import type { Feeds, Lens } from "./lens.ts";
import { feeding } from "./lens-index.ts";
import { originOfAttribute } from "./origin-of-attribute.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** A written resource that a resource of the graph is made of: itself, or a satellite. */
export interface Piece {
  readonly resource: TerraformResource;
  readonly lens: Lens;
}

export function propertiesOf({ resource, lens }: Piece): Record<string, Value> {
  return applyFeeds(lens.properties, resource.attributes);
}

/** Where a property was written: in the piece that set it, or where it would be written. */
export function originIn(main: Piece, satellites: readonly Piece[]): (pointer: string) => Origin {
  return (pointer) => {
    const setter = satellites.length === 0 ? main : setterOf(main, satellites, pointer);
    const path = setter === undefined ? undefined : pathOf(setter.lens.properties, pointer);
    if (setter !== undefined && path !== undefined) return originOfAttribute(setter.resource, path);
    const { address } = main.resource;
    const would = wouldFeed(main.lens, pointer);
    return would === undefined ? { address } : { address, attribute: `${would.lens.type}.${would.path}` };
  };
}

/** The piece that sets a property, else the first that could. */
function setterOf(main: Piece, satellites: readonly Piece[], pointer: string): Piece | undefined {
  let first = couldSet(main, pointer) ? main : undefined;
  let isOnly = true;
  for (let at = 0; at < satellites.length; at += 1) {
    const piece = satellites[at] as Piece;
    if (!couldSet(piece, pointer)) continue;
    isOnly = first === undefined;
    first ??= piece;
  }
  // what only one of them can set needs no looking for
  if (isOnly) return first;
  const tokens = parsePointer(pointer);
  const isSetting = (piece: Piece): boolean => couldSet(piece, pointer) && isSet(piece, tokens);
  return [main, ...satellites].find(isSetting) ?? first;
}

function couldSet({ lens }: Piece, pointer: string): boolean {
  return pathOf(lens.properties, pointer) !== undefined;
}

const PATHS = new WeakMap<Feeds, Map<string, string | undefined>>();

/** The attribute that feeds a pointer: the same for each resource of a lens, so looked for once. */
function pathOf(feeds: Feeds, pointer: string): string | undefined {
  const paths = PATHS.get(feeds) ?? new Map<string, string | undefined>();
  if (paths.size === 0) PATHS.set(feeds, paths);
  const known = paths.get(pointer);
  if (known !== undefined || paths.has(pointer)) return known;
  const path = feedPath(feeds, parsePointer(pointer));
  paths.set(pointer, path);
  return path;
}

const WOULD = new WeakMap<Lens, Map<string, ReturnType<typeof feeding>>>();

/** Where a person would write a property that nothing of the resource sets: looked for once for each lens, too. */
function wouldFeed(lens: Lens, pointer: string): ReturnType<typeof feeding> {
  const known = WOULD.get(lens) ?? new Map<string, ReturnType<typeof feeding>>();
  if (known.size === 0) WOULD.set(lens, known);
  if (!known.has(pointer)) known.set(pointer, feeding(lens, parsePointer(pointer)));
  return known.get(pointer);
}

function isSet(piece: Piece, tokens: readonly string[]): boolean {
  return valueAt(propertiesOf(piece), tokens) !== undefined;
}
