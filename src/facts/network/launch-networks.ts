import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { append } from "../append.ts";
import {
  asksForIpv6,
  attachedLater,
  elasticAddress,
  interfaceNamed,
  joinAttached,
} from "./attached-interfaces.ts";
import type { Attached } from "./attached-interfaces.ts";
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
    ipv6: onInstances ? (template?.ipv6 ?? "subnet") : "unknown",
  };
}

/** An instance takes what it does not say itself from its launch template, and without either from the default VPC. */
export function instanceNetwork(graph: ResourceGraph, instance: Resource): ComputeNetwork {
  const own = interfaceNetwork(graph, instance, "");
  const template = templateNetwork(graph, instance, "/LaunchTemplate");
  const more = attachedLater(graph, instance);
  const subnets = own.subnets ?? template?.subnets;
  const elastic = either(more.publicAddress, elasticAddress(graph, instance));
  const network: ComputeNetwork = {
    ...own,
    subnets: gathered([subnets, ...more.subnets]),
    groups: groupsBeside(instance, own.groups ?? template?.groups, more.groups),
    publicAddress: addressOf(own.publicAddress, template?.publicAddress, elastic),
    ipv6: addressOf(own.ipv6, template?.ipv6, more.ipv6),
  };
  if (subnets !== undefined) return network;
  const reason = `${instance.address} names no subnet, so it starts in the default VPC of its account`;
  return { ...network, inDefaultVpc: true, subnets: gathered([new Unknown(reason), ...more.subnets]) };
}

/** Groups that are attached later leave the default one in its place. */
function groupsBeside(
  { address }: Resource,
  groups: Value | undefined,
  more: readonly Value[],
): Value | undefined {
  if (groups !== undefined || more.length === 0) return gathered([groups, ...more]);
  return [new Unknown(`${address} has the default security group of its VPC beside others`), ...more];
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
  const named = known.map((item) => item["NetworkInterfaceId"]).filter((value) => value !== undefined);
  const attached = joinAttached(named.map((value) => interfaceNamed(graph, value)));
  for (const subnet of attached.subnets) subnets = add(subnets, subnet);
  for (const group of attached.groups) groups = add(groups, group);
  return {
    inVpc: true,
    beside: false,
    reasons: [],
    subnets: add(subnets, open),
    groups: add(groups, open),
    publicAddress: open === undefined ? publicAddressOf(known, attached) : "unknown",
    ipv6: open === undefined ? ipv6Of(resource, known, attached) : "unknown",
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

function publicAddressOf(interfaces: readonly ValueMap[], attached: Attached): Truth | "subnet" {
  let truth: Truth | "subnet" = "subnet";
  for (const item of interfaces) {
    const value = plain(item["AssociatePublicIpAddress"]);
    const isThere = item["NetworkInterfaceId"] !== undefined;
    if (value === undefined && !isThere) continue;
    const told = value instanceof Unknown ? "unknown" : isThere ? attached.publicAddress : value === true;
    truth = truth === "subnet" ? told : either(truth, told);
  }
  return truth;
}

function ipv6Of(resource: Resource, interfaces: readonly ValueMap[], attached: Attached): Truth | "subnet" {
  const asked = anyTruth([resource.properties, ...interfaces].map(asksForIpv6).concat(attached.ipv6));
  return asked === false ? "subnet" : asked;
}

/** What the instance says itself, else its template; what other resources bring comes on top. */
function addressOf(
  own: Truth | "subnet",
  template: Truth | "subnet" | undefined,
  more: Truth,
): Truth | "subnet" {
  if (more === true) return true;
  const told = own === "subnet" ? (template ?? "subnet") : own;
  return more === false || told === true ? told : "unknown";
}
