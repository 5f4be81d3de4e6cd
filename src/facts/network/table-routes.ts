import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isSensitive, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { EVERYWHERE, parseRange, publicParts } from "./address-range.ts";
import type { AddressRange } from "./address-range.ts";
import { routeTarget } from "./route-target.ts";
import type { RouteTarget } from "./route-target.ts";
import { adoptedMainTables, possibleMainTables } from "./subnet-tables.ts";
import type { Table } from "./subnet-tables.ts";
import { isDefaultVpc } from "./vpc-of-subnet.ts";

/** A route that takes packets, or may take some, to addresses on the internet. */
export interface OutboundRoute {
  readonly address: string;
  readonly destination: Value | undefined;
  /** The destination, or the most that it may be. */
  readonly ranges: readonly AddressRange[];
  /** Whether `ranges` is what the destination is. */
  readonly exact: boolean;
  readonly target: RouteTarget;
  /** Why it may not be a route of the table. */
  readonly doubt?: string;
  readonly hidden: boolean;
  /** The route itself; the way out of a default VPC is written nowhere. */
  readonly resource?: Resource;
}

export interface TableRoutes {
  readonly routes: readonly OutboundRoute[];
  /** Why there may be others. */
  readonly open: readonly string[];
}

const PROPAGATION = "AWS::EC2::VPNGatewayRoutePropagation";

const ALL: readonly AddressRange[] = [EVERYWHERE[4], EVERYWHERE[6]];

/** The routes of a table that lead, or may lead, to addresses on the internet. */
export function tableRoutes(graph: ResourceGraph, table: Table): TableRoutes {
  return "table" in table ? routesOf(graph, table.table) : routesOfMain(graph, table.mainOf);
}

/** A new VPC has a main table with local routes alone; only the default VPC of a region comes with a way out. */
function routesOfMain(graph: ResourceGraph, vpc: Resource): TableRoutes {
  const adopted = adoptedMainTables(graph, vpc);
  const name = `the main route table of ${vpc.address}`;
  const named = joinRoutes([namedRoutes(graph, vpc, name), propagated(graph, vpc, name)]);
  if (adopted.length > 0) return joinRoutes([named, ...adopted.map((table) => routesOf(graph, table))]);
  const maybe = possibleMainTables(graph, vpc).map(
    ({ address }) => `${address} may be the main route table of ${vpc.address}`,
  );
  const isDefault = plain(vpc.properties["IsDefault"]);
  const open = isDefault instanceof Unknown ? [...maybe, isDefault.reason] : maybe;
  const fresh: TableRoutes = { routes: isDefaultVpc(vpc) ? [routeOfDefaultVpc(vpc)] : [], open };
  return joinRoutes([named, fresh]);
}

function routesOf(graph: ResourceGraph, table: Resource): TableRoutes {
  const own = namedRoutes(graph, table, table.address);
  if (table.declared === "elsewhere") {
    return { ...own, open: [`${table.address} is not declared in this input, so its routes are not known`] };
  }
  return joinRoutes([own, propagated(graph, table, table.address)]);
}

/** A VPN gateway adds its routes to the table, or may. */
function propagated(graph: ResourceGraph, table: Resource, name: string): TableRoutes {
  const isOpen = mayBePropagatedTo(graph, table);
  return { routes: [], open: isOpen ? [`the routes that a VPN gateway adds to ${name} are not known`] : [] };
}

function mayBePropagatedTo(graph: ResourceGraph, table: Resource): boolean {
  const gateways = plain(table.properties["PropagatingVgws"]);
  if (gateways !== undefined && !(isValueList(gateways) && gateways.length === 0)) return true;
  const { certain, possible } = findReferrers(graph, PROPAGATION, "/RouteTableIds", table);
  return certain.length > 0 || possible.length > 0;
}

function namedRoutes(graph: ResourceGraph, named: Resource, table: string): TableRoutes {
  const { certain, possible } = findReferrers(graph, "AWS::EC2::Route", "/RouteTableId", named);
  const routes = [
    ...certain.map((route) => outboundRoute(graph, route)),
    ...possible.map((route) =>
      outboundRoute(
        graph,
        route,
        `${route.address} may be a route of ${table}: its table is not known before apply`,
      ),
    ),
  ];
  return { routes: routes.filter((route) => route !== undefined), open: [] };
}

function outboundRoute(graph: ResourceGraph, route: Resource, doubt?: string): OutboundRoute | undefined {
  const target = routeTarget(graph, route);
  if (target.kind === "local") return undefined;
  const destination = destinationOf(route);
  const ranges = rangesOf(destination);
  if (ranges?.every((range) => publicParts(range).length === 0) === true) return undefined;
  return {
    address: route.address,
    destination,
    ranges: ranges ?? ALL,
    exact: ranges !== undefined,
    target,
    ...(doubt === undefined ? {} : { doubt }),
    hidden: Object.values(route.properties).some((value) => isSensitive(value)),
    resource: route,
  };
}

/** Exactly one of the three is set, so one that is known decides. */
function destinationOf(route: Resource): Value | undefined {
  const values = ["/DestinationCidrBlock", "/DestinationIpv6CidrBlock", "/DestinationPrefixListId"].map(
    (pointer) => propertyAt(route, pointer),
  );
  return (
    values.find((value) => value !== undefined && !(plain(value) instanceof Unknown)) ??
    values.find((value) => value !== undefined)
  );
}

/** Undefined when the addresses are not known, as those of a prefix list. */
function rangesOf(destination: Value | undefined): readonly AddressRange[] | undefined {
  const text = plain(destination);
  const range = typeof text === "string" ? parseRange(text) : undefined;
  return range === undefined ? undefined : [range];
}

function routeOfDefaultVpc(vpc: Resource): OutboundRoute {
  return {
    address: `the main route table of ${vpc.address}`,
    destination: "0.0.0.0/0",
    ranges: [EVERYWHERE[4]],
    exact: true,
    target: {
      kind: "internet-gateway",
      name: "the internet gateway of the default VPC",
      resource: undefined,
    },
    hidden: false,
  };
}

function joinRoutes(parts: readonly TableRoutes[]): TableRoutes {
  return { routes: parts.flatMap(({ routes }) => routes), open: parts.flatMap(({ open }) => open) };
}
