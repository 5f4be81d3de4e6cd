import type { Feeds } from "../lens.ts";

/** The labels that an object selects others by. */
export const SELECTOR: Feeds = {
  matchExpressions: {
    blocks: "match_expressions",
    properties: { key: "key", operator: "operator", values: "values" },
  },
  matchLabels: "match_labels",
};

/** The provider writes `default` where nobody names a namespace. */
export const METADATA: Feeds = {
  metadata: {
    block: "metadata",
    properties: {
      annotations: "annotations",
      generateName: "generate_name",
      labels: "labels",
      name: "name",
      namespace: { attribute: "namespace", unset: "default" },
    },
  },
};

/** Of what is in no namespace. */
export const METADATA_OF_CLUSTER: Feeds = {
  metadata: {
    block: "metadata",
    properties: {
      annotations: "annotations",
      generateName: "generate_name",
      labels: "labels",
      name: "name",
    },
  },
};

/** Once the block is there the provider writes every flag of it, and what a container says wins over its pod. */
const FLAGS: Feeds = {
  runAsGroup: { attribute: "run_as_group", as: "number" },
  runAsNonRoot: { attribute: "run_as_non_root", unset: false },
  runAsUser: { attribute: "run_as_user", as: "number" },
  seccompProfile: {
    block: "seccomp_profile",
    properties: { localhostProfile: "localhost_profile", type: "type" },
  },
};

const CONTAINER: Feeds = {
  args: "args",
  command: "command",
  env: {
    blocks: "env",
    properties: {
      name: "name",
      value: "value",
      valueFrom: {
        block: "value_from",
        properties: {
          configMapKeyRef: {
            block: "config_map_key_ref",
            properties: { key: "key", name: "name", optional: "optional" },
          },
          secretKeyRef: {
            block: "secret_key_ref",
            properties: { key: "key", name: "name", optional: "optional" },
          },
        },
      },
    },
  },
  image: "image",
  imagePullPolicy: "image_pull_policy",
  name: "name",
  securityContext: {
    block: "security_context",
    properties: {
      ...FLAGS,
      allowPrivilegeEscalation: { attribute: "allow_privilege_escalation", unset: true },
      capabilities: { block: "capabilities", properties: { add: "add", drop: "drop" } },
      privileged: { attribute: "privileged", unset: false },
      readOnlyRootFilesystem: { attribute: "read_only_root_filesystem", unset: false },
    },
  },
};

/** https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1#spec */
export const POD: Feeds = {
  automountServiceAccountToken: { attribute: "automount_service_account_token", unset: true },
  containers: { blocks: "container", properties: CONTAINER },
  // the provider knows none
  ephemeralContainers: { constant: [] },
  hostIPC: { attribute: "host_ipc", unset: false },
  hostNetwork: { attribute: "host_network", unset: false },
  hostPID: { attribute: "host_pid", unset: false },
  initContainers: { blocks: "init_container", properties: CONTAINER },
  os: { block: "os", properties: { name: "name" } },
  securityContext: { block: "security_context", properties: FLAGS },
  serviceAccountName: "service_account_name",
  volumes: {
    blocks: "volume",
    properties: {
      hostPath: { block: "host_path", properties: { path: "path", type: "type" } },
      name: "name",
    },
  },
};

/** What a workload makes its pods of. */
export const TEMPLATE: Feeds = {
  template: { block: "template", properties: { spec: { block: "spec", properties: POD } } },
};
