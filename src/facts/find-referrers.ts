import { parsePointer } from "../model/pointer.ts";
import { propertyAt } from "../model/resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import { Unknown, isValueList, plain, referencesOf } from "../model/value.ts";
import type { Value, Reference } from "../model/value.ts";

/** The resources that name another one with a property. */
export interface Referrers {
  /** Their property, or an item of it, is a reference to the resource. */
  readonly certain: readonly Resource[];
  /** Their property may be one: it is not known, or one of several. */
  readonly possible: readonly Resource[];
}

interface Index {
  readonly certain: Map<string, Set<Resource>>;
  readonly possible: Map<string, Set<Resource>>;
  /** Nothing at all is known of their property. */
  readonly open: Set<Resource>;
}

const INDEXES = new WeakMap<ResourceGraph, Map<string, Index>>();

/** The resources of a type whose property at the pointer (one value or a list) names the target. Indexed once. */
export function findReferrers(
  graph: ResourceGraph,
  type: string,
  pointer: string,
  target: Resource,
): Referrers {
  const { certain, possible, open } = indexOf(graph, type, pointer);
  const sure = certain.get(target.id) ?? new Set();
  const maybe = [...(possible.get(target.id) ?? []), ...open].filter((resource) => !sure.has(resource));
  return { certain: [...sure], possible: maybe };
}

function indexOf(graph: ResourceGraph, type: string, pointer: string): Index {
  const indexes = INDEXES.get(graph) ?? new Map<string, Index>();
  INDEXES.set(graph, indexes);
  const key = `${type} ${pointer}`;
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index: Index = { certain: new Map(), possible: new Map(), open: new Set() };
  const tokens = parsePointer(pointer);
  for (const resource of graph.ofType(type)) {
    add(graph, index, resource, propertyAt(resource, pointer, tokens));
  }
  indexes.set(key, index);
  return index;
}

function add(graph: ResourceGraph, index: Index, resource: Resource, value: Value | undefined): void {
  const known = plain(value);
  if (isValueList(known)) {
    for (const item of known) add(graph, index, resource, item);
    return;
  }
  const references = referencesOf(value);
  if (references.length === 0 && known instanceof Unknown) index.open.add(resource);
  const side = references.length === 1 && !(value instanceof Unknown) ? index.certain : index.possible;
  for (const reference of references) addTo(side, idOf(graph, reference), resource);
}

function idOf(graph: ResourceGraph, reference: Reference): string {
  return graph.get(reference.target)?.id ?? reference.target;
}

function addTo(side: Map<string, Set<Resource>>, id: string, resource: Resource): void {
  const resources = side.get(id) ?? new Set<Resource>();
  resources.add(resource);
  side.set(id, resources);
}
