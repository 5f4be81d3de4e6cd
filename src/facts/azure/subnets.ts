import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt, writtenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";
import { holdsCompute } from "./compute-subnets.ts";

const NETWORK = "Microsoft.Network/virtualNetworks";
const SUBNET = "Microsoft.Network/virtualNetworks/subnets";

/**
 * Subnets in which Azure's own services take no group of somebody else, or need none:
 * https://learn.microsoft.com/azure/virtual-network/virtual-network-vnet-plan-design-arm
 */
const RESERVED = new Set([
  "azurebastionsubnet",
  "azurefirewallmanagementsubnet",
  "azurefirewallsubnet",
  "gatewaysubnet",
  "routeserversubnet",
]);

/** Services that a subnet is given to as a whole, and that take no network security group in it. */
const WITHOUT_GROUP = /^microsoft\.(?:hardwaresecuritymodules|avs)\//u;

export const subnets: Fact = {
  name: "Subnets",
  types: [NETWORK, SUBNET],
  needs: ["Roles"],
  description:
    "The subnets that a resource declares: a subnet itself, or those that are written inside of a network. TakesGroup is false for those of Azure's own services, which have no network security group (GatewaySubnet, AzureFirewallSubnet, AzureBastionSubnet, …). Compute says whether compute with the role phi-compute lies in it, or its name says so. DefaultOutboundAccess is the property; an ARM template that leaves it out leaves it to the version of the API.",
  fields: {
    Compute: true,
    DefaultOutboundAccess: true,
    Delegations: true,
    Name: true,
    NatGateway: true,
    NetworkSecurityGroup: true,
    RouteTable: true,
    TakesGroup: true,
  },
  compute(resource, { graph }) {
    if (resource.declared === "elsewhere") return [];
    if (resource.type === SUBNET) {
      const name = propertyAt(resource, "/name");
      const properties = plain(propertyAt(resource, "/properties"));
      return [describe(graph, resource, name, properties, "")];
    }
    return inlineSubnets(graph, resource);
  },
};

function inlineSubnets(graph: ResourceGraph, network: Resource): Value {
  const list = plain(propertyAt(network, "/properties/subnets"));
  if (list instanceof Unknown) return [list];
  if (!isValueList(list)) return [];
  const declared = new Set(childrenOf(graph, network, SUBNET).certain.map(({ name }) => name?.toLowerCase()));
  return list.flatMap((item, index): readonly Value[] => {
    const subnet = plain(item);
    if (subnet instanceof Unknown) return [subnet];
    if (!isValueMap(subnet)) return [];
    const name = plain(subnet["name"]);
    // the same one as a resource of its own has the last word
    if (typeof name === "string" && declared.has(name.toLowerCase())) return [];
    const at = `/properties/subnets/${String(index)}`;
    return [describe(graph, network, subnet["name"], plain(subnet["properties"]), at)];
  });
}

function describe(
  graph: ResourceGraph,
  owner: Resource,
  name: Value | undefined,
  properties: Value | undefined,
  at: string,
): Value {
  if (properties instanceof Unknown) return properties;
  const subnet = owner.type === SUBNET ? owner : undefined;
  const held = isValueMap(properties) ? properties : {};
  const delegations = delegationsOf(held["delegations"]);
  const parts = {
    Name: plain(name),
    TakesGroup: takesGroup(name, delegations),
    Compute: holdsCompute(graph, owner, name, delegations, subnet),
    NetworkSecurityGroup: idIn(held["networkSecurityGroup"]),
    RouteTable: idIn(held["routeTable"]),
    NatGateway: idIn(held["natGateway"]),
    DefaultOutboundAccess: outboundAccess(owner, held),
    Delegations: delegations,
  };
  const entries = Object.entries(parts).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  const place = (name: string): Place => ({ resource: owner, pointer: `${at}/properties/${name}` });
  return partsWrittenAt(writtenAt<ValueMap>(Object.fromEntries(entries), owner, at), {
    NetworkSecurityGroup: place("networkSecurityGroup"),
    RouteTable: place("routeTable"),
    NatGateway: place("natGateway"),
    DefaultOutboundAccess: place("defaultOutboundAccess"),
    Delegations: place("delegations"),
  });
}

/** `{ id: … }`; what is null, or an object without id, names nothing. */
function idIn(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (known instanceof Unknown) return value;
  if (!isValueMap(known)) return undefined;
  const id = known["id"];
  return id === null ? undefined : id;
}

function delegationsOf(value: Value | undefined): Value {
  const list = plain(value);
  if (list instanceof Unknown) return list;
  if (!isValueList(list)) return [];
  return list.map((item) => {
    const delegation = plain(item);
    const properties = isValueMap(delegation) ? plain(delegation["properties"]) : delegation;
    if (properties instanceof Unknown) return properties;
    const service = isValueMap(properties) ? plain(properties["serviceName"]) : undefined;
    return service ?? new Unknown("a delegation does not say to which service");
  });
}

function takesGroup(name: Value | undefined, delegations: Value): boolean | Unknown {
  const known = plain(name);
  if (typeof known === "string" && RESERVED.has(known.toLowerCase())) return false;
  const services = isValueList(delegations) ? delegations : [delegations];
  const lower = services.map((service) => (typeof service === "string" ? service.toLowerCase() : ""));
  if (lower.some((service) => WITHOUT_GROUP.test(service))) return false;
  const unknown = [known, ...services].find((part) => part instanceof Unknown);
  return unknown instanceof Unknown ? unknown : true;
}

/** From this version on a subnet that says nothing is private: https://aka.ms/defaultoutboundretirement */
const PRIVATE_BY_DEFAULT = "2025-07-01";

function outboundAccess(owner: Resource, properties: ValueMap): Value {
  const set = properties["defaultOutboundAccess"];
  if (set !== undefined && set !== null) return set;
  const version = plain(propertyAt(owner, "/apiVersion"));
  if (typeof version !== "string") {
    return new Unknown("nothing tells the version of the API that makes the subnet");
  }
  return version.slice(0, PRIVATE_BY_DEFAULT.length) < PRIVATE_BY_DEFAULT;
}
