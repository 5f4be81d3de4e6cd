import type { Lens } from "../lens.ts";
import { CONTAINER } from "./container-definition.ts";
import { TAGS } from "./tags.ts";

const SWITCH = { values: { true: "ENABLED", false: "DISABLED" } } as const;

export const ecsLenses: readonly Lens[] = [
  {
    type: "aws_ecs_service",
    canonical: "AWS::ECS::Service",
    identifiers: ["id", "name"],
    properties: {
      CapacityProviderStrategy: {
        blocks: "capacity_provider_strategy",
        properties: { Base: "base", CapacityProvider: "capacity_provider", Weight: "weight" },
      },
      Cluster: "cluster",
      DesiredCount: "desired_count",
      EnableECSManagedTags: "enable_ecs_managed_tags",
      EnableExecuteCommand: "enable_execute_command",
      LaunchType: "launch_type",
      LoadBalancers: {
        blocks: "load_balancer",
        properties: {
          ContainerName: "container_name",
          ContainerPort: "container_port",
          LoadBalancerName: "elb_name",
          TargetGroupArn: "target_group_arn",
        },
      },
      NetworkConfiguration: {
        object: {
          AwsvpcConfiguration: {
            block: "network_configuration",
            properties: {
              AssignPublicIp: { attribute: "assign_public_ip", as: SWITCH },
              SecurityGroups: "security_groups",
              Subnets: "subnets",
            },
          },
        },
      },
      PlatformVersion: "platform_version",
      PropagateTags: "propagate_tags",
      Role: "iam_role",
      SchedulingStrategy: "scheduling_strategy",
      ServiceName: "name",
      Tags: TAGS,
      TaskDefinition: "task_definition",
    },
  },
  {
    type: "aws_ecs_task_definition",
    canonical: "AWS::ECS::TaskDefinition",
    identifiers: ["arn", "arn_without_revision", "family"],
    name: "family",
    properties: {
      ContainerDefinitions: {
        document: "container_definitions",
        properties: {
          ...CONTAINER,
          DisableNetworking: "disableNetworking",
          EntryPoint: "entryPoint",
          EnvironmentFiles: { nested: "environmentFiles", properties: { Type: "type", Value: "value" } },
          Essential: "essential",
          Name: "name",
          PortMappings: {
            nested: "portMappings",
            properties: {
              AppProtocol: "appProtocol",
              ContainerPort: "containerPort",
              HostPort: "hostPort",
              Name: "name",
              Protocol: "protocol",
            },
          },
        },
      },
      Cpu: "cpu",
      EphemeralStorage: { block: "ephemeral_storage", properties: { SizeInGiB: "size_in_gib" } },
      ExecutionRoleArn: "execution_role_arn",
      Family: "family",
      IpcMode: "ipc_mode",
      Memory: "memory",
      NetworkMode: "network_mode",
      PidMode: "pid_mode",
      RequiresCompatibilities: "requires_compatibilities",
      RuntimePlatform: {
        block: "runtime_platform",
        properties: { CpuArchitecture: "cpu_architecture", OperatingSystemFamily: "operating_system_family" },
      },
      Tags: TAGS,
      TaskRoleArn: "task_role_arn",
      Volumes: {
        blocks: "volume",
        properties: {
          EFSVolumeConfiguration: {
            block: "efs_volume_configuration",
            properties: {
              AuthorizationConfig: {
                block: "authorization_config",
                properties: { AccessPointId: "access_point_id", IAM: "iam" },
              },
              FilesystemId: "file_system_id",
              RootDirectory: "root_directory",
              TransitEncryption: "transit_encryption",
              TransitEncryptionPort: "transit_encryption_port",
            },
          },
          Host: { object: { SourcePath: "host_path" } },
          Name: "name",
        },
      },
    },
  },
];
