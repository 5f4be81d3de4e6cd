import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Settings } from "../../../src/model/settings.ts";
import type { Value } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** A fact of the first resource, computed as in a scan. */
export function factOf(
  name: string,
  resources: readonly ExampleResource[],
  settings: Partial<Settings> = {},
): Value | undefined {
  const graph = addFacts(exampleGraph({ resources }), { ...DEFAULT_SETTINGS, ...settings });
  const first = graph.get(resources[0]?.address ?? "");
  return first === undefined ? undefined : propertyAt(first, `/Facts/${name}`);
}
