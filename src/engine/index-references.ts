import { parsePointer } from "../model/pointer.ts";
import { propertyAt } from "../model/resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import { Unknown, isValueList, plain, referencesOf } from "../model/value.ts";
import type { Reference, Value } from "../model/value.ts";
import type { ReferenceIndex } from "../ruleset/rule.ts";

interface Referrers {
  readonly certain: Map<string, Resource[]>;
  readonly possible: Map<string, Resource[]>;
  /** Resources whose property is unknown altogether: they may name anything. */
  readonly open: Resource[];
}

/** The way back along references, indexed by type and pointer when it is first asked for. */
export function indexReferences(graph: ResourceGraph): ReferenceIndex {
  const indexed = new Map<string, Referrers>();
  return {
    referrers(type, pointer, target) {
      const key = `${type} ${pointer}`;
      const index = indexed.get(key) ?? buildIndex(graph, type, pointer);
      indexed.set(key, index);
      return {
        certain: index.certain.get(target.id) ?? [],
        possible: [...(index.possible.get(target.id) ?? []), ...index.open],
      };
    },
  };
}

function buildIndex(graph: ResourceGraph, type: string, pointer: string): Referrers {
  const tokens = parsePointer(pointer);
  const index: Referrers = { certain: new Map(), possible: new Map(), open: [] };
  for (const resource of graph.ofType(type)) {
    addReferrer(graph, index, resource, propertyAt(resource, pointer, tokens));
  }
  return index;
}

function addReferrer(
  graph: ResourceGraph,
  index: Referrers,
  resource: Resource,
  value: Value | undefined,
): void {
  const known = plain(value);
  if (isValueList(known)) {
    for (const item of known) addReferrer(graph, index, resource, item);
    return;
  }
  const references = referencesOf(value);
  const [only] = references;
  if (references.length === 1 && only !== undefined && !(value instanceof Unknown))
    add(index.certain, idOf(graph, only), resource);
  else for (const reference of references) add(index.possible, idOf(graph, reference), resource);
  if (references.length === 0 && known instanceof Unknown) index.open.push(resource);
}

function idOf(graph: ResourceGraph, reference: Reference): string {
  return graph.get(reference.target)?.id ?? reference.target;
}

function add(map: Map<string, Resource[]>, key: string, resource: Resource): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [resource]);
  else list.push(resource);
}
