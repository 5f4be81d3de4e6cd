import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { append } from "../append.ts";
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
  const network: ComputeNetwork = {
    ...own,
    subnets,
    groups: own.groups ?? template?.groups,
    publicAddress: addressOf(graph, instance, own.publicAddress, template),
  };
  if (subnets !== undefined) return network;
  const reason = `${instance.address} names no subnet, so it starts in the default VPC of its account`;
  return { ...network, inDefaultVpc: true, subnets: new Unknown(reason) };
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
  const { known, open } = interfacesAt(resource, `${base}/NetworkInterfaces`);
  let subnets = add(undefined, base === "" ? propertyAt(resource, "/SubnetId") : undefined);
  let groups = add(undefined, propertyAt(resource, `${base}/SecurityGroupIds`));
  groups = add(groups, groupsByName(resource, `${base}/SecurityGroups`));
  for (const item of known) {
    subnets = add(subnets, item["SubnetId"]);
    groups = add(add(groups, item["GroupSet"]), item["Groups"]);
  }
  for (const item of known) {
    const attached = attachedInterface(graph, item);
    subnets = add(subnets, attached?.subnet);
    groups = add(groups, attached?.groups);
  }
  return {
    inVpc: true,
    beside: false,
    reasons: [],
    subnets: add(subnets, open),
    groups: add(groups, open),
    publicAddress: open === undefined ? publicAddressOf(known) : "unknown",
    ipv6: open === undefined ? ipv6Of(resource, known) : "unknown",
  };
}

interface Interfaces {
  readonly known: readonly ValueMap[];
  /** Why there may be others. */
  readonly open: Unknown | undefined;
}

function interfacesAt(resource: Resource, pointer: string): Interfaces {
  const list = plain(propertyAt(resource, pointer));
  if (list instanceof Unknown) return { known: [], open: new Unknown(list.reason) };
  if (!isValueList(list)) return NO_INTERFACES;
  let known: readonly ValueMap[] = [];
  let open: Unknown | undefined;
  for (const written of list) {
    const item = plain(written);
    if (item instanceof Unknown) open ??= new Unknown(item.reason);
    if (isValueMap(item)) known = append(known, item);
  }
  return { known, open };
}

const NO_INTERFACES: Interfaces = { known: [], open: undefined };

/** The list with a value that is there. */
function add(list: readonly Value[] | undefined, value: Value | undefined): readonly Value[] | undefined {
  return value === undefined ? list : append(list ?? [], value);
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
): { readonly subnet: Value | undefined; readonly groups: Value | undefined } | undefined {
  const named = item["NetworkInterfaceId"];
  if (named === undefined) return undefined;
  const [reference] = referencesOf(named);
  const target = reference === undefined ? undefined : graph.get(reference.target);
  if (target?.type === "AWS::EC2::NetworkInterface" && target.declared === "here") {
    return { subnet: propertyAt(target, "/SubnetId"), groups: propertyAt(target, "/GroupSet") };
  }
  const unknown = new Unknown("a network interface that is not declared in this input is attached");
  return { subnet: unknown, groups: unknown };
}

function publicAddressOf(interfaces: readonly ValueMap[]): Truth | "subnet" {
  let truth: Truth | "subnet" = "subnet";
  for (const item of interfaces) {
    const value = plain(item["AssociatePublicIpAddress"]);
    if (value === undefined) continue;
    const told = value instanceof Unknown ? "unknown" : value === true;
    truth = truth === "subnet" ? told : either(truth, told);
  }
  return truth;
}

function ipv6Of(resource: Resource, interfaces: readonly ValueMap[]): Truth | "subnet" {
  let truth = hasIpv6(resource.properties);
  for (const item of interfaces) truth = either(truth, hasIpv6(item));
  return truth === false ? "subnet" : truth;
}

function hasIpv6(holder: ValueMap): Truth {
  return either(isSome(holder["Ipv6AddressCount"]), isSome(holder["Ipv6Addresses"]));
}

function isSome(value: Value | undefined): Truth {
  const known = plain(value);
  if (known === undefined || known === 0) return false;
  return known instanceof Unknown ? "unknown" : true;
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

const ELASTIC = [
  { type: "aws_eip", pointer: "/instance" },
  { type: "aws_eip_association", pointer: "/instance_id" },
  { type: "AWS::EC2::EIP", pointer: "/InstanceId" },
  { type: "AWS::EC2::EIPAssociation", pointer: "/InstanceId" },
];

function elasticAddress(graph: ResourceGraph, instance: Resource): Truth {
  let truth: Truth = false;
  for (const { type, pointer } of ELASTIC) {
    const { certain, possible } = findReferrers(graph, type, pointer, instance);
    if (certain.length > 0) return true;
    if (possible.length > 0) truth = "unknown";
  }
  return truth;
}
