import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { anyTruth, both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
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
    "Whether every pod of the namespace refuses traffic that no policy allows, Ingress and Egress each for itself: a NetworkPolicy selects all pods in that direction, and none lets everything through to all of them. False when one does, as what policies allow adds up, and when the input holds all policies and none is for all pods. Not known where the input holds none for all pods, as the platform or a chart may bring one, and where policies of another kind are there. Absent where the input has no workload in the namespace that works on health data, and of the namespaces of the platform.",
  fields: { Egress: true, Ingress: true },
  compute(resource, context) {
    if (resource.name !== undefined && OF_THE_PLATFORM.test(resource.name)) return undefined;
    const holds = holdsWorkload(resource, context);
    if (holds !== true) return holds === false ? undefined : holds;
    const fact = emptyMap();
    const parts: Record<string, Place> = {};
    for (const direction of ["Ingress", "Egress"] as const) {
      const { value, place } = isolationOf(resource, direction, context);
      fact[direction] = value;
      if (place !== undefined) parts[direction] = place;
    }
    return partsWrittenAt(fact, parts);
  },
};

function holdsWorkload(namespace: Resource, { graph }: FactContext): boolean | Unknown {
  const members = WORKLOADS.map((type) => membersOf(graph, type, namespace));
  if (members.some(({ certain }) => certain.some(worksOnHealthData))) return true;
  const maybe = members.flatMap(({ possible }) => possible).find(worksOnHealthData);
  if (maybe === undefined) return false;
  const name = plain(propertyAt(namespace, "/metadata/name"));
  const why = name instanceof Unknown ? `: ${name.reason}` : "";
  return new Unknown(`nobody knows whether ${maybe.address} is in the namespace${why}`);
}

function worksOnHealthData({ properties }: Resource): boolean {
  const roles = partAt(properties["Facts"], "Roles");
  return isValueList(roles) && roles.includes("phi-compute");
}

interface Isolated {
  readonly value: Value;
  /** The policy that closes or opens the namespace, and where it says so. */
  readonly place?: Place | undefined;
}

function isolationOf(namespace: Resource, direction: Direction, { graph }: FactContext): Isolated {
  const { certain, possible } = membersOf(graph, POLICY, namespace);
  const effects = [
    ...certain.map((policy) => effectOf(policy, direction, policy.uncertain)),
    ...possible.map((policy) => effectOf(policy, direction, policy.uncertain ?? NOWHERE)),
  ];
  // what policies allow adds up: where one lets everything through to all pods, no other keeps it out
  const opened = anyTruth(effects.map(({ opens }) => opens));
  const closed = anyTruth(effects.map(({ closes }) => closes));
  if (closed === true && opened === false) {
    return { value: true, place: placeOf(effects, "closes", "/spec/policyTypes") };
  }
  const other = OTHER_POLICIES.flatMap((type) => graph.ofType(type))[0];
  if (opened === true && other === undefined) {
    return { value: false, place: placeOf(effects, "opens", `/spec/${direction.toLowerCase()}`) };
  }
  if (closed === false && other === undefined && graph.isClosed(POLICY)) return { value: false };
  const doubt = effects.find(({ closes, opens }) => closes === "unknown" || opens === "unknown")?.doubt;
  return { value: new Unknown(doubt?.reason ?? whyNotKnown(namespace, other, certain.length > 0)) };
}

function whyNotKnown({ name, address }: Resource, other: Resource | undefined, hasPolicies: boolean): string {
  if (other !== undefined) {
    return `${other.address} may close the namespace, and genoscan does not read ${other.type}`;
  }
  return hasPolicies
    ? `no NetworkPolicy of this input is for all pods of the namespace ${name ?? address}; one of the platform may be in the cluster`
    : `this input has no NetworkPolicy of the namespace ${name ?? address}; one may come from a chart or be in the cluster`;
}

const NOWHERE = new Unknown("of a policy nobody knows in which namespace it is");

/** What a policy does to all pods of its namespace in a direction. */
interface Effect {
  readonly policy: Resource;
  /** It refuses what nothing allows. */
  readonly closes: Truth;
  /** It lets everything through. */
  readonly opens: Truth;
  readonly doubt: Unknown | undefined;
}

function placeOf(effects: readonly Effect[], what: "closes" | "opens", pointer: string): Place | undefined {
  const found = effects.find((effect) => effect[what] === true);
  return found && { resource: found.policy, pointer };
}

/** `uncertain` says why nobody knows whether there is such a policy in the namespace. */
function effectOf(policy: Resource, direction: Direction, uncertain: Unknown | undefined): Effect {
  const spec = plain(propertyAt(policy, "/spec"));
  const rules = partAt(spec, direction.toLowerCase());
  const all = selectsAll(partAt(spec, "podSelector"));
  const concerned = isAbout(partAt(spec, "policyTypes"), direction, rules);
  const open = letsAllThrough(rules, direction);
  const isThere = uncertain === undefined ? true : "unknown";
  const isMeant = both(isThere, both(truthOf(all), truthOf(concerned)));
  return {
    policy,
    closes: both(isMeant, negate(truthOf(open))),
    opens: both(isMeant, truthOf(open)),
    doubt: uncertain ?? [all, concerned, open].find((answer) => answer instanceof Unknown),
  };
}

function truthOf(answer: boolean | Unknown): Truth {
  return answer instanceof Unknown ? "unknown" : answer;
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
