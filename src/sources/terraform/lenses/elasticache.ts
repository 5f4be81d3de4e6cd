import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const LOGS: Feeds = {
  DestinationType: "destination_type",
  LogFormat: "log_format",
  LogType: "log_type",
};

export const elasticacheLenses: readonly Lens[] = [
  {
    type: "aws_elasticache_replication_group",
    canonical: "AWS::ElastiCache::ReplicationGroup",
    identifiers: ["id", "arn", "replication_group_id"],
    name: "replication_group_id",
    properties: {
      AtRestEncryptionEnabled: { attribute: "at_rest_encryption_enabled", as: "boolean" },
      AuthToken: "auth_token",
      AutoMinorVersionUpgrade: { attribute: "auto_minor_version_upgrade", as: "boolean" },
      AutomaticFailoverEnabled: "automatic_failover_enabled",
      CacheNodeType: "node_type",
      CacheSubnetGroupName: "subnet_group_name",
      ClusterMode: "cluster_mode",
      Engine: "engine",
      EngineVersion: "engine_version",
      GlobalReplicationGroupId: "global_replication_group_id",
      KmsKeyId: "kms_key_id",
      LogDeliveryConfigurations: { blocks: "log_delivery_configuration", properties: LOGS },
      MultiAZEnabled: "multi_az_enabled",
      ReplicationGroupDescription: "description",
      ReplicationGroupId: "replication_group_id",
      SecurityGroupIds: "security_group_ids",
      SnapshotRetentionLimit: "snapshot_retention_limit",
      Tags: TAGS,
      TransitEncryptionEnabled: "transit_encryption_enabled",
      TransitEncryptionMode: "transit_encryption_mode",
    },
  },
  {
    type: "aws_elasticache_cluster",
    canonical: "AWS::ElastiCache::CacheCluster",
    identifiers: ["id", "arn", "cluster_id"],
    name: "cluster_id",
    properties: {
      AZMode: "az_mode",
      AutoMinorVersionUpgrade: { attribute: "auto_minor_version_upgrade", as: "boolean" },
      CacheNodeType: "node_type",
      CacheSubnetGroupName: "subnet_group_name",
      ClusterName: "cluster_id",
      Engine: "engine",
      EngineVersion: "engine_version",
      LogDeliveryConfigurations: { blocks: "log_delivery_configuration", properties: LOGS },
      NumCacheNodes: "num_cache_nodes",
      SnapshotRetentionLimit: "snapshot_retention_limit",
      Tags: TAGS,
      // a member of a replication group takes its settings from there
      Terraform: { object: { replication_group_id: "replication_group_id" } },
      TransitEncryptionEnabled: "transit_encryption_enabled",
      VpcSecurityGroupIds: "security_group_ids",
    },
  },
];
