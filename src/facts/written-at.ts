import { joinPointer } from "../model/pointer.ts";
import type { Origin, Resource } from "../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/** A property, or an item of it, of a resource. */
export interface Place {
  readonly resource: Resource;
  readonly pointer: string;
  /** What stands here has the words of the input all the way down. */
  readonly isCopy?: boolean;
}

/** By the items of facts, so that no item has to carry its place as a property that rules could read. */
const PLACES = new WeakMap<object, Place>();

/** By an object or list, and the name or index of a part of it that has a place of its own. */
const PARTS = new WeakMap<object, Map<string, Place>>();

/** Remembers where what an item of a fact says was written; the item itself. What is no object has no place of its own. */
export function writtenAt<T extends Value>(item: T, resource: Resource, pointer: string): T {
  return remember(item, { resource, pointer });
}

/** The same for an item that is a part of the input as it stands there. */
export function copiedFrom<T extends Value>(item: T, resource: Resource, pointer: string): T {
  return remember(item, { resource, pointer, isCopy: true });
}

/** Remembers where parts of an item were written, by name or index; the item itself. */
export function partsWrittenAt<T extends Value>(
  item: T,
  parts: Readonly<Record<string, Place | undefined>>,
): T {
  if (!isOwn(item)) return item;
  const places = PARTS.get(item) ?? new Map<string, Place>();
  PARTS.set(item, places);
  for (const [name, place] of Object.entries(parts)) if (place !== undefined) places.set(name, place);
  return item;
}

/** Remembers where a whole fact of a resource was written, while it is computed. */
export function factWrittenAt(resource: Resource, name: string, place: Place): void {
  const facts = resource.properties["Facts"];
  if (facts !== undefined) partsWrittenAt(facts, { [name]: place });
}

function remember<T extends Value>(item: T, place: Place): T {
  if (isOwn(item)) PLACES.set(item, place);
  return item;
}

/** One unknown may stand in several places. */
function isOwn(item: Value): item is Value & object {
  return typeof item === "object" && item !== null && !(item instanceof Unknown);
}

/** Where what stands at the tokens below the facts was written, in the words of the input; nothing where nobody knows. */
export function originOfPart(facts: Value, tokens: readonly string[]): Origin | undefined {
  const { place } = follow(facts, tokens);
  return place === undefined ? undefined : originAt(place);
}

/** Where the first item of a list was written: a list that holds what it should not was written where that was. */
export function originOfFirst(facts: Value, tokens: readonly string[]): Origin | undefined {
  const list = follow(facts, tokens).value;
  if (!isValueList(list)) return undefined;
  const place = placeOf(plain(list[0])) ?? PARTS.get(list)?.get("0");
  return place === undefined ? undefined : originAt(place);
}

function follow(
  facts: Value,
  tokens: readonly string[],
): { readonly value: Value | undefined; readonly place: Place | undefined } {
  let value: Value | undefined = facts;
  let place: Place | undefined;
  for (const token of tokens) {
    const part = isOwnObject(value) ? PARTS.get(value)?.get(token) : undefined;
    const below = place?.isCopy === true ? { ...place, pointer: joinPointer(place.pointer, token) } : place;
    value = partOf(value, token);
    place = placeOf(value) ?? part ?? below;
    value = plain(value);
    place = placeOf(value) ?? place;
  }
  return { value, place };
}

function originAt({ resource, pointer }: Place): Origin {
  const origin = resource.origin?.(pointer) ?? { address: resource.address };
  return origin.location !== undefined || resource.location === undefined
    ? origin
    : { ...origin, location: resource.location };
}

/** Where an item was written, if that is remembered of it. */
export function placeOf(value: Value | undefined): Place | undefined {
  return isOwnObject(value) ? PLACES.get(value) : undefined;
}

function isOwnObject(value: Value | undefined): value is Value & object {
  return typeof value === "object" && value !== null;
}

function partOf(value: Value | undefined, token: string): Value | undefined {
  if (isValueList(value)) return value[Number(token)];
  return isValueMap(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
