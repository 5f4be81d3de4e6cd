import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** The one resource that a property names. */
export function resourceBehind(value: Value | undefined, graph: ResourceGraph): Resource | undefined {
  const [only, ...more] = referencesOf(value);
  return only === undefined || more.length > 0 || value instanceof Unknown
    ? undefined
    : graph.get(only.target);
}
