import { parsePointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Where compute names its subnet. */
const PLACES: readonly { readonly type: string; readonly at: string }[] = [
  { type: "Microsoft.Batch/batchAccounts/pools", at: "/properties/networkConfiguration/subnetId" },
  {
    type: "Microsoft.Compute/virtualMachineScaleSets",
    at: "/properties/virtualMachineProfile/networkProfile/networkInterfaceConfigurations/*/properties/ipConfigurations/*/properties/subnet/id",
  },
  { type: "Microsoft.ContainerService/managedClusters", at: "/properties/agentPoolProfiles/*/vnetSubnetID" },
  { type: "Microsoft.MachineLearningServices/workspaces/computes", at: "/properties/properties/subnet/id" },
  { type: "Microsoft.Network/networkInterfaces", at: "/properties/ipConfigurations/*/properties/subnet/id" },
  { type: "Microsoft.RedHatOpenShift/openShiftClusters", at: "/properties/masterProfile/subnetId" },
  { type: "Microsoft.RedHatOpenShift/openShiftClusters", at: "/properties/workerProfiles/*/subnetId" },
];

/** Services that run what somebody gives them in a subnet that is theirs. */
const COMPUTE_SERVICES = new Set([
  "microsoft.app/environments",
  "microsoft.containerinstance/containergroups",
  "microsoft.databricks/workspaces",
  "microsoft.machinelearningservices/workspaces",
  "microsoft.web/serverfarms",
]);

/** Words by which people name subnets for compute. */
const WORDS =
  /(?:^|[^a-z])(?:aks|aro|batch|compute|cromwell|nextflow|node|nodes|pipeline|pipelines|spark|synapse|vm|vms|worker|workers|workflow|workflows)(?:[^a-z]|$)/u;

interface Users {
  /** Ids of the resources that compute names as its subnet. */
  readonly named: ReadonlySet<string>;
  /** `/virtualnetworks/spoke/subnets/batch` of the ids of Azure that it names, in lower case. */
  readonly written: ReadonlySet<string>;
}

/** The end of the id of a subnet. */
const WRITTEN = /\/virtualnetworks\/[^/]+\/subnets\/[^/]+$/u;

const USERS = new WeakMap<ResourceGraph, Users>();

/** Whether compute that works on health data lies in a subnet. */
export function holdsCompute(
  graph: ResourceGraph,
  owner: Resource,
  name: Value | undefined,
  delegations: Value,
  subnet: Resource | undefined,
): boolean | Unknown {
  const { named, written } = usersOf(graph);
  if (subnet !== undefined && named.has(subnet.id)) return true;
  const known = plain(name);
  if (typeof known === "string") {
    const below = `/subnets/${known.toLowerCase()}`;
    const network = `/virtualnetworks/${(owner.name ?? "").toLowerCase()}${below}`;
    if (subnet === undefined && written.has(network)) return true;
    if (WORDS.test(known.replace(/([a-z0-9])([A-Z])/gu, "$1-$2").toLowerCase())) return true;
  }
  const services = isValueList(delegations) ? delegations : [delegations];
  if (
    services.some((service) => typeof service === "string" && COMPUTE_SERVICES.has(service.toLowerCase()))
  ) {
    return true;
  }
  const unknown = services.find((service) => service instanceof Unknown);
  return unknown instanceof Unknown ? unknown : known instanceof Unknown ? known : false;
}

function usersOf(graph: ResourceGraph): Users {
  const known = USERS.get(graph);
  if (known !== undefined) return known;
  const named = new Set<string>();
  for (const { type, at } of PLACES) {
    for (const resource of graph.ofType(type)) {
      if (worksOnHealthData(resource)) addNamed(graph, named, resource.properties, parsePointer(at));
    }
  }
  const written = new Set([...named].flatMap((id) => WRITTEN.exec(id.toLowerCase())?.[0] ?? []));
  const users = { named, written };
  USERS.set(graph, users);
  return users;
}

/** A network interface is no compute by itself and has no role; what it belongs to has. */
function worksOnHealthData({ type, properties }: Resource): boolean {
  if (type === "Microsoft.Network/networkInterfaces") return true;
  const facts = plain(properties["Facts"]);
  const roles = isValueMap(facts) ? plain(facts["Roles"]) : undefined;
  return isValueList(roles) && roles.includes("phi-compute");
}

function addNamed(
  graph: ResourceGraph,
  named: Set<string>,
  value: Value | undefined,
  tokens: readonly string[],
): void {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    for (const { target } of referencesOf(value)) named.add(graph.get(target)?.id ?? target);
    const text = plain(value);
    if (typeof text === "string") named.add(text);
    return;
  }
  const held = plain(value);
  if (token === "*" && isValueList(held)) for (const item of held) addNamed(graph, named, item, rest);
  if (isValueMap(held)) addNamed(graph, named, held[token], rest);
}
