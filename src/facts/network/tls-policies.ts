import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

const TLS = /^(?:https|ssl)$/i;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html */
const DEFAULT_POLICY = "ELBSecurityPolicy-2016-08";
const POLICY_TYPE = "SSLNegotiationPolicyType";
const REFERENCE = "Reference-Security-Policy";

export const tlsPolicies: Fact = {
  name: "TlsPolicies",
  types: ["AWS::ElasticLoadBalancing::LoadBalancer"],
  description: `The predefined policy that each listener with TLS negotiates by: that of the policy which is attached to it, custom for one that names none, and ${DEFAULT_POLICY} for a listener without a policy. Port is that of the listener.`,
  fields: { Policy: true, Port: true },
  compute(balancer) {
    const listeners = plain(propertyAt(balancer, "/Listeners"));
    if (listeners instanceof Unknown) return listeners;
    if (!isValueList(listeners)) return [];
    return listeners.flatMap((item): readonly Value[] => {
      const listener = plain(item);
      if (!isValueMap(listener)) return [new Unknown("a listener is not known")];
      const protocol = plain(listener["Protocol"]);
      if (protocol instanceof Unknown) return [protocol];
      if (typeof protocol !== "string" || !TLS.test(protocol)) return [];
      return [{ Policy: policyOf(balancer, listener), Port: listener["LoadBalancerPort"] ?? "" }];
    });
  },
};

function policyOf(balancer: Resource, listener: ValueMap): Value {
  const port = plain(listener["LoadBalancerPort"]);
  const policies = listAt(balancer, "/Policies");
  const names = [
    ...itemsOf(listener["PolicyNames"]),
    ...listAt(balancer, "/Terraform/listener_policies").flatMap((given) => namesFor(given, port)),
  ];
  const attached = policies.filter((policy) => isAttached(policy, names, port));
  const references = attached.map(referenceOf).filter((reference) => reference !== undefined);
  const ports = policies.flatMap(portsOf);
  const byPort = ports.length > 0 || listAt(balancer, "/Terraform/listener_policies").length > 0;
  const doubts = [...names, ...policies, ...references, ...ports, ...(byPort ? [port ?? null] : [])];
  const open = doubts.find((value) => plain(value) instanceof Unknown);
  // a listener has one policy for TLS; what else is attached is for other things
  const [reference] = references;
  if (reference !== undefined && !(plain(reference) instanceof Unknown)) return reference;
  if (open !== undefined) return new Unknown("which policy the listener negotiates by is not known");
  return names.some((name) => !policies.some((policy) => isNamed(policy, name)))
    ? new Unknown("a policy of the listener is not declared in this input")
    : DEFAULT_POLICY;
}

/** The names that Terraform attaches to the listener of a port by a resource of its own. */
function namesFor(given: Value, port: Value | undefined): readonly Value[] {
  const known = plain(given);
  if (!isValueMap(known)) return [new Unknown("a policy of a listener is not known")];
  const own = plain(known["load_balancer_port"]);
  if (own instanceof Unknown) return [own];
  return isSamePort(own, port) ? itemsOf(known["policy_names"]) : [];
}

function isAttached(policy: Value, names: readonly Value[], port: Value | undefined): boolean {
  return (
    portsOf(policy).some((item) => isSamePort(plain(item), port)) ||
    names.some((name) => isNamed(policy, name))
  );
}

function portsOf(policy: Value): readonly Value[] {
  const known = plain(policy);
  return isValueMap(known) ? itemsOf(known["LoadBalancerPorts"]) : [];
}

/** CloudFormation writes ports as text, Terraform as numbers. */
function isSamePort(one: Value | undefined, other: Value | undefined): boolean {
  const [left, right] = [one, other].map((port) =>
    typeof port === "string" || typeof port === "number" ? String(port) : undefined,
  );
  return left !== undefined && left === right;
}

function isNamed(policy: Value, name: Value): boolean {
  const known = plain(policy);
  const text = plain(name);
  return isValueMap(known) && typeof text === "string" && plain(known["PolicyName"]) === text;
}

/** The predefined policy that a policy for TLS refers to; `undefined` for policies of another type. */
function referenceOf(policy: Value): Value | undefined {
  const known = plain(policy);
  if (!isValueMap(known)) return undefined;
  const type = plain(known["PolicyType"]);
  if (type instanceof Unknown) return type;
  if (type !== POLICY_TYPE) return undefined;
  for (const item of itemsOf(known["Attributes"])) {
    const attribute = plain(item);
    if (!isValueMap(attribute)) return new Unknown("an attribute of the policy is not known");
    const name = plain(attribute["Name"]);
    if (name instanceof Unknown) return name;
    if (name === REFERENCE) return attribute["Value"];
  }
  return "custom";
}

function listAt(balancer: Resource, pointer: string): readonly Value[] {
  return itemsOf(propertyAt(balancer, pointer));
}

function itemsOf(value: Value | undefined): readonly Value[] {
  const list = plain(value);
  if (isValueList(list)) return list;
  return list instanceof Unknown ? [list] : [];
}
