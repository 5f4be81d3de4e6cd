import { expect, it } from "vitest";
import { destinationOf } from "../../../src/facts/network/destination-reach.ts";
import { namedResources } from "../../../src/facts/network/named-resources.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Sensitive, Unknown } from "../../../src/model/value.ts";

const EMPTY = new ResourceGraph([]);

it("a sensitive name that the input does not declare is in no reason", () => {
  const secret = new Sensitive(["sg-0123456789abcdef0"]);
  const { open } = namedResources(EMPTY, secret, ["AWS::EC2::SecurityGroup"]);
  expect(open).toEqual(["what a sensitive value names is not declared in this input"]);
  expect(namedResources(EMPTY, ["sg-1"], ["AWS::EC2::SecurityGroup"]).open).toEqual([
    '"sg-1" is not declared in this input',
  ]);
});

it("nor is a sensitive prefix list, of which nobody knows what it holds", () => {
  const list = new Sensitive("pl-0123456789abcdef0");
  const { reach } = destinationOf(EMPTY, { DestinationPrefixListId: list });
  expect(reach).toBeInstanceOf(Unknown);
  expect((reach as Unknown).reason).toBe(
    "which addresses a list whose name is sensitive holds is not declared in this input",
  );
});
