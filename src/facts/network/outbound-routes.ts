import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Sensitive, Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { truthValue } from "./answer.ts";
import { blocksPublicAccess } from "./public-access-block.ts";
import { tablesOfSubnet } from "./subnet-tables.ts";
import { tableRoutes } from "./table-routes.ts";
import type { OutboundRoute, TableRoutes } from "./table-routes.ts";

export const outboundRoutes: Fact = {
  name: "OutboundRoutes",
  types: ["AWS::EC2::Subnet"],
  description:
    "The routes of the subnet's route table (the main table of its VPC when it has none of its own) to addresses on the internet: what each leads to (internet-gateway, egress-only-internet-gateway, nat-gateway, carrier-gateway, firewall-endpoint, transit-gateway, vpn-gateway, peering, local-gateway, core-network or network-interface), by which gateway, and where the route is written.",
  fields: { Destination: true, Target: true, Through: true, Route: true },
  compute: (subnet, { graph }) => describeRoutes(graph, subnet),
};

export const publicAccessBlocked: Fact = {
  name: "PublicAccessBlocked",
  types: ["AWS::EC2::Subnet"],
  description:
    "Whether VPC Block Public Access, as the input declares it for this account and region, keeps the packets of the subnet from every internet gateway.",
  compute: (subnet, { graph }) =>
    truthValue(blocksPublicAccess(graph, subnet), [
      "whether VPC Block Public Access covers the subnet is not known",
    ]),
};

function describeRoutes(graph: ResourceGraph, subnet: Resource): Value {
  const { tables, open } = tablesOfSubnet(graph, subnet);
  const found = tables.map((table) => tableRoutes(graph, table));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0 && open.length === 0) return describeTable(only);
  if (
    open.length === 0 &&
    found.every(({ routes, open: more }) => routes.length === 0 && more.length === 0)
  ) {
    return [];
  }
  const reasons = [...open, ...found.flatMap((table) => table.open)];
  return new Unknown(
    reasons.join("; ") || `which of several route tables ${subnet.address} has is not known`,
  );
}

function describeTable({ routes, open }: TableRoutes): Value {
  return [...routes.map(describeRoute), ...open.map((reason) => new Unknown(reason))];
}

function describeRoute({ address, destination, target, doubt, exact, hidden }: OutboundRoute): Value {
  if (doubt !== undefined) return new Unknown(doubt);
  const described = {
    Destination: destination ?? new Unknown(`the destination of ${address} is not known`),
    // a list of prefixes, or an unknown range, may hold nothing on the internet
    Target: exact ? target.kind : perhaps(target.kind, address),
    Through: target.name,
    Route: address,
  };
  return hidden ? new Sensitive(described) : described;
}

function perhaps(kind: OutboundRoute["target"]["kind"], address: string): Unknown {
  const told = kind instanceof Unknown ? "" : ` (it leads to: ${kind})`;
  return new Unknown(`whether ${address} has a destination on the internet is not known${told}`);
}
