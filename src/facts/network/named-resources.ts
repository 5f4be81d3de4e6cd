import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Sensitive, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** The resources that a value names: one, or a list of them. */
export interface Named {
  readonly certain: readonly Resource[];
  /** One or more of each group are named. */
  readonly someOf: readonly (readonly Resource[])[];
  /** Why there may be others, each a sentence; empty when there are none. */
  readonly open: readonly string[];
}

const NOBODY: Named = { certain: [], someOf: [], open: [] };

/** What a property names, each resource once. What is not of one of the types is a resource that is not known. */
export function namedResources(
  graph: ResourceGraph,
  value: Value | undefined,
  types: readonly string[],
): Named {
  const found = collect(graph, value, types);
  return { ...found, certain: [...new Set(found.certain)] };
}

function collect(graph: ResourceGraph, value: Value | undefined, types: readonly string[]): Named {
  if (value === undefined || value === null) return NOBODY;
  if (value instanceof Sensitive) return collect(graph, value.value, types);
  if (value instanceof Reference) return ofReference(graph, value, types);
  if (value instanceof Unknown) return ofUnknown(graph, value, types);
  if (isValueList(value)) return join(value.map((item) => collect(graph, item, types)));
  return { ...NOBODY, open: [`${JSON.stringify(value)} is not declared in this input`] };
}

function ofReference(graph: ResourceGraph, reference: Reference, types: readonly string[]): Named {
  const target = graph.get(reference.target);
  if (target !== undefined && types.includes(target.type)) return { ...NOBODY, certain: [target] };
  // an attribute of something else, such as the subnets of a group of subnets; its value may still be known
  if (isValueList(plain(reference.value))) return collect(graph, reference.value, types);
  return { ...NOBODY, open: [`what ${target?.address ?? reference.target} names is known after apply`] };
}

function ofUnknown(graph: ResourceGraph, unknown: Unknown, types: readonly string[]): Named {
  const targets = unknown.candidates.map(({ target }) => graph.get(target));
  const fitting = targets.filter((target) => target !== undefined && types.includes(target.type));
  if (fitting.length === 0 || fitting.length < targets.length) return { ...NOBODY, open: [unknown.reason] };
  return { ...NOBODY, someOf: [[...new Set(fitting.filter((target) => target !== undefined))]] };
}

function join(parts: readonly Named[]): Named {
  return {
    certain: parts.flatMap(({ certain }) => certain),
    someOf: parts.flatMap(({ someOf }) => someOf),
    open: parts.flatMap(({ open }) => open),
  };
}
