/** Up to here a list is copied for each item, so that it has no room that nobody needs. */
const FEW = 4;

/**
 * A list that is gathered item by item, with one item more. Most lists of facts stay empty or get an item or two, and V8
 * makes room for sixteen more in a list that anything is pushed to. The list before is not to be used any more.
 */
export function append<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length === 0) return [item];
  if (list.length < FEW) return [...list, item];
  // made here
  (list as T[]).push(item);
  return list;
}
