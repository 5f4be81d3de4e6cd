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
      addFact(fact, withFacts.ofType(type), context, holdsChoices);
    }
  }
  return withFacts;
}

function addFact(
  fact: Fact,
  resources: readonly Resource[],
  context: FactContext,
  holdsChoices: boolean,
): void {
  const { name, isComputedWhenRead = false } = fact;
  // by number: it is done for every fact of every resource, and an iterator costs an object a step
  for (let at = 0; at < resources.length; at += 1) {
    const resource = resources[at] as Resource;
    // the empty object above, which nothing else has seen yet
    const facts = resource.properties["Facts"] as Record<string, Value>;
    if (isComputedWhenRead) {
      addWhenRead(facts, name, () => computed(fact, resource, context, holdsChoices));
      continue;
    }
    const value = computed(fact, resource, context, holdsChoices);
    if (value !== undefined) facts[name] = value;
  }
}

function computed(
  fact: Fact,
  resource: Resource,
  context: FactContext,
  holdsChoices: boolean,
): Value | undefined {
  const value = fact.compute(resource, context);
  return holdsChoices && value !== undefined ? withoutChoices(value) : value;
}

/** A property like any other, for whoever reads it. */
function addWhenRead(facts: object, name: string, compute: () => Value | undefined): void {
  Object.defineProperty(facts, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute();
      Object.defineProperty(facts, name, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
  });
}
