import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isThereWith } from "../../model/shared-doubt.ts";
import { Unknown, UnknownText } from "../../model/value.ts";
import { mayBeIdOf } from "./id-pattern.ts";
import { scopesOf } from "./scope-of.ts";

/** An extension resource of another one. */
export interface Extension {
  readonly resource: Resource;
  /** What of the other resource it extends: `/blobservices/default`, mostly nothing. */
  readonly below: string;
}

export interface Extensions {
  readonly certain: readonly Extension[];
  /** Those that may extend it: their scope is not told, or nobody knows whether they are there. */
  readonly possible: readonly Resource[];
}

interface Index {
  readonly certain: Map<Resource, Extension[]>;
  readonly possible: Map<Resource, Resource[]>;
  /** Those of which the input does not tell the resource, with what it tells of it. */
  readonly anywhere: (readonly [extension: Resource, scope: Unknown])[];
}

const INDEXES = new WeakMap<ResourceGraph, Map<string, Index>>();

/** The resources of an extension type (diagnostic settings, locks, …) that extend a resource. Indexed once for each type. */
export function extensionsOf(graph: ResourceGraph, target: Resource, type: string): Extensions {
  const { certain, possible, anywhere } = indexOf(graph, type);
  const others = anywhere.filter(([, scope]) => !(scope instanceof UnknownText) || mayBeIdOf(scope, target));
  return {
    certain: certain.get(target) ?? [],
    possible: [...(possible.get(target) ?? []), ...others.map(([extension]) => extension)],
  };
}

function indexOf(graph: ResourceGraph, type: string): Index {
  const indexes = INDEXES.get(graph) ?? new Map<string, Index>();
  INDEXES.set(graph, indexes);
  const known = indexes.get(type);
  if (known !== undefined) return known;
  const index: Index = { certain: new Map(), possible: new Map(), anywhere: [] };
  indexes.set(type, index);
  for (const resource of graph.ofType(type)) addTo(index, graph, resource);
  return index;
}

function addTo(index: Index, graph: ResourceGraph, resource: Resource): void {
  const scopes = scopesOf(graph, resource);
  if (scopes instanceof Unknown) {
    index.anywhere.push([resource, scopes]);
    return;
  }
  for (const { target, below, certain } of scopes) {
    if (certain && isThereWith(resource, target)) {
      index.certain.set(target, [...(index.certain.get(target) ?? []), { resource, below }]);
    } else index.possible.set(target, [...(index.possible.get(target) ?? []), resource]);
  }
}
