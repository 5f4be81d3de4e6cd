import type { Feeds } from "../lens.ts";

const POD_CONTAINER: Feeds = {
  Args: "args",
  Command: "command",
  Env: { blocks: "env", properties: { Name: "name", Value: "value" } },
  Image: "image",
  Name: "name",
  SecurityContext: {
    block: "security_context",
    properties: {
      Privileged: "privileged",
      ReadOnlyRootFilesystem: "read_only_root_file_system",
      RunAsGroup: "run_as_group",
      RunAsNonRoot: "run_as_non_root",
      RunAsUser: "run_as_user",
    },
  },
  VolumeMounts: {
    blocks: "volume_mounts",
    properties: { MountPath: "mount_path", Name: "name", ReadOnly: "read_only" },
  },
};

/** Jobs of Batch that run on EKS. */
export const POD: Feeds = {
  PodProperties: {
    block: "pod_properties",
    properties: {
      Containers: { blocks: "containers", properties: POD_CONTAINER },
      DnsPolicy: "dns_policy",
      HostNetwork: "host_network",
      InitContainers: { blocks: "init_containers", properties: POD_CONTAINER },
      ServiceAccountName: "service_account_name",
      ShareProcessNamespace: "share_process_namespace",
      Volumes: {
        blocks: "volumes",
        properties: { HostPath: { block: "host_path", properties: { Path: "path" } }, Name: "name" },
      },
    },
  },
};
