import type { Feeds, Lens } from "../lens.ts";
import { POD } from "./batch-pods.ts";
import { CONTAINER } from "./container-definition.ts";

/** Batch has tags as an object. */
const TAG_OBJECT = { attribute: "tags_all", computed: true } as const;

const NETWORK: Feeds = {
  NetworkConfiguration: { nested: "networkConfiguration", properties: { AssignPublicIp: "assignPublicIp" } },
};

const VOLUMES: Feeds = {
  Volumes: {
    nested: "volumes",
    properties: {
      EfsVolumeConfiguration: {
        nested: "efsVolumeConfiguration",
        properties: {
          AuthorizationConfig: {
            nested: "authorizationConfig",
            properties: { AccessPointId: "accessPointId", Iam: "iam" },
          },
          FileSystemId: "fileSystemId",
          RootDirectory: "rootDirectory",
          TransitEncryption: "transitEncryption",
          TransitEncryptionPort: "transitEncryptionPort",
        },
      },
      Host: { nested: "host", properties: { SourcePath: "sourcePath" } },
      Name: "name",
    },
  },
};

const JOB_CONTAINER: Feeds = {
  ...CONTAINER,
  ...NETWORK,
  ...VOLUMES,
  EphemeralStorage: { nested: "ephemeralStorage", properties: { SizeInGiB: "sizeInGiB" } },
  ExecutionRoleArn: "executionRoleArn",
  FargatePlatformConfiguration: {
    nested: "fargatePlatformConfiguration",
    properties: { PlatformVersion: "platformVersion" },
  },
  InstanceType: "instanceType",
  JobRoleArn: "jobRoleArn",
  Memory: "memory",
  Vcpus: "vcpus",
};

const TASKS: Feeds = {
  TaskProperties: {
    nested: "taskProperties",
    properties: {
      Containers: {
        nested: "containers",
        properties: { ...CONTAINER, Essential: "essential", Name: "name" },
      },
      ExecutionRoleArn: "executionRoleArn",
      ...NETWORK,
      PlatformVersion: "platformVersion",
      TaskRoleArn: "taskRoleArn",
      ...VOLUMES,
    },
  },
};

export const batchLenses: readonly Lens[] = [
  {
    type: "aws_batch_compute_environment",
    canonical: "AWS::Batch::ComputeEnvironment",
    // name since version 6 of the provider
    identifiers: ["id", "arn", "name", "compute_environment_name"],
    name: ["name", "compute_environment_name"],
    properties: {
      ComputeEnvironmentName: { first: ["name", "compute_environment_name"] },
      ComputeResources: {
        block: "compute_resources",
        properties: {
          AllocationStrategy: "allocation_strategy",
          BidPercentage: "bid_percentage",
          DesiredvCpus: "desired_vcpus",
          Ec2Configuration: {
            blocks: "ec2_configuration",
            properties: { ImageIdOverride: "image_id_override", ImageType: "image_type" },
          },
          Ec2KeyPair: "ec2_key_pair",
          ImageId: "image_id",
          InstanceRole: "instance_role",
          InstanceTypes: "instance_type",
          LaunchTemplate: {
            block: "launch_template",
            properties: {
              LaunchTemplateId: "launch_template_id",
              LaunchTemplateName: "launch_template_name",
              Version: "version",
            },
          },
          MaxvCpus: "max_vcpus",
          MinvCpus: "min_vcpus",
          PlacementGroup: "placement_group",
          SecurityGroupIds: "security_group_ids",
          SpotIamFleetRole: "spot_iam_fleet_role",
          Subnets: "subnets",
          Tags: "tags",
          Type: "type",
        },
      },
      EksConfiguration: {
        block: "eks_configuration",
        properties: { EksClusterArn: "eks_cluster_arn", KubernetesNamespace: "kubernetes_namespace" },
      },
      ServiceRole: "service_role",
      State: "state",
      Tags: TAG_OBJECT,
      Type: "type",
    },
  },
  {
    type: "aws_batch_job_definition",
    canonical: "AWS::Batch::JobDefinition",
    properties: {
      ContainerProperties: { document: "container_properties", properties: JOB_CONTAINER },
      EcsProperties: { document: "ecs_properties", properties: TASKS },
      EksProperties: { block: "eks_properties", properties: POD },
      JobDefinitionName: "name",
      NodeProperties: {
        document: "node_properties",
        properties: {
          MainNode: "mainNode",
          NodeRangeProperties: {
            nested: "nodeRangeProperties",
            properties: {
              Container: { nested: "container", properties: JOB_CONTAINER },
              EcsProperties: { nested: "ecsProperties", properties: TASKS },
              TargetNodes: "targetNodes",
            },
          },
          NumNodes: "numNodes",
        },
      },
      Parameters: "parameters",
      PlatformCapabilities: "platform_capabilities",
      PropagateTags: "propagate_tags",
      SchedulingPriority: "scheduling_priority",
      Tags: TAG_OBJECT,
      Timeout: { block: "timeout", properties: { AttemptDurationSeconds: "attempt_duration_seconds" } },
      Type: "type",
    },
  },
];
