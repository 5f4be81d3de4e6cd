import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const EFS = { into: ["aws_efs_file_system", "awscc_efs_file_system"], by: "file_system_id" };

/** A file system of FSx: `kind` is its FileSystemType, and the rest stands in the object of that kind. */
function fsx(type: string, kind: string, properties: Feeds): Lens {
  return {
    type,
    canonical: "AWS::FSx::FileSystem",
    identifiers: ["id", "arn"],
    properties: {
      FileSystemType: { constant: kind },
      KmsKeyId: "kms_key_id",
      // only Lustre has any of it
      LustreConfiguration: { object: { DeploymentType: { object: {} } } },
      SecurityGroupIds: "security_group_ids",
      SubnetIds: "subnet_ids",
      Tags: TAGS,
      ...properties,
    },
  };
}

export const fileSystemLenses: readonly Lens[] = [
  {
    type: "aws_efs_file_system",
    canonical: "AWS::EFS::FileSystem",
    identifiers: ["id", "arn"],
    name: "creation_token",
    properties: {
      AvailabilityZoneName: "availability_zone_name",
      Encrypted: "encrypted",
      FileSystemTags: TAGS,
      KmsKeyId: "kms_key_id",
      PerformanceMode: "performance_mode",
      ThroughputMode: "throughput_mode",
    },
  },
  {
    type: "aws_efs_file_system_policy",
    canonical: "AWS::EFS::FileSystem",
    fold: EFS,
    properties: { FileSystemPolicy: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_efs_backup_policy",
    canonical: "AWS::EFS::FileSystem",
    fold: EFS,
    properties: { BackupPolicy: { block: "backup_policy", properties: { Status: "status" } } },
  },
  {
    type: "aws_efs_replication_configuration",
    canonical: "AWS::EFS::FileSystem",
    fold: { ...EFS, by: "source_file_system_id" },
    properties: {
      ReplicationConfiguration: {
        object: {
          Destinations: {
            blocks: "destination",
            properties: {
              AvailabilityZoneName: "availability_zone_name",
              FileSystemId: "file_system_id",
              KmsKeyId: "kms_key_id",
              Region: "region",
            },
          },
        },
      },
    },
  },
  fsx("aws_fsx_lustre_file_system", "LUSTRE", {
    LustreConfiguration: {
      object: {
        AutomaticBackupRetentionDays: "automatic_backup_retention_days",
        DeploymentType: { attribute: "deployment_type", unset: "SCRATCH_1" },
      },
    },
    StorageCapacity: "storage_capacity",
    StorageType: "storage_type",
  }),
  fsx("aws_fsx_openzfs_file_system", "OPENZFS", { StorageCapacity: "storage_capacity" }),
  fsx("aws_fsx_windows_file_system", "WINDOWS", { StorageCapacity: "storage_capacity" }),
  fsx("aws_fsx_ontap_file_system", "ONTAP", { StorageCapacity: "storage_capacity" }),
];
