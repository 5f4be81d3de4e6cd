import type { Resource } from "../../model/resource.ts";
import type { Lens } from "./lens.ts";
import { spreadItems, spreadNames } from "./spread-items.ts";

/** One resource for each item of what the lens spreads. The first keeps the address; one without items stays as it is. */
export function spreadResource(main: Resource, lens: Lens): readonly Resource[] {
  const names = spreadNames(lens.properties);
  if (names.length === 0) return [main];
  const [first, ...more] = spreadItems(main.properties, names);
  if (first === undefined) return [main];
  const others = more.map((properties, index) => {
    const suffix = `[${String(index + 1)}]`;
    return { ...main, id: main.id + suffix, address: main.address + suffix, properties };
  });
  return [{ ...main, properties: first }, ...others];
}
