import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { Sensitive, Unknown, isValueList, isValueMap } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { exampleGraph } from "../../../src/ruleset/example-graph.ts";
import type { ExampleResource } from "../../../src/ruleset/example-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** A fact of the first resource. What is not known reads "?", what is sensitive "(hidden)". */
export function readFact(pointer: string, resources: readonly ExampleResource[]): unknown {
  const graph = addFacts(exampleGraph({ resources }), DEFAULT_SETTINGS);
  const [first] = graph.resources;
  return first === undefined ? undefined : show(propertyAt(first, `/Facts${pointer}`));
}

function show(value: Value | undefined): unknown {
  if (value instanceof Unknown) return "?";
  if (value instanceof Sensitive) return "(hidden)";
  if (isValueList(value)) return value.map(show);
  if (!isValueMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, show(part)]));
}

/** A reference, as examples write it. */
export function to(address: string, attribute?: string): unknown {
  return attribute === undefined ? { $reference: address } : { $reference: address, attribute };
}

export const UNKNOWN = { $unknown: "known after apply" };

export function resource(type: string, address: string, properties: unknown = {}): ExampleResource {
  return { address, type, properties };
}

/** A VPC, a subnet in it, and a security group that lets everything out. */
export const VPC = resource("AWS::EC2::VPC", "vpc", { CidrBlock: "10.20.0.0/16" });
export const SUBNET = resource("AWS::EC2::Subnet", "subnet", { VpcId: to("vpc") });
export const OPEN_GROUP = resource("AWS::EC2::SecurityGroup", "group", {
  VpcId: to("vpc"),
  SecurityGroupEgress: [{ IpProtocol: "-1", CidrIp: "0.0.0.0/0" }],
});
