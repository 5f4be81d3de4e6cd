import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Place } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";

export interface ChildOptions {
  readonly fallback?: Value | undefined;
  /** Told where it stands. */
  readonly found?: (place: Place) => void;
}

/**
 * What a child of a resource says at a pointer: a setting that Azure keeps in a resource of its own. Without such a child the
 * fallback, and `Unknown` when a child that says something else may be there.
 */
export function childSetting(
  graph: ResourceGraph,
  parent: Resource,
  type: string,
  pointer: string,
  { fallback, found }: ChildOptions = {},
): Value | undefined {
  const { certain, possible } = childrenOf(graph, parent, type);
  for (const child of certain) {
    const value = propertyAt(child, pointer);
    if (value === undefined) continue;
    found?.({ resource: child, pointer });
    return value;
  }
  const settled = plain(fallback);
  const maybe = possible.find(
    (child) => settled === undefined || plain(propertyAt(child, pointer)) !== settled,
  );
  return maybe === undefined ? fallback : new Unknown(`${maybe.address} may say it`);
}
