/**
 * The items with every id once. Two of one id are what somebody's hand has put together; the second keeps its address,
 * so that both are judged.
 */
export function uniqueIds<Item extends { readonly id: string }>(
  items: readonly Item[],
  taken: ReadonlySet<string> = new Set(),
): readonly Item[] {
  const seen = new Set(taken);
  return items.map((item) => {
    let { id } = item;
    for (let count = 2; seen.has(id); count += 1) id = `${item.id} (${String(count)})`;
    seen.add(id);
    return id === item.id ? item : { ...item, id };
  });
}
