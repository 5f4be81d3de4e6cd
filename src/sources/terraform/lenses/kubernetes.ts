import type { Feeds, Lens } from "../lens.ts";
import { METADATA, METADATA_OF_CLUSTER, SELECTOR } from "./kubernetes-pod.ts";
import { kubernetesWorkloadLenses } from "./kubernetes-workloads.ts";

const PORTS: Feeds = {
  ports: {
    blocks: "ports",
    properties: {
      endPort: "end_port",
      // a number as text, or the name of a port
      port: "port",
      protocol: "protocol",
    },
  },
};

const PEERS: Feeds = {
  ipBlock: { block: "ip_block", properties: { cidr: "cidr", except: "except" } },
  namespaceSelector: { block: "namespace_selector", properties: SELECTOR },
  podSelector: { block: "pod_selector", properties: SELECTOR },
};

const RULES: Feeds = {
  rules: {
    blocks: "rule",
    properties: {
      apiGroups: "api_groups",
      resourceNames: "resource_names",
      resources: "resources",
      verbs: "verbs",
    },
  },
};

const BINDING: Feeds = {
  roleRef: { block: "role_ref", properties: { apiGroup: "api_group", kind: "kind", name: "name" } },
  subjects: {
    blocks: "subject",
    properties: { apiGroup: "api_group", kind: "kind", name: "name", namespace: "namespace" },
  },
};

/** The type of the provider, and the one with the version of the API in its name. */
function ofBoth(name: string, canonical: string, properties: Feeds): readonly Lens[] {
  return [`kubernetes_${name}`, `kubernetes_${name}_v1`].map((type) => ({
    type,
    canonical,
    name: "metadata.name",
    identifiers: [],
    properties,
  }));
}

/** https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
export const kubernetesLenses: readonly Lens[] = [
  ...kubernetesWorkloadLenses,
  ...ofBoth("namespace", "core/Namespace", METADATA_OF_CLUSTER),
  // the provider takes text, and packs it: what Kubernetes calls stringData
  ...ofBoth("secret", "core/Secret", {
    ...METADATA,
    data: "binary_data",
    immutable: "immutable",
    stringData: "data",
    type: { attribute: "type", unset: "Opaque" },
  }),
  ...ofBoth("service", "core/Service", {
    ...METADATA,
    spec: {
      block: "spec",
      properties: {
        loadBalancerClass: "load_balancer_class",
        loadBalancerSourceRanges: "load_balancer_source_ranges",
        selector: "selector",
        type: { attribute: "type", unset: "ClusterIP" },
      },
    },
  }),
  ...ofBoth("ingress", "networking.k8s.io/Ingress", {
    ...METADATA,
    spec: {
      block: "spec",
      properties: {
        ingressClassName: "ingress_class_name",
        tls: { blocks: "tls", properties: { hosts: "hosts", secretName: "secret_name" } },
      },
    },
  }),
  ...ofBoth("network_policy", "networking.k8s.io/NetworkPolicy", {
    ...METADATA,
    spec: {
      block: "spec",
      properties: {
        egress: { blocks: "egress", properties: { ...PORTS, to: { blocks: "to", properties: PEERS } } },
        ingress: { blocks: "ingress", properties: { ...PORTS, from: { blocks: "from", properties: PEERS } } },
        podSelector: { block: "pod_selector", properties: SELECTOR },
        policyTypes: "policy_types",
      },
    },
  }),
  ...ofBoth("role", "rbac.authorization.k8s.io/Role", { ...METADATA, ...RULES }),
  ...ofBoth("cluster_role", "rbac.authorization.k8s.io/ClusterRole", {
    ...METADATA_OF_CLUSTER,
    ...RULES,
  }),
  ...ofBoth("cluster_role_binding", "rbac.authorization.k8s.io/ClusterRoleBinding", {
    ...METADATA_OF_CLUSTER,
    ...BINDING,
  }),
];
