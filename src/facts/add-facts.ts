import type { Resource } from "../model/resource.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import { emptyMap } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import { FACTS } from "./catalogue.ts";
import type { Fact, FactContext } from "./fact.ts";
import { nameNamespaces } from "./kubernetes/name-namespaces.ts";
import { originOfFacts } from "./origin-of-facts.ts";
import { linkReferences } from "./link-references.ts";
import { withoutChoices } from "./without-choices.ts";

/** The graph with names made references and every fact computed, under `/Facts` of each resource. */
export function addFacts(graph: ResourceGraph, settings: Settings): ResourceGraph {
  const resources = linkReferences(nameNamespaces(graph)).map((resource) => {
    const facts = emptyMap();
    const properties = { ...resource.properties, Facts: facts };
    return { ...resource, origin: originOfFacts(resource, facts), properties };
  });
  const withFacts = new ResourceGraph(resources, graph.closed);
  const holdsChoices = resources.some((resource) => resource.holdsChoices === true);
  const context: FactContext = { graph: withFacts, settings };
  for (const fact of FACTS) {
    for (const type of fact.types === "*" ? withFacts.types() : fact.types) {
      for (const resource of withFacts.ofType(type)) addFact(fact, resource, context, holdsChoices);
    }
  }
  return withFacts;
}

function addFact(fact: Fact, resource: Resource, context: FactContext, holdsChoices: boolean): void {
  const value = fact.compute(resource, context);
  if (value === undefined) return;
  // the empty object above, which nothing else has seen yet
  (resource.properties["Facts"] as Record<string, Value>)[fact.name] = holdsChoices
    ? withoutChoices(value)
    : value;
}
