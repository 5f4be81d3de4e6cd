import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";

/** Where the application itself says that what it sends goes through its network, the newer ways first. */
const ROUTES = [
  "/properties/outboundVnetRouting/allTraffic",
  "/properties/outboundVnetRouting/applicationTraffic",
  "/properties/vnetRouteAllEnabled",
  "/properties/siteConfig/vnetRouteAllEnabled",
];
const ACCESS = "/properties/publicNetworkAccess";
const OLD_SETTING = "WEBSITE_VNET_ROUTE_ALL";

export const siteNetwork: Fact = {
  name: "SiteNetwork",
  types: ["Microsoft.Web/sites", "Microsoft.Web/sites/slots"],
  description:
    "How an application of App Service stands in the network, by its own properties and by the settings web and appsettings, which are resources of their own. PublicAccess is what it says of public networks (Enabled or Disabled), absent when it says nothing; RouteAll whether all that it sends goes through the network that it is joined to, not only what goes to private addresses.",
  fields: { PublicAccess: true, RouteAll: true },
  compute(site, { graph }) {
    const places: Record<string, Place> = {};
    const access = publicAccess(graph, site, places);
    const fact = {
      RouteAll: routesAll(graph, site),
      ...(access === undefined ? {} : { PublicAccess: access }),
    };
    return partsWrittenAt(fact, places);
  },
};

function publicAccess(
  graph: ResourceGraph,
  site: Resource,
  places: Record<string, Place>,
): Value | undefined {
  const own = [ACCESS, "/properties/siteConfig/publicNetworkAccess"].find(
    (pointer) => propertyAt(site, pointer) !== undefined,
  );
  if (own !== undefined) places["PublicAccess"] = { resource: site, pointer: own };
  return childSetting(graph, site, `${site.type}/config`, ACCESS, {
    fallback: own === undefined ? undefined : propertyAt(site, own),
    found: (place) => {
      places["PublicAccess"] = place;
    },
  });
}

function routesAll(graph: ResourceGraph, site: Resource): boolean | Unknown {
  const settings = `${site.type}/config`;
  const said = [
    ...ROUTES.map((pointer) => propertyAt(site, pointer)),
    oldSettingIn(propertyAt(site, "/properties/siteConfig/appSettings")),
    childSetting(graph, site, settings, "/properties/vnetRouteAllEnabled"),
    childSetting(graph, site, settings, `/properties/${OLD_SETTING}`),
  ].map((value) => plain(value));
  if (said.some((value) => value === true || value === "1")) return true;
  return said.find((value) => value instanceof Unknown) ?? false;
}

/** What the list of settings gives to the one by which it was said before there was a property. */
function oldSettingIn(settings: Value | undefined): Value | undefined {
  const list = plain(settings);
  if (!isValueList(list)) return list instanceof Unknown ? list : undefined;
  const items = list.map((item) => plain(item));
  const found = items.find((item) => isValueMap(item) && plain(item["name"]) === OLD_SETTING);
  if (isValueMap(found)) return found["value"];
  const hidden = items.find((item) => item instanceof Unknown || plain(nameOf(item)) instanceof Unknown);
  return hidden === undefined ? undefined : new Unknown(`a setting of it may be ${OLD_SETTING}`);
}

function nameOf(item: Value | undefined): Value | undefined {
  return isValueMap(item) ? item["name"] : undefined;
}
