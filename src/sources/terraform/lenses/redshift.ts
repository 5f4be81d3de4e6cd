import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** A plan holds what the provider takes; a folder does not say which version of it will. */
const BY_VERSION =
  "it is not set, and version 5 of the provider takes another default for it than later versions";

const CLUSTER = { into: ["aws_redshift_cluster", "awscc_redshift_cluster"], by: "cluster_identifier" };

export const redshiftLenses: readonly Lens[] = [
  {
    type: "aws_redshift_cluster",
    canonical: "AWS::Redshift::Cluster",
    identifiers: ["id", "arn", "cluster_identifier"],
    name: "cluster_identifier",
    properties: {
      AllowVersionUpgrade: { attribute: "allow_version_upgrade", unset: true },
      AutomatedSnapshotRetentionPeriod: { attribute: "automated_snapshot_retention_period", unset: 1 },
      AvailabilityZone: "availability_zone",
      AvailabilityZoneRelocation: "availability_zone_relocation_enabled",
      ClusterIdentifier: "cluster_identifier",
      ClusterParameterGroupName: "cluster_parameter_group_name",
      ClusterSubnetGroupName: "cluster_subnet_group_name",
      DBName: "database_name",
      DestinationRegion: "snapshot_copy.destination_region",
      Encrypted: { attribute: "encrypted", unsetUnknown: BY_VERSION },
      EnhancedVpcRouting: "enhanced_vpc_routing",
      IamRoles: "iam_roles",
      KmsKeyId: "kms_key_id",
      LoggingProperties: {
        object: {
          BucketName: "logging.bucket_name",
          LogDestinationType: { attribute: "logging.log_destination_type", unset: "s3" },
          LogExports: "logging.log_exports",
        },
        ifTrue: "logging.enable",
      },
      ManageMasterPassword: "manage_master_password",
      MasterUserPassword: { first: ["master_password", "master_password_wo"] },
      MultiAZ: "multi_az",
      NodeType: "node_type",
      NumberOfNodes: "number_of_nodes",
      PreferredMaintenanceWindow: "preferred_maintenance_window",
      PubliclyAccessible: { attribute: "publicly_accessible", unsetUnknown: BY_VERSION },
      SnapshotClusterIdentifier: "snapshot_cluster_identifier",
      SnapshotIdentifier: { first: ["snapshot_identifier", "snapshot_arn"] },
      Tags: TAGS,
      VpcSecurityGroupIds: "vpc_security_group_ids",
    },
  },
  {
    type: "aws_redshift_logging",
    canonical: "AWS::Redshift::Cluster",
    fold: CLUSTER,
    supersedes: { ...CLUSTER, attribute: "logging" },
    properties: {
      LoggingProperties: {
        object: {
          BucketName: "bucket_name",
          LogDestinationType: { attribute: "log_destination_type", unset: "s3" },
          LogExports: "log_exports",
        },
      },
    },
  },
  {
    type: "aws_redshift_snapshot_copy",
    canonical: "AWS::Redshift::Cluster",
    fold: CLUSTER,
    supersedes: { ...CLUSTER, attribute: "snapshot_copy" },
    properties: { DestinationRegion: "destination_region" },
  },
  {
    type: "aws_redshift_parameter_group",
    canonical: "AWS::Redshift::ClusterParameterGroup",
    identifiers: ["id", "arn", "name"],
    properties: {
      Description: "description",
      ParameterGroupFamily: "family",
      ParameterGroupName: "name",
      Parameters: { blocks: "parameter", properties: { ParameterName: "name", ParameterValue: "value" } },
      Tags: TAGS,
    },
  },
  {
    type: "aws_redshiftserverless_namespace",
    canonical: "AWS::RedshiftServerless::Namespace",
    identifiers: ["id", "arn", "namespace_name", "namespace_id"],
    name: "namespace_name",
    properties: {
      DbName: "db_name",
      IamRoles: "iam_roles",
      KmsKeyId: "kms_key_id",
      LogExports: "log_exports",
      AdminUserPassword: { first: ["admin_user_password", "admin_user_password_wo"] },
      ManageAdminPassword: "manage_admin_password",
      NamespaceName: "namespace_name",
      Tags: TAGS,
    },
  },
  {
    type: "aws_redshiftserverless_workgroup",
    canonical: "AWS::RedshiftServerless::Workgroup",
    identifiers: ["id", "arn", "workgroup_name", "workgroup_id"],
    name: "workgroup_name",
    properties: {
      ConfigParameters: {
        blocks: "config_parameter",
        properties: { ParameterKey: "parameter_key", ParameterValue: "parameter_value" },
      },
      EnhancedVpcRouting: "enhanced_vpc_routing",
      NamespaceName: "namespace_name",
      PubliclyAccessible: "publicly_accessible",
      SecurityGroupIds: "security_group_ids",
      SubnetIds: "subnet_ids",
      Tags: TAGS,
      WorkgroupName: "workgroup_name",
    },
  },
];
