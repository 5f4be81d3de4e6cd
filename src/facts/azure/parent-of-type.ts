import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";

const DEEPEST = 5;

/**
 * The resource of a type that a child lies in, however many levels up: the account of a container. An `Unknown` where the
 * input does not tell it.
 */
export function parentOfType(graph: ResourceGraph, child: Resource, type: string): Resource | Unknown {
  let current = child;
  for (let level = 0; level < DEEPEST; level += 1) {
    const value = propertyAt(current, "/parent");
    const [only, ...more] = referencesOf(value);
    if (only === undefined || more.length > 0 || value instanceof Unknown) {
      const known = plain(value);
      return known instanceof Unknown ? known : new Unknown(`${child.address} does not say what it lies in`);
    }
    const parent = graph.get(only.target);
    if (parent === undefined) return new Unknown(`${only.target} is not declared in this input`);
    if (parent.type === type) return parent;
    current = parent;
  }
  return new Unknown(`${child.address} lies too deep`);
}
