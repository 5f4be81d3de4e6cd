import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown } from "../../model/value.ts";
import { namespaceOf } from "./namespace-of.ts";

/** The resources of some type in a namespace. */
export interface Members {
  readonly certain: readonly Resource[];
  /** Those of which nobody knows in which namespace they are. */
  readonly possible: readonly Resource[];
}

interface Index {
  readonly byName: Map<string, Resource[]>;
  /** By the id of the namespace that they refer to, whose name is not known. */
  readonly byId: Map<string, Resource[]>;
  readonly unknown: Resource[];
}

const INDEXES = new WeakMap<ResourceGraph, Map<string, Index>>();

/** The resources of a type that are in a namespace. Indexed once, as a cluster has many of both. */
export function membersOf(graph: ResourceGraph, type: string, namespace: Resource): Members {
  const { byName, byId, unknown } = indexOf(graph, type);
  const named = namespace.name === undefined ? [] : (byName.get(namespace.name) ?? []);
  const certain = [...named, ...(byId.get(namespace.id) ?? [])];
  if (namespace.name !== undefined) return { certain, possible: unknown };
  // whatever it is called, it may be what others are called
  return { certain, possible: [...unknown, ...[...byName.values()].flat()] };
}

function indexOf(graph: ResourceGraph, type: string): Index {
  const indexes = INDEXES.get(graph) ?? new Map<string, Index>();
  INDEXES.set(graph, indexes);
  const known = indexes.get(type);
  if (known !== undefined) return known;
  const index: Index = { byName: new Map(), byId: new Map(), unknown: [] };
  for (const resource of graph.ofType(type)) {
    const namespace = namespaceOf(resource);
    if (namespace instanceof Unknown) index.unknown.push(resource);
    else if (namespace instanceof Reference) add(index.byId, namespace.target, resource);
    else add(index.byName, namespace, resource);
  }
  indexes.set(type, index);
  return index;
}

function add(groups: Map<string, Resource[]>, key: string, resource: Resource): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [resource]);
  else group.push(resource);
}
