import type { Location } from "../../model/location.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Resource } from "../../model/resource.ts";
import { showValue } from "../../triage/show-value.ts";
import type { Json } from "../../triage/show-value.ts";

/** A resource as `inspect -f json` prints it. */
export interface ShownResource {
  readonly address: string;
  readonly type: string;
  readonly name?: string;
  /** Why it is not certain that there is such a resource, or only one. */
  readonly uncertain?: string;
  readonly properties: Json;
  readonly location?: Location;
}

// JSON.stringify runs out of stack some thousand levels down
const LIMITS = { text: Infinity, items: Infinity, depth: 200 };

export function showResource(resource: Resource, graph: ResourceGraph): ShownResource {
  const { address, type, name, location, uncertain } = resource;
  const { value } = showValue(resource.properties, (id) => graph.get(id)?.address ?? id, LIMITS);
  return {
    address,
    type,
    ...(name !== undefined && { name }),
    ...(uncertain !== undefined && { uncertain: uncertain.reason }),
    properties: value,
    ...(location !== undefined && { location }),
  };
}
