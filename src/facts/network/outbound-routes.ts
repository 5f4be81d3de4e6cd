import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { truthValue } from "./answer.ts";
import { namedResources } from "./named-resources.ts";
import { blocksPublicAccess } from "./public-access-block.ts";
import type { RouteTarget } from "./route-target.ts";
import { tablesOfSubnet } from "./subnet-tables.ts";
import { tableRoutes } from "./table-routes.ts";
import type { OutboundRoute, TableRoutes } from "./table-routes.ts";

export const outboundRoutes: Fact = {
  name: "OutboundRoutes",
  types: ["AWS::EC2::Subnet"],
  description:
    "The routes of the subnet's route table (the main table of its VPC when it has none of its own) to addresses on the internet. Target: internet-gateway, egress-only-internet-gateway, nat-gateway, carrier-gateway, firewall-endpoint, transit-gateway, vpn-gateway, peering, local-gateway, core-network or network-interface. Through: which one. Internet: whether that is a gateway to the internet, the first four unless VPC Block Public Access closes them; not known for networks that are decided elsewhere. Route: where it is written.",
  fields: { Destination: true, Internet: true, Route: true, Target: true, Through: true },
  compute: (subnet, { graph }) => describeRoutes(graph, subnet),
};

function describeRoutes(graph: ResourceGraph, subnet: Resource): Value {
  const { tables, open } = tablesOfSubnet(graph, subnet);
  const found = tables.map((table) => tableRoutes(graph, table));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0 && open.length === 0) {
    return describeTable(graph, subnet, only);
  }
  const isClosed = found.every(({ routes, open: more }) => routes.length === 0 && more.length === 0);
  if (open.length === 0 && isClosed) return [];
  const reasons = [...open, ...found.flatMap((table) => table.open)];
  return new Unknown(
    reasons.join("; ") || `which of several route tables ${subnet.address} has is not known`,
  );
}

function describeTable(graph: ResourceGraph, subnet: Resource, { routes, open }: TableRoutes): Value {
  const described = routes.map((route) => describeRoute(graph, subnet, route));
  return [...described, ...open.map((reason) => new Unknown(reason))];
}

function describeRoute(graph: ResourceGraph, subnet: Resource, route: OutboundRoute): Value {
  const { address, destination, target, doubt, hidden, resource } = route;
  if (doubt !== undefined) return new Unknown(doubt);
  const described = {
    Destination: destination ?? new Unknown(`the destination of ${address} is not known`),
    Internet: leadsOut(graph, subnet, route),
    Route: address,
    Target: target.kind,
    Through: target.name,
  };
  const shown = hidden ? new Sensitive(described) : described;
  return resource === undefined ? shown : writtenAt(shown, resource, "");
}

function leadsOut(graph: ResourceGraph, subnet: Resource, { target, exact, address }: OutboundRoute): Value {
  const { kind, name } = target;
  if (kind === "firewall-endpoint" || kind === "peering") return false;
  if (!exact) return new Unknown(`whether ${address} has a destination on the internet is not known`);
  if (kind instanceof Unknown) return kind;
  const open = isOpenGateway(graph, subnet, target);
  if (open !== undefined) {
    return truthValue(open, [`whether VPC Block Public Access closes ${name} is not known`]);
  }
  return new Unknown(
    `whether ${name} leads to the internet, or to a network that inspects what leaves, is not known; if it inspects, name it in params.inspectedGateways of genoscan.yaml`,
  );
}

/** Undefined for what is no gateway to the internet. */
function isOpenGateway(graph: ResourceGraph, subnet: Resource, target: RouteTarget): Truth | undefined {
  switch (target.kind) {
    case "internet-gateway":
    case "egress-only-internet-gateway":
    case "carrier-gateway":
      return negate(blocksPublicAccess(graph, subnet));
    case "nat-gateway":
      return isOpenNat(graph, target);
    default:
      return undefined;
  }
}

/** A NAT gateway is as open as the subnet that it stands in. */
function isOpenNat(graph: ResourceGraph, { resource }: RouteTarget): Truth {
  const value = resource === undefined ? undefined : propertyAt(resource, "/SubnetId");
  const { certain, someOf, open } = namedResources(graph, value, ["AWS::EC2::Subnet"]);
  const isBlockedSomewhere = graph.ofType("AWS::EC2::VPCBlockPublicAccessOptions").length > 0;
  if (!isBlockedSomewhere) return true;
  const subnets = [...certain, ...someOf.flat()];
  if (subnets.length === 0 || open.length > 0) return "unknown";
  const ways = subnets.map((subnet) => negate(blocksPublicAccess(graph, subnet)));
  return ways.every((way) => way === ways[0]) ? anyTruth(ways) : "unknown";
}
