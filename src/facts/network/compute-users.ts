import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { append } from "../append.ts";
import { namedNetwork } from "./named-network.ts";
import { isNobody } from "./named-resources.ts";
import type { Named } from "./named-resources.ts";
import { COMPUTE_TYPES } from "./network-of-compute.ts";
import {
  adoptedDefaultGroup,
  hasUnknownName,
  isDefaultGroup,
  possibleDefaultGroups,
} from "./security-group-rules.ts";
import { isDefaultSubnet, isDefaultVpc, vpcOfSubnet } from "./vpc-of-subnet.ts";

const GROUP = "AWS::EC2::SecurityGroup";
const SUBNET = "AWS::EC2::Subnet";
const VPC = "AWS::EC2::VPC";

/** Which parts of the network compute on health data uses. */
export interface ComputeUsers {
  /** By what it uses. A list that is known after apply counts for each resource that it comes from. */
  readonly named: ReadonlyMap<Resource, readonly Resource[]>;
  readonly open: readonly OpenUse[];
}

/** Compute may use a resource, and it is not known which. */
export interface OpenUse {
  readonly reason: string;
  readonly may: (resource: Resource) => boolean;
}

interface Users {
  readonly named: Map<Resource, Resource[]>;
  readonly open: OpenUse[];
}

const FOUND = new WeakMap<ResourceGraph, ComputeUsers>();

/** The subnets, security groups and VPCs of all compute that has the role phi-compute. Found once. */
export function computeUsers(graph: ResourceGraph): ComputeUsers {
  const known = FOUND.get(graph);
  if (known !== undefined) return known;
  const users: Users = { named: new Map(), open: [] };
  for (const type of COMPUTE_TYPES) {
    for (const compute of graph.ofType(type)) {
      if (compute.declared === "here" && isPhiCompute(compute)) addCompute(graph, compute, users);
    }
  }
  FOUND.set(graph, users);
  return users;
}

/** Why a resource may be used by compute that does not name it for certain. */
export function possibleUses({ open }: ComputeUsers, resource: Resource): readonly string[] {
  return open.filter(({ may }) => may(resource)).map(({ reason }) => reason);
}

function addCompute(graph: ResourceGraph, compute: Resource, users: Users): void {
  const named = namedNetwork(graph, compute);
  if (named === undefined) return;
  const { groups } = named;
  const inDefaultVpc = named.network.inDefaultVpc === true;
  if (inDefaultVpc) addDefaultVpc(compute, isNobody(groups), users);
  const subnets = inDefaultVpc ? NOTHING : named.subnets;
  const vpcs = vpcsOf(graph, subnets);
  addNamed(compute, subnets.certain, users);
  for (const some of subnets.someOf) addNamed(compute, some, users);
  addOpen(compute, subnets.open, isSubnetOrVpc, users);
  addNamed(compute, vpcs.known, users);
  addOpen(compute, vpcs.open, isVpc, users);
  addOpen(compute, vpcs.elsewhere, isVpcFromBefore, users);
  addGroups(graph, compute, isNobody(groups) ? { ...NOTHING, certain: vpcs.known } : groups, users);
  if (isNobody(groups)) {
    addOpen(compute, [...subnets.open, ...vpcs.open, ...vpcs.elsewhere], mayBeDefault, users);
  }
}

function isSubnetOrVpc({ type }: Resource): boolean {
  return type === SUBNET || type === VPC;
}

function isVpc({ type }: Resource): boolean {
  return type === VPC;
}

/** A VPC that the input makes has no subnet that was there before. */
function isVpcFromBefore({ type, identifiers }: Resource): boolean {
  return type === VPC && identifiers.length > 0;
}

function isGroup({ type }: Resource): boolean {
  return type === GROUP;
}

function mayBeDefault(resource: Resource): boolean {
  return resource.type === GROUP && (isDefaultGroup(resource) || hasUnknownName(resource));
}

const NOTHING: Named = { certain: [], someOf: [], open: [] };

/** An instance that names no subnet is in some subnet of the default VPC, and without a group in its default group. */
function addDefaultVpc({ address }: Resource, withoutGroups: boolean, users: Users): void {
  const reason = `${address} names no subnet, so it starts in the default VPC of its account`;
  users.open.push({ reason, may: (resource) => isDefaultVpc(resource) || isDefaultSubnet(resource) });
  if (withoutGroups) {
    users.open.push({ reason, may: mayBeDefault });
  }
}

/** Without groups, compute has the default group of its VPC; a reference to a VPC stands for that group. */
function addGroups(
  graph: ResourceGraph,
  compute: Resource,
  { certain, someOf, open }: Named,
  users: Users,
): void {
  const all = someOf.length === 0 ? certain : [...new Set([...certain, ...someOf.flat()])];
  for (const named of all) {
    const group = named.type === VPC ? adoptedDefaultGroup(graph, named) : named;
    if (group !== undefined) {
      addUser(compute, group, users);
      continue;
    }
    const maybe = possibleDefaultGroups(graph, named);
    const reason = `which security group is the default one of ${named.address} is not known`;
    if (maybe.length > 0) users.open.push({ reason, may: (resource) => maybe.includes(resource) });
  }
  addOpen(compute, open, isGroup, users);
}

/** One compute is added after the other, so that it is the last one when it is there. */
function addUser(compute: Resource, used: Resource, users: Users): void {
  const list = users.named.get(used);
  if (list === undefined) users.named.set(used, [compute]);
  else if (list.at(-1) !== compute) list.push(compute);
}

function addNamed(compute: Resource, used: readonly Resource[], users: Users): void {
  for (const resource of used) addUser(compute, resource, users);
}

function addOpen(compute: Resource, reasons: readonly string[], may: OpenUse["may"], users: Users): void {
  if (reasons.length === 0) return;
  for (const reason of reasons) users.open.push({ reason: `${compute.address} may use it: ${reason}`, may });
}

interface VpcsInUse {
  readonly known: readonly Resource[];
  /** Why the VPC of a subnet is not known: of one that the input declares, and of one that it only names. */
  readonly open: readonly string[];
  readonly elsewhere: readonly string[];
}

function vpcsOf(graph: ResourceGraph, { certain, someOf }: Named): VpcsInUse {
  let known: readonly Resource[] = [];
  let open: readonly string[] = [];
  let elsewhere: readonly string[] = [];
  for (const subnet of someOf.length === 0 ? certain : [...certain, ...someOf.flat()]) {
    const found = vpcOfSubnet(graph, subnet);
    if (found.vpc !== undefined) known = append(known, found.vpc);
    else if (subnet.declared === "elsewhere") elsewhere = append(elsewhere, found.reason);
    else open = append(open, found.reason);
  }
  return { known, open, elsewhere };
}

function isPhiCompute({ properties }: Resource): boolean {
  const facts = plain(properties["Facts"]);
  const roles: Value | undefined = isValueMap(facts) ? plain(facts["Roles"]) : undefined;
  return isValueList(roles) && roles.includes("phi-compute");
}
