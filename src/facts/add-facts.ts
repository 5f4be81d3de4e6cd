import type { Resource } from "../model/resource.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import { emptyMap } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import { FACTS } from "./catalogue.ts";
import type { Fact, FactContext } from "./fact.ts";
import { linkReferences } from "./link-references.ts";

/** The graph with names made references and every fact computed, under `/Facts` of each resource. */
export function addFacts(graph: ResourceGraph, settings: Settings): ResourceGraph {
  const holders = new Map<Resource, Record<string, Value>>();
  const resources = linkReferences(graph).map((resource) => {
    const holder = emptyMap();
    const holding = { ...resource, properties: { ...resource.properties, Facts: holder } };
    holders.set(holding, holder);
    return holding;
  });
  const withFacts = new ResourceGraph(resources, graph.closed);
  const context: FactContext = { graph: withFacts, settings };
  for (const fact of FACTS) {
    for (const resource of about(fact, withFacts)) {
      const value = fact.compute(resource, context);
      const holder = holders.get(resource);
      if (holder !== undefined && value !== undefined) holder[fact.name] = value;
    }
  }
  return withFacts;
}

function about(fact: Fact, graph: ResourceGraph): readonly Resource[] {
  return fact.types === "*" ? graph.resources : fact.types.flatMap((type) => graph.ofType(type));
}
