import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Place } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";

/**
 * What a child of a resource says at a pointer: a setting that Azure keeps in a resource of its own. `undefined` when the
 * input declares no such child, `Unknown` when one only may be there. `found` is told where it stands.
 */
export function childSetting(
  graph: ResourceGraph,
  parent: Resource,
  type: string,
  pointer: string,
  found: (place: Place) => void = () => undefined,
): Value | undefined {
  const { certain, possible } = childrenOf(graph, parent, type);
  for (const child of certain) {
    const value = propertyAt(child, pointer);
    if (value === undefined) continue;
    found({ resource: child, pointer });
    return value;
  }
  const [maybe] = possible;
  return maybe === undefined ? undefined : new Unknown(`${maybe.address} may say it`);
}
