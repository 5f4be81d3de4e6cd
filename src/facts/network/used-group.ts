import { parsePointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference, Sensitive, Unknown, isValueList } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { LINKS_BY_TYPE } from "../links/links.data.ts";
import { truthValue } from "./answer.ts";

export const used: Fact = {
  name: "Used",
  types: ["AWS::EC2::SecurityGroup"],
  // to find who has a group everything in the input is walked over, and rules ask for few groups
  isComputedWhenRead: true,
  description:
    "Whether anything in the input other than a rule of a security group has the group: compute, a load balancer, a database, an endpoint.",
  compute(group, { graph }) {
    const { certain, possible, open } = groupUsers(graph);
    if (certain.has(group.id)) return true;
    const reasons = [...(possible.get(group.id) ?? []), ...open];
    return reasons.length === 0 ? false : truthValue("unknown", reasons);
  },
};

/** The ids of security groups as other resources may hold them: as text. */
function groupsById(graph: ResourceGraph): ReadonlyMap<string, string> {
  const groups = graph.ofType("AWS::EC2::SecurityGroup");
  return new Map(groups.flatMap(({ id, identifiers }) => identifiers.map((text) => [text, id] as const)));
}

interface GroupUsers {
  readonly byText: ReadonlyMap<string, string>;
  readonly certain: Set<string>;
  readonly possible: Map<string, string[]>;
  /** Resources whose security groups are not known at all. */
  readonly open: Set<string>;
}

const FOUND = new WeakMap<ResourceGraph, GroupUsers>();
const NO_USERS = new Set([
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress",
  "aws_vpc_security_group_vpc_association",
]);
/** Properties that hold security groups, by the words of many types. */
const GROUPS = /security_?group|^groups$|^groupset$/i;

function groupUsers(graph: ResourceGraph): GroupUsers {
  const known = FOUND.get(graph);
  if (known !== undefined) return known;
  const users: GroupUsers = {
    byText: groupsById(graph),
    certain: new Set(),
    possible: new Map(),
    open: new Set(),
  };
  for (const resource of graph.resources) {
    if (!NO_USERS.has(resource.type)) walk(graph, resource, "", resource.properties, users);
  }
  FOUND.set(graph, users);
  return users;
}

function walk(graph: ResourceGraph, resource: Resource, key: string, value: Value, users: GroupUsers): void {
  // most of what is walked over are texts and numbers
  if (typeof value === "string") {
    const group = users.byText.get(value);
    if (group !== undefined) users.certain.add(group);
  } else if (typeof value !== "object") {
    return;
  } else if (value instanceof Sensitive) {
    walk(graph, resource, key, value.value, users);
  } else if (value instanceof Reference) {
    users.certain.add(graph.get(value.target)?.id ?? value.target);
  } else if (value instanceof Unknown) {
    addUnknown(graph, resource, key, value, users);
  } else if (isValueList(value)) {
    for (const item of value) walk(graph, resource, key, item, users);
  } else if (value !== null) {
    for (const name of Object.keys(value)) {
      const part = value[name];
      if (name !== "Facts" && part !== undefined) walk(graph, resource, name, part, users);
    }
  }
}

function addUnknown(
  graph: ResourceGraph,
  { address, type }: Resource,
  key: string,
  { candidates, reason }: Unknown,
  users: GroupUsers,
): void {
  if (candidates.length === 0 && (GROUPS.test(key) || leadsToGroups(type, key))) {
    users.open.add(`${address} may have it: ${reason}`);
  }
  for (const { target } of candidates) {
    const id = graph.get(target)?.id ?? target;
    const reasons = users.possible.get(id);
    if (reasons === undefined) users.possible.set(id, [`${address} may have it: ${reason}`]);
    else reasons.push(`${address} may have it: ${reason}`);
  }
}

const WAYS = new Map<string, ReadonlySet<string>>();

/** Whether a property of a type is, or has in it, one that names security groups: the VpcConfig of a function. */
function leadsToGroups(type: string, key: string): boolean {
  const known = WAYS.get(type);
  if (known !== undefined) return known.has(key);
  const links = Object.hasOwn(LINKS_BY_TYPE, type) ? (LINKS_BY_TYPE[type] ?? []) : [];
  const toGroups = links.filter(({ to }) => to.includes("AWS::EC2::SecurityGroup"));
  const way = new Set(toGroups.flatMap(({ at }) => parsePointer(at)));
  WAYS.set(type, way);
  return way.has(key);
}
