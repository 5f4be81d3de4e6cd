import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { membersOf } from "./members-of.ts";
import { NAMESPACES } from "./namespace-of.ts";
import { WORKLOADS, itemsOf, partAt } from "./pod-spec.ts";

const POLICY = "networking.k8s.io/NetworkPolicy";

/** What else may close a namespace: policies of the whole cluster, those of other networks, what keeps traffic in. */
const OTHER_POLICIES: readonly string[] = [
  "cilium.io/CiliumClusterwideNetworkPolicy",
  "cilium.io/CiliumNetworkPolicy",
  "crd.projectcalico.org/GlobalNetworkPolicy",
  "crd.projectcalico.org/NetworkPolicy",
  "policy.networking.k8s.io/AdminNetworkPolicy",
  "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
  "projectcalico.org/GlobalNetworkPolicy",
  "projectcalico.org/NetworkPolicy",
];

/** The platform puts them there and keeps them. */
const OF_THE_PLATFORM = /^(?:kube|openshift)-/u;

type Direction = "Ingress" | "Egress";

export const isolation: Fact = {
  name: "Isolation",
  types: NAMESPACES,
  needs: ["Roles"],
  description:
    "Whether every pod of the namespace refuses traffic that no policy allows, Ingress and Egress each for itself: a NetworkPolicy selects all pods in that direction and does not let everything through. False when the input keeps policies of the namespace and none of them does; not known when it keeps none, as one may come from a chart or be in the cluster already, or when policies of another kind are there. Absent where the input has no workload in the namespace that works on health data, and of the namespaces of the platform.",
  fields: { Egress: true, Ingress: true },
  compute(resource, context) {
    if (resource.name !== undefined && OF_THE_PLATFORM.test(resource.name)) return undefined;
    const holds = holdsWorkload(resource, context);
    if (holds !== true) return holds === false ? undefined : holds;
    const fact = emptyMap();
    const parts: Record<string, Place> = {};
    for (const direction of ["Ingress", "Egress"] as const) {
      const { value, policy } = isolationOf(resource, direction, context);
      fact[direction] = value;
      if (policy !== undefined) parts[direction] = { resource: policy, pointer: "/spec/policyTypes" };
    }
    return partsWrittenAt(fact, parts);
  },
};

function holdsWorkload(namespace: Resource, { graph }: FactContext): boolean | Unknown {
  const members = WORKLOADS.map((type) => membersOf(graph, type, namespace));
  if (members.some(({ certain }) => certain.some(worksOnHealthData))) return true;
  const maybe = members.flatMap(({ possible }) => possible).find(worksOnHealthData);
  return maybe === undefined
    ? false
    : new Unknown(`nobody knows whether ${maybe.address} is in the namespace`);
}

function worksOnHealthData({ properties }: Resource): boolean {
  const roles = partAt(properties["Facts"], "Roles");
  return isValueList(roles) && roles.includes("phi-compute");
}

interface Isolated {
  readonly value: Value;
  /** The policy that closes the namespace. */
  readonly policy?: Resource;
}

function isolationOf(namespace: Resource, direction: Direction, { graph }: FactContext): Isolated {
  const { certain, possible } = membersOf(graph, POLICY, namespace);
  const open: Unknown[] = [];
  for (const policy of certain) {
    const closes = closesAll(policy, direction);
    if (closes === true && policy.uncertain === undefined) return { value: true, policy };
    if (closes !== false) open.push(closes === true ? (policy.uncertain ?? NOWHERE) : closes);
  }
  if (possible.some((policy) => closesAll(policy, direction) !== false)) open.push(NOWHERE);
  const [doubt] = open;
  if (doubt !== undefined) return { value: new Unknown(doubt.reason) };
  const other = OTHER_POLICIES.flatMap((type) => graph.ofType(type))[0];
  if (other !== undefined) {
    return {
      value: new Unknown(
        `${other.address} may close the namespace, and genoscan does not read ${other.type}`,
      ),
    };
  }
  if (certain.length > 0 || graph.isClosed(POLICY)) return { value: false };
  return {
    value: new Unknown(
      `this input has no NetworkPolicy of the namespace ${namespace.name ?? namespace.address}; one may come from a chart or be in the cluster`,
    ),
  };
}

const NOWHERE = new Unknown("of a policy nobody knows in which namespace it is");

/** Whether a policy is about all pods in the direction and lets less than everything through. */
function closesAll(policy: Resource, direction: Direction): boolean | Unknown {
  const spec = plain(propertyAt(policy, "/spec"));
  if (spec instanceof Unknown) return spec;
  const selected = selectsAll(partAt(spec, "podSelector"));
  const rules = partAt(spec, direction.toLowerCase());
  const concerned = isAbout(partAt(spec, "policyTypes"), direction, rules);
  const answers = [selected, concerned, letsAllThrough(rules, direction)];
  if (answers[0] === false || answers[1] === false || answers[2] === true) return false;
  return answers.find((answer) => answer instanceof Unknown) ?? true;
}

function selectsAll(selector: Value | undefined): boolean | Unknown {
  if (selector instanceof Unknown) return selector;
  if (!isValueMap(selector)) return true;
  for (const key of ["matchLabels", "matchExpressions"]) {
    const part = partAt(selector, key);
    if (part instanceof Unknown) return part;
    if (typeof part === "object" && part !== null && Object.keys(part).length > 0) return false;
  }
  return true;
}

/** A policy that does not say its directions is about what comes in, and about what goes out when it has rules for that. */
function isAbout(
  types: Value | undefined,
  direction: Direction,
  rules: Value | undefined,
): boolean | Unknown {
  if (types instanceof Unknown) return types;
  if (isValueList(types) && types.length > 0) {
    const known = types.map((type) => plain(type));
    if (known.includes(direction)) return true;
    return known.find((type) => type instanceof Unknown) ?? false;
  }
  if (direction === "Ingress") return true;
  if (rules instanceof Unknown) return rules;
  return isValueList(rules) && rules.length > 0;
}

/** A rule that names neither peers nor ports lets everything through. */
function letsAllThrough(rules: Value | undefined, direction: Direction): boolean | Unknown {
  const peers = direction === "Ingress" ? "from" : "to";
  const answers = itemsOf(rules).map((item): boolean | Unknown => {
    if (item instanceof Unknown) return item;
    const named = [partAt(item, peers), partAt(item, "ports")];
    const open = named.find((part) => part instanceof Unknown);
    if (open !== undefined) return open;
    return named.every((part) => !isValueList(part) || part.length === 0);
  });
  if (answers.includes(true)) return true;
  return answers.find((answer) => answer instanceof Unknown) ?? false;
}
