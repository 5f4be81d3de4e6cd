import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Settings } from "../../../src/model/settings.ts";
import { isValueList, isValueMap, plain, Reference, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleInput } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** One fact of one resource of a small graph, as plain data: what is unknown is the text "unknown". */
export function factOf(
  input: ExampleInput,
  address: string,
  fact: string,
  settings: Partial<Settings> = {},
): unknown {
  const graph = addFacts(exampleGraph(input), { ...DEFAULT_SETTINGS, ...settings });
  const resource = graph.get(address);
  if (resource === undefined) throw new Error(`no ${address}`);
  return asData(propertyAt(resource, `/Facts/${fact}`));
}

function asData(value: Value | undefined): unknown {
  if (value instanceof Reference && value.value === undefined) return `-> ${value.target}`;
  const known = plain(value);
  if (known instanceof Unknown) return "unknown";
  if (isValueList(known)) return known.map(asData);
  if (isValueMap(known)) {
    return Object.fromEntries(Object.entries(known).map(([key, part]) => [key, asData(part)]));
  }
  return known;
}
