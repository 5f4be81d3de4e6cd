import { valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isThereWith } from "../../model/shared-doubt.ts";
import {
  Reference,
  Unknown,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
  referencesOf,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { byAzureId } from "./by-azure-id.ts";
import { childrenOf } from "./children-of.ts";
import { mayBeIdOf } from "./id-pattern.ts";

const MANUAL = ["properties", "manualPrivateLinkServiceConnections"];
const ENDPOINT = "Microsoft.Network/privateEndpoints";
const ZONES = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";

export const privateEndpoints: Fact = {
  name: "PrivateEndpoints",
  types: [
    "Microsoft.Batch/batchAccounts",
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.ContainerRegistry/registries",
    "Microsoft.DBforMySQL/flexibleServers",
    "Microsoft.DBforPostgreSQL/flexibleServers",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.EventHub/namespaces",
    "Microsoft.HealthcareApis/workspaces",
    "Microsoft.Insights/privateLinkScopes",
    "Microsoft.KeyVault/managedHSMs",
    "Microsoft.KeyVault/vaults",
    "Microsoft.RecoveryServices/vaults",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.Sql/servers",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.Synapse/privateLinkHubs",
    "Microsoft.Synapse/workspaces",
    "Microsoft.Web/sites",
  ],
  description:
    "The private endpoints of the input that lead to the resource, an item for each of its sub-resources (GroupId: blob, dfs, vault, Sql, sites, …). DnsZone says whether the endpoint puts its address into a private DNS zone. One that only may lead there is an item that is not known, and so are those that another input may declare.",
  fields: { DnsZone: true, Endpoint: true, GroupId: true },
  compute(resource, { graph }) {
    const found = [...(indexOf(graph).get(resource.id) ?? []), ...anywhere(graph, resource)];
    if (graph.isClosed(ENDPOINT)) return found;
    return [...found, new Unknown("another input may declare a private endpoint for it")];
  },
};

interface Index {
  readonly of: Map<string, Value[]>;
  /** Endpoints of which the input does not tell where they lead, with what it tells of it. */
  readonly open: (readonly [item: Unknown, target: Unknown])[];
}

/** A target of which not even pieces are known. */
const ANYTHING = new Unknown("where the endpoint leads is not known");

const INDEXES = new WeakMap<ResourceGraph, Index>();

function indexOf(graph: ResourceGraph): ReadonlyMap<string, readonly Value[]> {
  return buildIndex(graph).of;
}

function anywhere(graph: ResourceGraph, resource: Resource): readonly Value[] {
  return buildIndex(graph)
    .open.filter(([, target]) => !(target instanceof UnknownText) || mayBeIdOf(target, resource))
    .map(([item]) => item);
}

function buildIndex(graph: ResourceGraph): Index {
  const known = INDEXES.get(graph);
  if (known !== undefined) return known;
  const index: Index = { of: new Map(), open: [] };
  INDEXES.set(graph, index);
  for (const endpoint of graph.ofType(ENDPOINT)) {
    addConnections(graph, index, endpoint, propertyAt(endpoint, "/properties/privateLinkServiceConnections"));
    // those that the other side approves; azurerm has both in one place
    addConnections(graph, index, endpoint, valueAt(endpoint.properties, MANUAL));
  }
  return index;
}

function addConnections(
  graph: ResourceGraph,
  index: Index,
  endpoint: Resource,
  value: Value | undefined,
): void {
  const connections = plain(value);
  // an endpoint that is declared elsewhere is of no type that is known to lead anywhere
  if (connections instanceof Unknown && endpoint.declared === "here") {
    index.open.push([mayLead(endpoint), ANYTHING]);
  }
  if (!isValueList(connections)) return;
  for (const item of connections) {
    const connection = plain(item);
    const properties = isValueMap(connection) ? plain(connection["properties"]) : connection;
    if (!isValueMap(properties)) {
      if (properties instanceof Unknown) index.open.push([mayLead(endpoint), ANYTHING]);
      continue;
    }
    addConnection(graph, index, endpoint, properties["privateLinkServiceId"], properties["groupIds"]);
  }
}

function addConnection(
  graph: ResourceGraph,
  index: Index,
  endpoint: Resource,
  target: Value | undefined,
  groups: Value | undefined,
): void {
  const references = referencesOf(target);
  const named =
    references.length > 0
      ? references.map(({ target: id }) => graph.get(id)?.id ?? id)
      : byText(graph, target);
  const told = plain(target);
  if (named.length === 0 && told instanceof Unknown) index.open.push([mayLead(endpoint), told]);
  const isOne = named.length === 1 && !(target instanceof Unknown);
  for (const id of named) {
    const certain = isOne && isThereWith(endpoint, graph.get(id));
    const items = certain ? describe(graph, endpoint, groups) : [mayLead(endpoint)];
    index.of.set(id, [...(index.of.get(id) ?? []), ...items]);
  }
}

/** An id that is written out. */
function byText(graph: ResourceGraph, target: Value | undefined): readonly string[] {
  const text = plain(target);
  const found = typeof text === "string" ? byAzureId(graph, text) : undefined;
  return found?.below === "" ? [found.resource.id] : [];
}

function describe(graph: ResourceGraph, endpoint: Resource, groups: Value | undefined): readonly Value[] {
  const list = plain(groups);
  if (list instanceof Unknown) return [list];
  const { certain, possible } = childrenOf(graph, endpoint, ZONES);
  const zone = certain.length > 0 ? true : possible.length > 0 ? mayLead(endpoint) : false;
  return (isValueList(list) ? list : []).map((group) => ({
    Endpoint: new Reference(endpoint.id, "id", endpoint.address),
    GroupId: plain(group) ?? group,
    DnsZone: zone,
  }));
}

function mayLead({ address }: Resource): Unknown {
  return new Unknown(`${address} may lead to it`);
}
