import { expect, it } from "vitest";
import { addFacts } from "../../src/facts/add-facts.ts";
import { plain } from "../../src/model/value.ts";
import type { ValueMap } from "../../src/model/value.ts";
import { exampleGraph } from "../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";
import { OPEN_GROUP, VPC, resource, to } from "./network/read-facts.ts";

/** The facts of a group that a load balancer has. */
function factsOfGroup(): ValueMap {
  const balancer = resource("AWS::ElasticLoadBalancingV2::LoadBalancer", "balancer", {
    SecurityGroups: [to("group")],
  });
  const graph = addFacts(exampleGraph({ resources: [OPEN_GROUP, VPC, balancer] }), DEFAULT_SETTINGS);
  return plain(graph.resources[0]?.properties["Facts"]) as ValueMap;
}

it("a fact that is computed when it is read is listed before anybody reads it", () => {
  expect(Object.keys(factsOfGroup())).toContain("Used");
});

it("a fact that is computed when it is read is what it is to whoever writes all facts", () => {
  const { Used } = JSON.parse(JSON.stringify(factsOfGroup())) as { readonly Used: unknown };
  expect(Used).toBe(true);
});

it("a fact that is computed when it is read is a plain property from then on", () => {
  const facts = factsOfGroup();
  const read = [facts["Used"], facts["Used"]];
  expect(read).toEqual([true, true]);
  expect(Object.getOwnPropertyDescriptor(facts, "Used")).toMatchObject({ value: true, enumerable: true });
});
