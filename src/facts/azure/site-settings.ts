import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";

const SITES = ["Microsoft.Web/sites", "Microsoft.Web/sites/slots"];
const SETTINGS = ["Microsoft.Web/sites/config", "Microsoft.Web/sites/slots/config"];

/** What a setting is called where ARM has it. */
const NAMES: Readonly<Record<string, string>> = {
  CorsOrigins: "cors/allowedOrigins",
  FtpsState: "ftpsState",
  MinTlsVersion: "minTlsVersion",
  RemoteDebugging: "remoteDebuggingEnabled",
  RequestTracing: "requestTracingEnabled",
};

export const siteSettings: Fact = {
  name: "SiteSettings",
  types: [...SITES, ...SETTINGS],
  description:
    "How an application of App Service is set up, by its property siteConfig or by the settings web and logs, which are resources of their own: the origins whose scripts may ask it, how it takes files by FTP, the lowest version of TLS, and whether it may be debugged from afar and traces failed requests. Absent of resources that say nothing of it.",
  fields: {
    CorsOrigins: true,
    FtpsState: true,
    MinTlsVersion: true,
    RemoteDebugging: true,
    RequestTracing: true,
  },
  compute(resource) {
    const name = plain(resource.properties["name"]);
    // of which settings it is, its name tells
    if (SETTINGS.includes(resource.type) && name instanceof Unknown) return new Unknown(name.reason);
    const pointers = pointersOf(resource);
    const settings: Record<string, Value> = {};
    const places: Record<string, Place> = {};
    for (const [name, pointer] of Object.entries(pointers)) {
      const value = propertyAt(resource, pointer);
      places[name] = { resource, pointer };
      if (value !== undefined) settings[name] = value;
    }
    return Object.keys(pointers).length === 0 ? undefined : partsWrittenAt(settings, places);
  },
};

/** Where the resource would have each setting; nowhere for settings of another kind. */
function pointersOf(resource: Resource): Readonly<Record<string, string>> {
  if (SITES.includes(resource.type)) {
    if (propertyAt(resource, "/properties/siteConfig") === undefined) return {};
    return below("/properties/siteConfig");
  }
  const name = plain(resource.properties["name"]);
  if (name === "web") return below("/properties");
  return name === "logs" ? { RequestTracing: "/properties/failedRequestsTracing/enabled" } : {};
}

function below(base: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(NAMES).map(([name, path]) => [name, `${base}/${path}`]));
}
