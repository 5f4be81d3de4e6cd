import type { Origin, Resource } from "../model/resource.ts";
import { Unknown } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/** A property, or an item of it, of a resource. */
export interface Place {
  readonly resource: Resource;
  readonly pointer: string;
}

/** By the items of facts, so that no item has to carry its place as a property that rules could read. */
const PLACES = new WeakMap<object, Place>();

/** Remembers where what an item of a fact says was written; the item itself. What is no object has no place of its own. */
export function writtenAt<T extends Value>(item: T, resource: Resource, pointer: string): T {
  // one unknown may stand in several places
  if (typeof item === "object" && item !== null && !(item instanceof Unknown)) {
    PLACES.set(item, { resource, pointer });
  }
  return item;
}

/** Where an item of a fact was written, in the words of the input; nothing for one that was not remembered. */
export function originOfItem(item: Value | undefined): Origin | undefined {
  const place = typeof item === "object" && item !== null ? PLACES.get(item) : undefined;
  if (place === undefined) return undefined;
  const { resource, pointer } = place;
  const origin = resource.origin?.(pointer) ?? { address: resource.address };
  return origin.location !== undefined || resource.location === undefined
    ? origin
    : { ...origin, location: resource.location };
}
