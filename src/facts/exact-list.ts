/**
 * A list that was gathered item by item, without the room for sixteen more that it has then: facts are kept, and most of
 * their lists have one item or none.
 */
export function exactList<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}
