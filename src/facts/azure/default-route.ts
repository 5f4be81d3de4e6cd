import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childrenOf } from "./children-of.ts";

const TABLE = "Microsoft.Network/routeTables";
const ROUTE = "Microsoft.Network/routeTables/routes";

export const defaultRoute: Fact = {
  name: "DefaultRoute",
  types: [TABLE],
  description:
    "Where the table sends packets for the internet: NextHopType of its route for 0.0.0.0/0 (VirtualAppliance, VirtualNetworkGateway, Internet, None, …), and NextHop, the address of the appliance. Absent when the table has no such route.",
  fields: { NextHop: true, NextHopType: true },
  compute: (table, { graph }) => routeOf(graph, table),
};

function routeOf(graph: ResourceGraph, table: Resource): Value | undefined {
  if (table.declared === "elsewhere") return new Unknown(`${table.address} is not declared in this input`);
  const { certain, possible } = childrenOf(graph, table, ROUTE);
  const routes = [
    ...inlineRoutes(propertyAt(table, "/properties/routes")),
    ...certain.map((child) => plain(propertyAt(child, "/properties"))),
  ];
  for (const route of routes) {
    if (isValueMap(route) && plain(route["addressPrefix"]) === "0.0.0.0/0") return described(route);
  }
  const unknown = routes.find((route) => route instanceof Unknown || prefixOf(route) instanceof Unknown);
  if (unknown !== undefined) return unknown instanceof Unknown ? unknown : prefixOf(unknown);
  const [maybe] = possible;
  return maybe === undefined ? undefined : new Unknown(`${maybe.address} may be a route of it`);
}

function prefixOf(route: Value | undefined): Unknown | undefined {
  const prefix = isValueMap(route) ? plain(route["addressPrefix"]) : undefined;
  return prefix instanceof Unknown ? prefix : undefined;
}

function inlineRoutes(value: Value | undefined): readonly (Value | undefined)[] {
  const list = plain(value);
  if (list instanceof Unknown) return [list];
  if (!isValueList(list)) return [];
  return list.map((item) => {
    const route = plain(item);
    return isValueMap(route) ? plain(route["properties"]) : route;
  });
}

function described(route: ValueMap): ValueMap {
  const hop = route["nextHopIpAddress"];
  return {
    ...(route["nextHopType"] === undefined ? {} : { NextHopType: route["nextHopType"] }),
    ...(hop === undefined || hop === null ? {} : { NextHop: hop }),
  };
}
