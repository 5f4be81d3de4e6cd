import type { Resource } from "../../model/resource.ts";
import type { ValueMap } from "../../model/value.ts";
import { spreadItems } from "./spread-items.ts";

/** A resource of which the properties are still nobody else's. */
type Started = Resource & { properties: ValueMap };

/**
 * One resource for each item of the named properties, the first of which is the resource itself; one without items stays
 * as it is.
 */
export function spreadResource(main: Started, names: readonly string[]): readonly Resource[] {
  const [first, ...more] = spreadItems(main.properties, names);
  if (first === undefined) return [main];
  main.properties = first;
  if (more.length === 0) return [main];
  const others = more.map((properties, index) => {
    const suffix = `[${String(index + 1)}]`;
    return { ...main, id: main.id + suffix, address: main.address + suffix, properties };
  });
  return [main, ...others];
}
