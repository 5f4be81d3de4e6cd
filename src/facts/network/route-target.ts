import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain, referencesOf, isOfResources } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** What a route leads to. */
export type TargetKind =
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "carrier-gateway"
  | "firewall-endpoint"
  | "transit-gateway"
  | "vpn-gateway"
  | "peering"
  | "local-gateway"
  | "core-network"
  | "network-interface"
  | "local";

export interface RouteTarget {
  readonly kind: TargetKind | Unknown;
  /** How people name it. */
  readonly name: string;
  /** The resource, when the graph has it. */
  readonly resource: Resource | undefined;
}

const BY_PROPERTY: Readonly<Record<string, TargetKind>> = {
  NatGatewayId: "nat-gateway",
  EgressOnlyInternetGatewayId: "egress-only-internet-gateway",
  VpcEndpointId: "firewall-endpoint",
  TransitGatewayId: "transit-gateway",
  VpcPeeringConnectionId: "peering",
  CarrierGatewayId: "carrier-gateway",
  LocalGatewayId: "local-gateway",
  CoreNetworkArn: "core-network",
  NetworkInterfaceId: "network-interface",
  InstanceId: "network-interface",
};

const GATEWAY_BY_PREFIX: Readonly<Record<string, TargetKind>> = {
  igw: "internet-gateway",
  vgw: "vpn-gateway",
  local: "local",
  vpce: "local",
};

const GATEWAY_BY_TYPE: Readonly<Record<string, TargetKind>> = {
  "AWS::EC2::InternetGateway": "internet-gateway",
  "AWS::EC2::VPNGateway": "vpn-gateway",
  aws_vpn_gateway: "vpn-gateway",
};

/** The target of a route: exactly one of its properties is set, so one that is known decides. */
export function routeTarget(graph: ResourceGraph, route: Resource): RouteTarget {
  const gateway = propertyAt(route, "/GatewayId");
  if (isNamed(gateway)) return { ...describe(graph, gateway), kind: gatewayKind(graph, gateway) };
  for (const [property, kind] of Object.entries(BY_PROPERTY)) {
    const value = propertyAt(route, `/${property}`);
    if (isNamed(value)) return { ...describe(graph, value), kind };
  }
  return { kind: unknownKind(route, gateway), name: `the target of ${route.address}`, resource: undefined };
}

/** Set for certain: by text, or by reference. */
function isNamed(value: Value | undefined): value is Value {
  if (value === undefined || value === null) return false;
  return !(plain(value) instanceof Unknown) || isOfResources(value);
}

function describe(graph: ResourceGraph, value: Value): Pick<RouteTarget, "name" | "resource"> {
  const references = value instanceof Unknown ? [] : referencesOf(value);
  const [only] = references;
  const resource = only === undefined ? undefined : graph.get(only.target);
  const text = plain(value);
  return { name: resource?.address ?? (typeof text === "string" ? text : "a gateway"), resource };
}

function gatewayKind(graph: ResourceGraph, value: Value): TargetKind | Unknown {
  const text = plain(value);
  const prefix = typeof text === "string" ? (text.split("-")[0] ?? "") : "";
  const byPrefix = GATEWAY_BY_PREFIX[prefix];
  if (byPrefix !== undefined) return byPrefix;
  const kinds = new Set(
    referencesOf(value).map(({ target }) => GATEWAY_BY_TYPE[graph.get(target)?.type ?? ""]),
  );
  const [only] = kinds;
  return only !== undefined && kinds.size === 1
    ? only
    : new Unknown("what kind of gateway the route leads to is not known");
}

function unknownKind(route: Resource, gateway: Value | undefined): Unknown {
  const values = [gateway, ...Object.keys(BY_PROPERTY).map((property) => propertyAt(route, `/${property}`))];
  const open = values.map((value) => plain(value)).find((value) => value instanceof Unknown);
  return open instanceof Unknown
    ? new Unknown(open.reason)
    : new Unknown(`${route.address} has no target that genoscan knows`);
}
