import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Sensitive, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { append } from "../append.ts";

/** The resources that a value names: one, or a list of them. */
export interface Named {
  readonly certain: readonly Resource[];
  /** One or more of each group are named. */
  readonly someOf: readonly (readonly Resource[])[];
  /** Why there may be others, each a sentence; empty when there are none. */
  readonly open: readonly string[];
}

const NONE: readonly never[] = [];
const NOBODY: Named = { certain: NONE, someOf: NONE, open: NONE };

export function isNobody({ certain, someOf, open }: Named): boolean {
  return certain.length === 0 && someOf.length === 0 && open.length === 0;
}

/** What a property names, each resource once. What is not of one of the types is a resource that is not known. */
export function namedResources(
  graph: ResourceGraph,
  value: Value | undefined,
  types: readonly string[],
): Named {
  if (value === undefined || value === null) return NOBODY;
  const found: Found = { certain: NONE, someOf: NONE, open: NONE };
  collect(graph, value, types, found);
  if (found.certain.length > 1) found.certain = [...new Set(found.certain)];
  return found;
}

/** The same while it is gathered. */
type Found = { -readonly [List in keyof Named]: Named[List] };

function collect(
  graph: ResourceGraph,
  value: Value,
  types: readonly string[],
  found: Found,
  isHidden = false,
): void {
  if (value === null) return;
  if (value instanceof Sensitive) collect(graph, value.value, types, found, true);
  else if (value instanceof Reference) addReference(graph, value, types, found);
  else if (value instanceof Unknown) addUnknown(graph, value, types, found);
  else if (isValueList(value)) {
    for (const item of value) collect(graph, item, types, found, isHidden);
  } else {
    const name = isHidden ? "what a sensitive value names" : JSON.stringify(value);
    found.open = append(found.open, `${name} is not declared in this input`);
  }
}

function addReference(
  graph: ResourceGraph,
  reference: Reference,
  types: readonly string[],
  found: Found,
): void {
  const target = graph.get(reference.target);
  if (target !== undefined && types.includes(target.type)) {
    found.certain = append(found.certain, target);
    return;
  }
  // an attribute of something else, such as the subnets of a group of subnets; its value may still be known
  const { value } = reference;
  if (value !== undefined && isValueList(plain(value))) collect(graph, value, types, found);
  else {
    const name = target?.address ?? reference.target;
    found.open = append(found.open, `what ${name} names is known after apply`);
  }
}

function addUnknown(graph: ResourceGraph, unknown: Unknown, types: readonly string[], found: Found): void {
  const declared: Resource[] = [];
  for (const { target } of unknown.candidates) {
    const resource = graph.get(target);
    if (resource !== undefined) declared.push(resource);
  }
  const fitting = declared.filter(({ type }) => types.includes(type));
  const isOpen = fitting.length < unknown.candidates.length || fitting.length === 0;
  if (isOpen) found.open = append(found.open, unknown.reason);
  // beside what is named by text, and declared nowhere, the others may stand all the same
  if (fitting.length > 0 && fitting.length === declared.length) {
    found.someOf = append(found.someOf, [...new Set(fitting)]);
  }
}
