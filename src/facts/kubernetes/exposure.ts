import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { partAt } from "./pod-spec.ts";

/** The notes on a service that keep its load balancer inside of the network, with what they say then. */
const INTERNAL: Readonly<Record<string, RegExp>> = {
  // https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
  "service.beta.kubernetes.io/azure-load-balancer-internal": /^true$/u,
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
  "service.beta.kubernetes.io/aws-load-balancer-internal": /^(?:true|0\.0\.0\.0\/0)$/u,
  "service.beta.kubernetes.io/aws-load-balancer-scheme": /^internal$/u,
  "cloud.google.com/load-balancer-type": /^internal$/iu,
  "networking.gke.io/load-balancer-type": /^internal$/iu,
  "service.beta.kubernetes.io/openstack-internal-load-balancer": /^true$/u,
};

const AWS_SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";
const AWS_TYPE = "service.beta.kubernetes.io/aws-load-balancer-type";
/** Classes whose load balancers are internal until a note says another scheme. */
const INTERNAL_CLASSES = new Set(["service.k8s.aws/nlb", "eks.amazonaws.com/nlb"]);

export const exposure: Fact = {
  name: "Exposure",
  types: ["core/Service", "route.openshift.io/Route"],
  description:
    "From where what the object opens is reached: internal or external. Of a service of type LoadBalancer by its notes and its class (absent for other services); of a route external when an ingress controller of the input that is reached from outside takes it, internal when the input lists all of them and none of those that take it is, else not known.",
  compute: (resource, context) =>
    resource.type === "core/Service" ? exposureOfService(resource) : exposureOfRoute(resource, context),
};

function exposureOfService(service: Resource): Value | undefined {
  const type = plain(propertyAt(service, "/spec/type"));
  if (type instanceof Unknown) return type;
  if (type !== "LoadBalancer") return undefined;
  const notes = plain(propertyAt(service, "/metadata/annotations"));
  if (notes instanceof Unknown) return notes;
  const note = (name: string): Value | undefined => partAt(notes, name);
  const values = Object.entries(INTERNAL).map(([name, internal]): boolean | Unknown => {
    const value = note(name);
    return value instanceof Unknown ? value : value !== undefined && internal.test(textOf(value));
  });
  if (values.includes(true)) return "internal";
  const open = values.find((value) => value instanceof Unknown);
  if (open !== undefined) return open;
  const loadBalancer = partAt(propertyAt(service, "/spec"), "loadBalancerClass");
  if (loadBalancer instanceof Unknown) return loadBalancer;
  const isOfController = /^(?:external|nlb-ip)$/u.test(textOf(note(AWS_TYPE)));
  const isInternalClass = typeof loadBalancer === "string" && INTERNAL_CLASSES.has(loadBalancer);
  if (isOfController || isInternalClass) return note(AWS_SCHEME) === undefined ? "internal" : "external";
  return typeof loadBalancer === "string"
    ? new Unknown(`what load balancers of the class ${loadBalancer} are reached from is not known`)
    : "external";
}

/** Notes are texts; what was written without quotes is one as well. */
function textOf(value: Value | undefined): string {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number"
    ? String(value)
    : "";
}

const CONTROLLER = "operator.openshift.io/IngressController";

function exposureOfRoute(route: Resource, { graph }: FactContext): Value {
  const doubts: Unknown[] = [];
  for (const controller of graph.ofType(CONTROLLER)) {
    const takes = takesRoute(controller, route);
    if (takes === false) continue;
    const scope = partAt(
      propertyAt(controller, "/spec"),
      "endpointPublishingStrategy",
      "loadBalancer",
      "scope",
    );
    if (scope === "Internal") continue;
    if (takes === true && scope === "External") return "external";
    const doubt = [takes, scope].find((part) => part instanceof Unknown);
    doubts.push(doubt ?? new Unknown(`${controller.address} does not say from where it is reached`));
  }
  const [doubt] = doubts;
  if (doubt !== undefined) return new Unknown(doubt.reason);
  if (graph.isClosed(CONTROLLER)) return "internal";
  return new Unknown(
    "which ingress controllers take the route, and from where they are reached, is set in the cluster",
  );
}

/** Whether the controller takes the route, by its labels; the selection by namespace is not followed. */
function takesRoute(controller: Resource, route: Resource): boolean | Unknown {
  const spec = propertyAt(controller, "/spec");
  if (selects(partAt(spec, "namespaceSelector"))) {
    return new Unknown(`${controller.address} selects namespaces by their labels`);
  }
  const selector = partAt(spec, "routeSelector");
  if (selector instanceof Unknown) return selector;
  const wanted = partAt(selector, "matchLabels");
  if (wanted instanceof Unknown) return wanted;
  if (selects(partAt(selector, "matchExpressions"))) {
    return new Unknown(`${controller.address} selects routes by expressions`);
  }
  const labels = partAt(propertyAt(route, "/metadata"), "labels");
  if (labels instanceof Unknown) return labels;
  return Object.entries(isValueMap(wanted) ? wanted : {}).every(
    ([name, value]) => plain(partAt(labels, name)) === plain(value),
  );
}

function selects(selector: Value | undefined): boolean {
  return (
    selector instanceof Unknown ||
    (typeof selector === "object" && selector !== null && Object.keys(selector).length > 0)
  );
}
