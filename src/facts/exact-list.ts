const NONE: readonly never[] = [];

/**
 * A list that was gathered item by item, without the room for sixteen more that it has then: facts are kept, and most of
 * their lists have one item or none. Nothing may be remembered of an empty one, which is the same for all.
 */
export function exactList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
