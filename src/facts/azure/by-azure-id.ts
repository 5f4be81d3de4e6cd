import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";

const INDEXES = new WeakMap<ResourceGraph, ReadonlyMap<string, Resource>>();

/** The resources by their ids in Azure, in lower case: Azure does not care. Built once for each graph. */
function azureIds(graph: ResourceGraph): ReadonlyMap<string, Resource> {
  const known = INDEXES.get(graph);
  if (known !== undefined) return known;
  const index = new Map<string, Resource>();
  for (const resource of graph.resources) {
    for (const identifier of resource.identifiers) {
      if (identifier.startsWith("/")) index.set(identifier.toLowerCase(), resource);
    }
  }
  INDEXES.set(graph, index);
  return index;
}

/** The resource that an id names, or the nearest one above it, and what of the id is below that. */
export function byAzureId(
  graph: ResourceGraph,
  id: string,
): { readonly resource: Resource; readonly below: string } | undefined {
  const index = azureIds(graph);
  const wanted = id.toLowerCase();
  for (let end = wanted.length; end > 0; end = wanted.lastIndexOf("/", end - 1)) {
    const resource = index.get(wanted.slice(0, end));
    if (resource !== undefined) return { resource, below: wanted.slice(end) };
  }
  return undefined;
}
