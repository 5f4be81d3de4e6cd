import { indexReferences } from "../../engine/index-references.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { ReferenceIndex } from "../../ruleset/rule.ts";

const INDEXES = new WeakMap<ResourceGraph, ReferenceIndex>();

/** The resources of a type that name the target with a property, and those that may. Each named once. */
export function resourcesNaming(
  graph: ResourceGraph,
  type: string,
  pointer: string,
  target: Resource,
): { readonly certain: readonly Resource[]; readonly possible: readonly Resource[] } {
  const index = INDEXES.get(graph) ?? indexReferences(graph);
  INDEXES.set(graph, index);
  const { certain, possible } = index.referrers(type, pointer, target);
  const sure = new Set(certain);
  return { certain: [...sure], possible: [...new Set(possible)].filter((resource) => !sure.has(resource)) };
}
