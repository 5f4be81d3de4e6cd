import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const datasyncLenses: readonly Lens[] = [
  {
    type: "aws_datasync_task",
    canonical: "AWS::DataSync::Task",
    properties: {
      CloudWatchLogGroupArn: "cloudwatch_log_group_arn",
      DestinationLocationArn: "destination_location_arn",
      Name: "name",
      Options: {
        block: "options",
        properties: {
          LogLevel: "log_level",
          OverwriteMode: "overwrite_mode",
          PreserveDeletedFiles: "preserve_deleted_files",
          TransferMode: "transfer_mode",
          VerifyMode: "verify_mode",
        },
      },
      SourceLocationArn: "source_location_arn",
      Tags: TAGS,
      TaskMode: "task_mode",
    },
  },
  {
    type: "aws_datasync_agent",
    canonical: "AWS::DataSync::Agent",
    properties: {
      AgentName: "name",
      SecurityGroupArns: "security_group_arns",
      SubnetArns: "subnet_arns",
      Tags: TAGS,
      VpcEndpointId: "vpc_endpoint_id",
    },
  },
  {
    type: "aws_datasync_location_efs",
    canonical: "AWS::DataSync::LocationEFS",
    properties: {
      AccessPointArn: "access_point_arn",
      EfsFilesystemArn: "efs_file_system_arn",
      FileSystemAccessRoleArn: "file_system_access_role_arn",
      InTransitEncryption: "in_transit_encryption",
      Tags: TAGS,
    },
  },
  {
    type: "aws_datasync_location_smb",
    canonical: "AWS::DataSync::LocationSMB",
    properties: {
      AgentArns: "agent_arns",
      Domain: "domain",
      MountOptions: { block: "mount_options", properties: { Version: "version" } },
      Password: "password",
      ServerHostname: "server_hostname",
      Tags: TAGS,
      User: "user",
    },
  },
  {
    type: "aws_datasync_location_hdfs",
    canonical: "AWS::DataSync::LocationHDFS",
    properties: {
      AgentArns: "agent_arns",
      AuthenticationType: "authentication_type",
      QopConfiguration: {
        block: "qop_configuration",
        properties: {
          DataTransferProtection: "data_transfer_protection",
          RpcProtection: "rpc_protection",
        },
      },
      Tags: TAGS,
    },
  },
  {
    type: "aws_datasync_location_object_storage",
    canonical: "AWS::DataSync::LocationObjectStorage",
    properties: {
      AgentArns: "agent_arns",
      BucketName: "bucket_name",
      SecretKey: "secret_key",
      ServerHostname: "server_hostname",
      ServerProtocol: "server_protocol",
      Tags: TAGS,
    },
  },
];
