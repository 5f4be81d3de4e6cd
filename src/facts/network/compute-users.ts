import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { namedResources } from "./named-resources.ts";
import type { Named } from "./named-resources.ts";
import { COMPUTE_TYPES, networkOfCompute } from "./network-of-compute.ts";
import { adoptedDefaultGroup, possibleDefaultGroups } from "./security-group-rules.ts";
import { vpcOfSubnet } from "./vpc-of-subnet.ts";

const GROUP = "AWS::EC2::SecurityGroup";
const SUBNET = "AWS::EC2::Subnet";
const VPC = "AWS::EC2::VPC";

/** Which parts of the network compute on health data uses. */
export interface ComputeUsers {
  /** By what it uses. A list that is known after apply counts for each resource that it comes from. */
  readonly named: ReadonlyMap<Resource, readonly Resource[]>;
  /** Compute of which it is not known what it uses: the reasons, by type of what it uses. */
  readonly open: ReadonlyMap<string, readonly string[]>;
}

const FOUND = new WeakMap<ResourceGraph, ComputeUsers>();

/** The subnets, security groups and VPCs of all compute that has the role phi-compute. Found once. */
export function computeUsers(graph: ResourceGraph): ComputeUsers {
  const known = FOUND.get(graph);
  if (known !== undefined) return known;
  const users: Users = { named: new Map(), open: new Map() };
  for (const compute of COMPUTE_TYPES.flatMap((type) => graph.ofType(type))) {
    if (compute.declared === "here" && isPhiCompute(compute)) addCompute(graph, compute, users);
  }
  FOUND.set(graph, users);
  return users;
}

interface Users {
  readonly named: Map<Resource, Resource[]>;
  readonly open: Map<string, string[]>;
}

function addCompute(graph: ResourceGraph, compute: Resource, users: Users): void {
  const network = networkOfCompute(graph, compute);
  if (network === undefined) return;
  const subnets = namedResources(graph, network.subnets, [SUBNET]);
  const vpcs = vpcsOf(graph, subnets);
  addNamed(compute, SUBNET, subnets, users);
  addNamed(compute, GROUP, groupsOf(graph, network.groups, vpcs), users);
  addNamed(compute, VPC, vpcs, users);
}

/** Without groups, compute has the default group of its VPC; a reference to a VPC stands for that group. */
function groupsOf(graph: ResourceGraph, value: Value | undefined, vpcs: Named): Named {
  const named = namedResources(graph, value, [GROUP, VPC]);
  const isNobody = named.certain.length + named.someOf.length + named.open.length === 0;
  return isNobody ? onlyGroups(graph, vpcs) : onlyGroups(graph, named);
}

function onlyGroups(graph: ResourceGraph, { certain, someOf, open }: Named): Named {
  const unsure = new Set<string>();
  const group = (resource: Resource): readonly Resource[] => {
    if (resource.type !== VPC) return [resource];
    const adopted = adoptedDefaultGroup(graph, resource);
    if (adopted !== undefined) return [adopted];
    for (const maybe of possibleDefaultGroups(graph, resource)) {
      unsure.add(`${maybe.address} may be the default security group of ${resource.address}`);
    }
    return [];
  };
  const groups = { certain: certain.flatMap(group), someOf: someOf.map((some) => some.flatMap(group)) };
  return { ...groups, open: [...open, ...unsure] };
}

function addNamed(compute: Resource, type: string, { certain, someOf, open }: Named, users: Users): void {
  for (const used of new Set([...certain, ...someOf.flat()])) push(users.named, used, compute);
  for (const reason of open) push(users.open, type, `${compute.address} may use it: ${reason}`);
}

function vpcsOf(graph: ResourceGraph, { certain, someOf, open }: Named): Named {
  const vpcOf = (subnet: Resource): readonly Resource[] => {
    const { vpc } = vpcOfSubnet(graph, subnet);
    return vpc === undefined ? [] : [vpc];
  };
  const untold = [...certain, ...someOf.flat()].filter((subnet) => vpcOf(subnet).length === 0);
  return {
    certain: [...new Set(certain.flatMap(vpcOf))],
    someOf: someOf.map((subnets) => [...new Set(subnets.flatMap(vpcOf))]),
    open: [...open, ...untold.map(({ address }) => `the VPC of ${address} is not known`)],
  };
}

function isPhiCompute({ properties }: Resource): boolean {
  const facts = plain(properties["Facts"]);
  const roles: Value | undefined = isValueMap(facts) ? plain(facts["Roles"]) : undefined;
  return isValueList(roles) && roles.includes("phi-compute");
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
