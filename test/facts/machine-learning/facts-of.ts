import { addFacts } from "../../../src/facts/add-facts.ts";
import { valueAt } from "../../../src/model/pointer.ts";
import type { Value } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** A fact of the first of some resources. */
export function factOf(fact: string, resources: readonly ExampleResource[]): Value | undefined {
  const graph = addFacts(exampleGraph({ resources }), DEFAULT_SETTINGS);
  return valueAt(graph.resources[0]?.properties, ["Facts", fact]);
}
