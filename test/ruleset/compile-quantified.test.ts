import { describe, expect, it } from "vitest";
import { holdsSensitive } from "../../src/model/resource.ts";
import type { Resource } from "../../src/model/resource.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { Sensitive, Unknown } from "../../src/model/value.ts";
import type { ValueMap } from "../../src/model/value.ts";
import { compileClause } from "../../src/ruleset/compile-clause.ts";
import type { Finding } from "../../src/ruleset/rule.ts";

/** A resource of which the input feeds nothing but what is given. */
function resourceWith(properties: ValueMap): Resource {
  const unmapped = new Unknown("not mapped");
  return {
    id: "r",
    address: "r",
    type: "T",
    properties,
    declared: "here",
    identifiers: [],
    missing: () => unmapped,
  };
}

function everyItem(at: string, inner: string, properties: ValueMap): Finding {
  const resource = resourceWith(properties);
  const graph = new ResourceGraph([resource]);
  const clause = compileClause({ each: { at, assert: { at: inner, schema: { const: "good" } } } }, {});
  return clause({
    graph,
    resource,
    base: "",
    value: resource.properties,
  });
}

describe("items of a list", () => {
  it("are as sensitive as the list", () => {
    const { evidence } = everyItem("/List", "/Part", { List: new Sensitive([{ Part: "secret" }]) });
    expect(evidence.map(({ value }) => holdsSensitive(value))).toEqual([true]);
  });

  it("miss a part that no source feeds: unknown", () => {
    expect(everyItem("/List", "/Part", { List: [{}] }).truth).toBe("unknown");
  });

  it("of a fact miss a part: it is not there", () => {
    expect(everyItem("/Facts/List", "/Part", { Facts: { List: [{}] } }).truth).toBe(false);
  });
});
