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
  const named = nameNamespaces(graph);
  const resources = linkReferences(named);
  resources.forEach((resource) => {
    const facts = emptyMap();
    resource.origin = originOfFacts(resource, facts);
    resource.properties["Facts"] = facts;
  });
  const withFacts = new ResourceGraph(resources, named.closed, named);
  const context: FactContext = { graph: withFacts, settings };
  const holdsChoices = resources.some((resource) => resource.holdsChoices === true);
  for (const fact of FACTS) {
    for (const resource of about(fact, withFacts)) {
      const value = fact.compute(resource, context);
      if (value === undefined) continue;
      // the empty object above, which nothing else has seen yet
      (resource.properties["Facts"] as Record<string, Value>)[fact.name] = holdsChoices
        ? withoutChoices(value)
        : value;
    }
  }
  return withFacts;
}

function about(fact: Fact, graph: ResourceGraph): readonly Resource[] {
  return fact.types === "*" ? graph.resources : fact.types.flatMap((type) => graph.ofType(type));
}
