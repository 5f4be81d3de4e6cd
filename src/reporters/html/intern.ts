import { NONE } from "./report-data.ts";

/** A list in which equal items stand once. */
export interface Interned<Item> {
  readonly items: readonly Item[];
  /** The position of the item; NONE for `undefined`. */
  readonly of: (item: Item | undefined) => number;
}

/** `keyOf` is equal for items that are. */
export function intern<Item>(keyOf: (item: Item) => string): Interned<Item> {
  const items: Item[] = [];
  const positions = new Map<string, number>();
  function of(item: Item | undefined): number {
    if (item === undefined) return NONE;
    const key = keyOf(item);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, items.length);
    return items.push(item) - 1;
  }
  return { items, of };
}

export function internTexts(): Interned<string> {
  return intern((text: string) => text);
}
