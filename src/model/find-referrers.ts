import { parsePointer } from "./pointer.ts";
import { propertyAt } from "./resource.ts";
import type { Resource } from "./resource.ts";
import type { ResourceGraph } from "./resource-graph.ts";
import { isThereWith } from "./shared-doubt.ts";
import { Unknown, isValueList, plain, referencesOf } from "./value.ts";
import type { Value } from "./value.ts";

/** The resources that name another one with a property. */
export interface Referrers {
  /** Their property, or an item of it, is a reference to the resource. */
  readonly certain: readonly Resource[];
  /** Their property may be one: it is not known, or one of several; or nobody knows whether they are there. */
  readonly possible: readonly Resource[];
}

interface Index {
  /** By the id of what is named: the answer where nothing else is possible, made once. */
  readonly certain: Map<string, { readonly certain: Resource[]; readonly possible: readonly Resource[] }>;
  readonly possible: Map<string, Resource[]>;
  /** Nothing at all is known of their property. */
  readonly open: Resource[];
  /** Nobody names anything. */
  isEmpty: boolean;
  /** The same for every target, so made once. */
  openList: readonly Resource[];
}

const INDEXES = new WeakMap<ResourceGraph, Map<string, Map<string, Index>>>();
const NONE: readonly Resource[] = [];
const NOBODY: Referrers = { certain: NONE, possible: NONE };

/** Beyond this many, one resource of which nothing is known stands for all of them: the time stays linear. */
const MOST_POSSIBLE = 20;

/** The resources of a type whose property at the pointer (one value or a list) names the target. Indexed once. */
export function findReferrers(
  graph: ResourceGraph,
  type: string,
  pointer: string,
  target: Resource,
): Referrers {
  const index = indexOf(graph, type, pointer);
  const { openList } = index;
  // of many types a scan has nothing
  if (index.isEmpty) return NOBODY;
  const sure = index.certain.get(target.id);
  const candidates = index.possible.get(target.id);
  if (candidates === undefined && openList.length === 0) return sure ?? NOBODY;
  const maybe = candidates === undefined ? openList : [...bounded(candidates, type), ...openList];
  if (sure === undefined) return { certain: NONE, possible: maybe };
  const { certain } = sure;
  return { certain, possible: maybe.filter((resource) => !certain.includes(resource)) };
}

/** By pointer and type, both texts of the code: to join them would be to make a text for each question. */
function indexOf(graph: ResourceGraph, type: string, pointer: string): Index {
  let byPointer = INDEXES.get(graph);
  if (byPointer === undefined) {
    byPointer = new Map();
    INDEXES.set(graph, byPointer);
  }
  let byType = byPointer.get(pointer);
  if (byType === undefined) {
    byType = new Map();
    byPointer.set(pointer, byType);
  }
  let index = byType.get(type);
  if (index === undefined) {
    index = buildIndex(graph, type, pointer);
    byType.set(type, index);
  }
  return index;
}

function buildIndex(graph: ResourceGraph, type: string, pointer: string): Index {
  const index: Index = { certain: new Map(), possible: new Map(), open: [], openList: NONE, isEmpty: false };
  const tokens = parsePointer(pointer);
  for (const resource of graph.ofType(type)) {
    add(graph, index, resource, propertyAt(resource, pointer, tokens));
  }
  index.openList = bounded(index.open, type);
  index.isEmpty = index.certain.size + index.possible.size + index.open.length === 0;
  return index;
}

function bounded(resources: readonly Resource[], type: string): readonly Resource[] {
  return resources.length > MOST_POSSIBLE ? [standIn(resources, type)] : resources;
}

/** Whatever is asked of it is unknown, as it may be any of the resources. */
function standIn(resources: readonly Resource[], type: string): Resource {
  const [first] = resources;
  const address = `${first?.address ?? type} or another of ${String(resources.length)} resources`;
  const unknown = new Unknown(`whether it is ${address} is not known`);
  return {
    id: address,
    address,
    type,
    declared: "here",
    identifiers: [],
    properties: { Facts: unknown },
    missing: () => unknown,
  };
}

function add(graph: ResourceGraph, index: Index, resource: Resource, value: Value | undefined): void {
  const known = plain(value);
  if (isValueList(known)) {
    for (const item of known) add(graph, index, resource, item);
    return;
  }
  const references = referencesOf(value);
  if (references.length === 0) {
    if (known instanceof Unknown) addOnce(index.open, resource);
    return;
  }
  const isOne = references.length === 1 && !(value instanceof Unknown);
  for (const { target } of references) {
    const named = graph.get(target);
    const id = named?.id ?? target;
    if (isOne && isThereWith(resource, named)) addCertain(index, id, resource);
    else addPossible(index, id, resource);
  }
}

function addCertain({ certain }: Index, id: string, resource: Resource): void {
  const referrers = certain.get(id);
  if (referrers === undefined) certain.set(id, { certain: [resource], possible: NONE });
  else addOnce(referrers.certain, resource);
}

function addPossible({ possible }: Index, id: string, resource: Resource): void {
  const resources = possible.get(id);
  if (resources === undefined) possible.set(id, [resource]);
  else addOnce(resources, resource);
}

/** One resource is added after the other, so that it is the last one when it is there. */
function addOnce(resources: Resource[], resource: Resource): void {
  if (resources.at(-1) !== resource) resources.push(resource);
}
