import type { Resource } from "../../model/resource.ts";
import { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Unknown } from "../../model/value.ts";
import { CURRENT, NAMESPACES, namespaceOf } from "./namespace-of.ts";
import { WORKLOADS } from "./pod-spec.ts";

/**
 * The graph with the namespaces that workloads are in and nothing declares: what is true of a namespace is told of it once,
 * not of every workload. The graph itself when it holds no workload.
 */
export function nameNamespaces(graph: ResourceGraph): ResourceGraph {
  const workloads = WORKLOADS.flatMap((type) => graph.ofType(type));
  if (workloads.length === 0) return graph;
  const declared = new Set(NAMESPACES.flatMap((type) => graph.ofType(type)).map(({ name }) => name));
  const named = new Map<string, Resource>();
  for (const workload of workloads) {
    const name = namespaceOf(workload);
    if (name instanceof Reference) continue;
    const key = name instanceof Unknown ? undefined : name;
    const id = key ?? NOT_KNOWN;
    if (declared.has(key) || named.has(id)) continue;
    named.set(
      id,
      name instanceof Unknown ? namespaceWithoutName(name, workload) : namespaceNamed(name, workload),
    );
  }
  return named.size === 0 ? graph : new ResourceGraph([...graph.resources, ...named.values()], graph.closed);
}

/** Stands for every namespace of which nobody knows what it is called. No namespace has brackets. */
const NOT_KNOWN = "(not known)";

function namespaceWithoutName(name: Unknown, workload: Resource): Resource {
  const { name: _, ...rest } = namespaceNamed(NOT_KNOWN, workload);
  return { ...rest, properties: { metadata: { name } }, missing: () => name };
}

function namespaceNamed(name: string, { location }: Resource): Resource {
  const elsewhere = new Unknown(
    name === CURRENT
      ? "the manifests do not say in which namespace they are"
      : `the namespace ${name} is not declared in this input`,
  );
  return {
    id: `namespace:${name}`,
    address: `Namespace/${name}`,
    type: "core/Namespace",
    name,
    properties: { metadata: { name } },
    declared: "here",
    identifiers: [],
    ...(location === undefined ? {} : { location }),
    missing: () => elsewhere,
  };
}
