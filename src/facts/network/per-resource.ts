import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";

/** A computation whose answer for a resource of a graph is kept: many subnets share a table, much compute a subnet. */
export function perResource<T>(compute: (graph: ResourceGraph, resource: Resource) => T): typeof compute {
  const graphs = new WeakMap<ResourceGraph, Map<Resource, T>>();
  return (graph, resource) => {
    let known = graphs.get(graph);
    if (known === undefined) {
      known = new Map<Resource, T>();
      graphs.set(graph, known);
    }
    const before = known.get(resource);
    if (before !== undefined || known.has(resource)) return before as T;
    const answer = compute(graph, resource);
    known.set(resource, answer);
    return answer;
  };
}
