import type { Feeds } from "../lens.ts";

/** What the containers of Batch and ECS have in common: JSON with small first letters in Terraform, large ones in CloudFormation. */
export const CONTAINER: Feeds = {
  Command: "command",
  Environment: { nested: "environment", properties: { Name: "name", Value: "value" } },
  Image: "image",
  LinuxParameters: {
    nested: "linuxParameters",
    properties: {
      Devices: {
        nested: "devices",
        properties: { ContainerPath: "containerPath", HostPath: "hostPath", Permissions: "permissions" },
      },
      InitProcessEnabled: "initProcessEnabled",
      MaxSwap: "maxSwap",
      SharedMemorySize: "sharedMemorySize",
      Swappiness: "swappiness",
    },
  },
  LogConfiguration: {
    nested: "logConfiguration",
    properties: {
      LogDriver: "logDriver",
      Options: "options",
      SecretOptions: { nested: "secretOptions", properties: { Name: "name", ValueFrom: "valueFrom" } },
    },
  },
  MountPoints: {
    nested: "mountPoints",
    properties: { ContainerPath: "containerPath", ReadOnly: "readOnly", SourceVolume: "sourceVolume" },
  },
  Privileged: "privileged",
  ReadonlyRootFilesystem: "readonlyRootFilesystem",
  RepositoryCredentials: {
    nested: "repositoryCredentials",
    properties: { CredentialsParameter: "credentialsParameter" },
  },
  ResourceRequirements: { nested: "resourceRequirements", properties: { Type: "type", Value: "value" } },
  Secrets: { nested: "secrets", properties: { Name: "name", ValueFrom: "valueFrom" } },
  User: "user",
};
