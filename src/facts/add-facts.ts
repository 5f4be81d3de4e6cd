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
  const holdsChoices = resources.some((resource) => resource.holdsChoices === true);
  const context: FactContext = { graph: withFacts, settings };
  const leading = new Map<string, readonly Fact[]>();
  for (const type of withFacts.types()) {
    const facts = leadingFacts(type);
    leading.set(type, facts);
    for (const fact of facts) addFact(fact, withFacts.ofType(type), context, holdsChoices);
  }
  for (const fact of FACTS) {
    for (const type of fact.types === "*" ? withFacts.types() : fact.types) {
      if (leading.get(type)?.includes(fact) === true) continue;
      addFact(fact, withFacts.ofType(type), context, holdsChoices);
    }
  }
  return withFacts;
}

/**
 * The facts of every type that come before those of this one. They look at nothing but their resource, so all of them can
 * be computed while the resources of one type are at hand: to go through all resources for each costs more.
 */
function leadingFacts(type: string): readonly Fact[] {
  const leading: Fact[] = [];
  for (const fact of FACTS) {
    if (fact.types === "*") leading.push(fact);
    else if (fact.types.includes(type)) break;
  }
  return leading;
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
