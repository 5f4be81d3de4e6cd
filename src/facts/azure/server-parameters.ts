import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";

const VALUE = "/properties/value";
const CONFIGURATION = "Microsoft.DBforPostgreSQL/flexibleServers/configurations";

/** Parameters of a server that nobody sets: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-server-parameters */
const DEFAULTS = {
  "azure.extensions": "",
  "pgaudit.log": "none",
  require_secure_transport: "on",
  shared_preload_libraries: "pg_cron,pg_stat_statements",
  ssl_min_protocol_version: "tlsv1.2",
} as const;

export const serverParameters: Fact = {
  name: "ServerParameters",
  types: ["Microsoft.DBforPostgreSQL/flexibleServers"],
  description:
    "What the children configurations set on the server, or else PostgreSQL's default in Azure, in lower case: RequireSecureTransport (on, off), MinimumTls (tlsv1.2, tlsv1.3, …), and as lists Preloaded (the libraries), Audited (the classes of statements that pgaudit logs) and Extensions (those that may be created).",
  fields: {
    Audited: true,
    Extensions: true,
    MinimumTls: true,
    Preloaded: true,
    RequireSecureTransport: true,
  },
  compute(server, context) {
    if (server.declared === "elsewhere") {
      return new Unknown(`${server.address} is not declared in this input`);
    }
    const places: Record<string, Place> = {};
    const read = (fact: string, name: keyof typeof DEFAULTS): string | Unknown =>
      parameterOf(server, name, context, (resource) => {
        places[fact] = { resource, pointer: VALUE };
      });
    const parameters = {
      Audited: words(read("Audited", "pgaudit.log")),
      Extensions: words(read("Extensions", "azure.extensions")),
      MinimumTls: read("MinimumTls", "ssl_min_protocol_version"),
      Preloaded: words(read("Preloaded", "shared_preload_libraries")),
      RequireSecureTransport: read("RequireSecureTransport", "require_secure_transport"),
    };
    return partsWrittenAt(parameters, places);
  },
};

function parameterOf(
  server: Resource,
  name: keyof typeof DEFAULTS,
  { graph }: FactContext,
  found: (child: Resource) => void,
): string | Unknown {
  const { certain, possible } = childrenOf(graph, server, CONFIGURATION);
  let doubt: Unknown | undefined;
  for (const child of certain) {
    const own = nameOf(child);
    if (own instanceof Unknown) doubt ??= new Unknown(`${child.address} may set ${name}`);
    else if (own === name) {
      found(child);
      return lower(propertyAt(child, VALUE), child);
    }
  }
  const maybe = possible.find((child) => {
    const own = nameOf(child);
    return own instanceof Unknown || own === name;
  });
  if (maybe !== undefined) return new Unknown(`${maybe.address} may set ${name}`);
  return doubt ?? DEFAULTS[name];
}

function nameOf(child: Resource): string | Unknown {
  const name = plain(propertyAt(child, "/name")) ?? child.name;
  if (typeof name !== "string") return name instanceof Unknown ? name : new Unknown("it has no name");
  // the name of a child of ARM may hold that of its parent: server/pgaudit.log
  return (name.split("/").at(-1) ?? name).toLowerCase();
}

function lower(value: Value | undefined, child: Resource): string | Unknown {
  const known = plain(value);
  if (typeof known === "string") return known.toLowerCase();
  if (typeof known === "boolean") return known ? "on" : "off";
  return known instanceof Unknown ? known : new Unknown(`${child.address} has no value`);
}

function words(value: string | Unknown): Value {
  if (value instanceof Unknown) return value;
  return value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
