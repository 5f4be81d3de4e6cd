import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isThereWith } from "../../model/shared-doubt.ts";
import { Unknown } from "../../model/value.ts";
import { parentOfType } from "./parent-of-type.ts";

/** The resources of a type that lie in another one. */
export interface Children {
  readonly certain: readonly Resource[];
  /** Those that may: their parent is not told, or nobody knows whether they are there. */
  readonly possible: readonly Resource[];
  /** Those that the input only names: `existing` in Bicep. */
  readonly named: readonly Resource[];
}

interface Index {
  readonly certain: Map<Resource, Resource[]>;
  readonly possible: Map<Resource, Resource[]>;
  readonly named: Map<Resource, Resource[]>;
  readonly anywhere: Resource[];
}

const INDEXES = new WeakMap<ResourceGraph, Map<string, Index>>();
const NONE: readonly Resource[] = [];

/** The children of a resource, by the type of the child. Indexed once for each pair of types. */
export function childrenOf(graph: ResourceGraph, parent: Resource, type: string): Children {
  const { certain, possible, named, anywhere } = indexOf(graph, parent.type, type);
  return {
    certain: certain.get(parent) ?? NONE,
    possible: [...(possible.get(parent) ?? NONE), ...anywhere],
    named: named.get(parent) ?? NONE,
  };
}

function indexOf(graph: ResourceGraph, parentType: string, type: string): Index {
  const indexes = INDEXES.get(graph) ?? new Map<string, Index>();
  INDEXES.set(graph, indexes);
  const key = `${parentType} ${type}`;
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index: Index = { certain: new Map(), possible: new Map(), named: new Map(), anywhere: [] };
  indexes.set(key, index);
  for (const child of graph.ofType(type)) {
    const parent = parentOfType(graph, child, parentType);
    if (child.declared === "elsewhere") {
      if (!(parent instanceof Unknown)) add(index.named, parent, child);
    } else if (parent instanceof Unknown) index.anywhere.push(child);
    else add(isThereWith(child, parent) ? index.certain : index.possible, parent, child);
  }
  return index;
}

function add(side: Map<Resource, Resource[]>, parent: Resource, child: Resource): void {
  const others = side.get(parent);
  if (others === undefined) side.set(parent, [child]);
  else others.push(child);
}
