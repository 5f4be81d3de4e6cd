import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const documentDatabaseLenses: readonly Lens[] = [
  {
    type: "aws_docdb_cluster",
    canonical: "AWS::DocDB::DBCluster",
    identifiers: ["id", "arn", "cluster_identifier", "cluster_resource_id"],
    name: "cluster_identifier",
    properties: {
      BackupRetentionPeriod: "backup_retention_period",
      DBClusterIdentifier: "cluster_identifier",
      DeletionProtection: "deletion_protection",
      EnableCloudwatchLogsExports: "enabled_cloudwatch_logs_exports",
      GlobalClusterIdentifier: "global_cluster_identifier",
      KmsKeyId: "kms_key_id",
      MasterUserPassword: { first: ["master_password", "master_password_wo"] },
      SnapshotIdentifier: "snapshot_identifier",
      SourceDBClusterIdentifier: "restore_to_point_in_time.source_cluster_identifier",
      StorageEncrypted: "storage_encrypted",
      Tags: TAGS,
      VpcSecurityGroupIds: "vpc_security_group_ids",
    },
  },
  {
    type: "aws_neptune_cluster",
    canonical: "AWS::Neptune::DBCluster",
    identifiers: ["id", "arn", "cluster_identifier", "cluster_resource_id"],
    name: "cluster_identifier",
    properties: {
      BackupRetentionPeriod: "backup_retention_period",
      DBClusterIdentifier: "cluster_identifier",
      DeletionProtection: "deletion_protection",
      EnableCloudwatchLogsExports: "enable_cloudwatch_logs_exports",
      GlobalClusterIdentifier: "global_cluster_identifier",
      IamAuthEnabled: "iam_database_authentication_enabled",
      KmsKeyId: "kms_key_arn",
      SnapshotIdentifier: "snapshot_identifier",
      SourceDBClusterIdentifier: "replication_source_identifier",
      StorageEncrypted: "storage_encrypted",
      Tags: TAGS,
      VpcSecurityGroupIds: "vpc_security_group_ids",
    },
  },
];
