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

/** What is known of one resource, while more is added to it. */
type Facts = Record<string, Value>;

/** What facts are added to, and what they may look at. */
interface Adding {
  readonly context: FactContext;
  /** By type, in the order of the graph; to look them up in each resource costs as much as most facts. */
  readonly byType: ReadonlyMap<string, readonly Facts[]>;
  readonly holdsChoices: boolean;
}

/** The graph with names made references and every fact computed, under `/Facts` of each resource. */
export function addFacts(graph: ResourceGraph, settings: Settings): ResourceGraph {
  const named = nameNamespaces(graph);
  const byType = new Map<string, Facts[]>();
  const resources = linkReferences(named);
  resources.forEach((resource) => {
    const facts = emptyMap();
    const ofType = byType.get(resource.type);
    if (ofType === undefined) byType.set(resource.type, [facts]);
    else ofType.push(facts);
    resource.origin = originOfFacts(resource, facts);
    resource.properties["Facts"] = facts;
  });
  const withFacts = new ResourceGraph(resources, named.closed, named);
  const holdsChoices = resources.some((resource) => resource.holdsChoices === true);
  const adding: Adding = { context: { graph: withFacts, settings }, byType, holdsChoices };
  const leading = new Map<string, readonly Fact[]>();
  for (const type of withFacts.types()) {
    const facts = leadingFacts(type);
    leading.set(type, facts);
    for (const fact of facts) addFact(fact, type, adding);
  }
  for (const fact of FACTS) {
    for (const type of fact.types === "*" ? withFacts.types() : fact.types) {
      if (leading.get(type)?.includes(fact) !== true) addFact(fact, type, adding);
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

function addFact(fact: Fact, type: string, adding: Adding): void {
  const ofType = adding.byType.get(type);
  if (ofType === undefined) return;
  const resources = adding.context.graph.ofType(type);
  if (fact.isComputedWhenRead === true) {
    addWhenRead(fact, resources, ofType, adding);
    return;
  }
  const { name } = fact;
  for (let at = 0; at < resources.length; at += 1) {
    const facts = ofType[at] as Facts;
    const value = computed(fact, resources[at] as Resource, adding);
    if (value !== undefined) facts[name] = value;
  }
}

function computed(fact: Fact, resource: Resource, { context, holdsChoices }: Adding): Value | undefined {
  const value = fact.compute(resource, context);
  return holdsChoices && value !== undefined ? withoutChoices(value) : value;
}

/** A property like any other, for whoever reads it. One getter serves all: with one each, no two objects would be alike to V8. */
function addWhenRead(
  fact: Fact,
  resources: readonly Resource[],
  ofType: readonly Facts[],
  adding: Adding,
): void {
  const { name } = fact;
  const holders = new Map<Facts, Resource>();
  const whenRead = {
    configurable: true,
    enumerable: true,
    get(this: Facts) {
      const value = computed(fact, holders.get(this) as Resource, adding);
      Object.defineProperty(this, name, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
  };
  for (let at = 0; at < resources.length; at += 1) {
    const facts = ofType[at] as Facts;
    holders.set(facts, resources[at] as Resource);
    Object.defineProperty(facts, name, whenRead);
  }
}
