import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { gathered, isGiven, unknownNetwork } from "./compute-network.ts";
import type { ComputeNetwork } from "./compute-network.ts";

/** Fargate jobs take a public address as their job definition says; instances as their subnet and template say. */
export function batchNetwork(graph: ResourceGraph, compute: Resource): ComputeNetwork {
  const kind = plain(propertyAt(compute, "/ComputeResources/Type"));
  const onInstances = kind === "EC2" || kind === "SPOT";
  const subnets = propertyAt(compute, "/ComputeResources/Subnets");
  const template = templateNetwork(graph, compute, "/ComputeResources/LaunchTemplate");
  // Batch takes no compute resources without subnets
  const inVpc: Truth = isGiven(subnets) === false ? "unknown" : true;
  return {
    inVpc,
    beside: inVpc === true ? false : "unknown",
    reasons: inVpc === true ? [] : [`${compute.address} does not say in which subnets it runs`],
    subnets,
    groups: gathered([propertyAt(compute, "/ComputeResources/SecurityGroupIds"), template?.groups]),
    publicAddress: onInstances ? (template?.publicAddress ?? "subnet") : "unknown",
    ipv6: onInstances ? "subnet" : "unknown",
  };
}

/** An instance takes what it does not say itself from its launch template, and without either from the default VPC. */
export function instanceNetwork(graph: ResourceGraph, instance: Resource): ComputeNetwork {
  const own = interfaceNetwork(graph, instance, "");
  const template = templateNetwork(graph, instance, "/LaunchTemplate");
  const subnets = own.subnets ?? template?.subnets;
  const untold = new Unknown(
    `${instance.address} names no subnet, so it starts in the default VPC of its account`,
  );
  return {
    ...own,
    ...(subnets === undefined ? { inDefaultVpc: true } : {}),
    subnets: subnets ?? untold,
    groups: own.groups ?? template?.groups,
    publicAddress: addressOf(graph, instance, own.publicAddress, template),
  };
}

/** What a launch template says of the network of its instances. */
export function launchTemplateNetwork(graph: ResourceGraph, template: Resource): ComputeNetwork {
  return interfaceNetwork(graph, template, "/LaunchTemplateData");
}

/** The network of the launch template that a property names, if one is named. */
function templateNetwork(
  graph: ResourceGraph,
  compute: Resource,
  pointer: string,
): ComputeNetwork | undefined {
  const named = propertyAt(compute, pointer);
  if (named === undefined) return undefined;
  const parts = plain(named);
  const names = isValueMap(parts) ? [parts["LaunchTemplateId"], parts["LaunchTemplateName"]] : [];
  const [template, ...others] = new Set(
    names.flatMap((name) => referencesOf(name)).map(({ target }) => graph.get(target)),
  );
  const isKnown =
    template?.type === "AWS::EC2::LaunchTemplate" && template.declared === "here" && others.length === 0;
  return isKnown
    ? launchTemplateNetwork(graph, template)
    : unknownNetwork(`the launch template of ${compute.address} is not known`);
}

function interfaceNetwork(graph: ResourceGraph, resource: Resource, base: string): ComputeNetwork {
  const interfaces = propertyAt(resource, `${base}/NetworkInterfaces`);
  const list = plain(interfaces);
  const items = isValueList(list) ? list.map((item) => plain(item)) : [];
  const known = items.filter((item) => isValueMap(item));
  const open = [list, ...items].find((item) => item instanceof Unknown);
  const unknown = open instanceof Unknown ? new Unknown(open.reason) : undefined;
  const attached = known.flatMap((item) => attachedInterface(graph, item));
  return {
    inVpc: true,
    beside: false,
    reasons: [],
    subnets: gathered([
      base === "" ? propertyAt(resource, "/SubnetId") : undefined,
      ...known.map((item) => item["SubnetId"]),
      ...attached.map(({ subnet }) => subnet),
      unknown,
    ]),
    groups: gathered([
      propertyAt(resource, `${base}/SecurityGroupIds`),
      groupsByName(resource, `${base}/SecurityGroups`),
      ...known.flatMap((item) => [item["GroupSet"], item["Groups"]]),
      ...attached.map(({ groups }) => groups),
      unknown,
    ]),
    publicAddress: unknown === undefined ? publicAddressOf(known) : "unknown",
    ipv6: unknown === undefined ? ipv6Of(resource, known) : "unknown",
  };
}

/** Groups given by name, as for instances of the default VPC: which they are is not known. */
function groupsByName(resource: Resource, pointer: string): Value | undefined {
  const names = propertyAt(resource, pointer);
  if (names === undefined || (isValueList(names) && names.length === 0)) return undefined;
  return new Unknown(`${resource.address} names its security groups by name`, referencesOf(names));
}

/** The subnet and the groups of an interface that is a resource of its own. */
function attachedInterface(
  graph: ResourceGraph,
  item: ValueMap,
): readonly { readonly subnet: Value | undefined; readonly groups: Value | undefined }[] {
  const named = item["NetworkInterfaceId"];
  if (named === undefined) return [];
  const [reference] = referencesOf(named);
  const target = reference === undefined ? undefined : graph.get(reference.target);
  if (target?.type === "AWS::EC2::NetworkInterface" && target.declared === "here") {
    return [{ subnet: propertyAt(target, "/SubnetId"), groups: propertyAt(target, "/GroupSet") }];
  }
  const unknown = new Unknown("a network interface that is not declared in this input is attached");
  return [{ subnet: unknown, groups: unknown }];
}

function publicAddressOf(interfaces: readonly ValueMap[]): Truth | "subnet" {
  const told = interfaces
    .map((item) => plain(item["AssociatePublicIpAddress"]))
    .filter((value) => value !== undefined);
  if (told.length === 0) return "subnet";
  return anyTruth(told.map((value) => (value instanceof Unknown ? "unknown" : value === true)));
}

function ipv6Of(resource: Resource, interfaces: readonly ValueMap[]): Truth | "subnet" {
  const own = [resource.properties["Ipv6AddressCount"], resource.properties["Ipv6Addresses"]];
  const all = [...own, ...interfaces.flatMap((item) => [item["Ipv6AddressCount"], item["Ipv6Addresses"]])];
  const told = all.map((value) => plain(value)).filter((value) => value !== undefined && value !== 0);
  if (told.length === 0) return "subnet";
  return told.some((value) => !(value instanceof Unknown)) ? true : "unknown";
}

/** An elastic address that the input gives to the instance is a public one as well. */
function addressOf(
  graph: ResourceGraph,
  instance: Resource,
  own: Truth | "subnet",
  template: ComputeNetwork | undefined,
): Truth | "subnet" {
  const elastic = elasticAddress(graph, instance);
  if (elastic === true) return true;
  const told = own === "subnet" ? (template?.publicAddress ?? "subnet") : own;
  return elastic === false || told === true ? told : "unknown";
}

const ELASTIC: readonly (readonly [string, string])[] = [
  ["aws_eip", "/instance"],
  ["aws_eip_association", "/instance_id"],
  ["AWS::EC2::EIP", "/InstanceId"],
  ["AWS::EC2::EIPAssociation", "/InstanceId"],
];

function elasticAddress(graph: ResourceGraph, instance: Resource): Truth {
  const found = ELASTIC.map(([type, pointer]) => findReferrers(graph, type, pointer, instance));
  if (found.some(({ certain }) => certain.length > 0)) return true;
  return found.some(({ possible }) => possible.length > 0) ? "unknown" : false;
}
