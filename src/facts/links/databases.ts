import type { Link } from "./link.ts";

const BUCKET = ["AWS::S3::Bucket"];
const CLUSTER = ["AWS::RDS::DBCluster"];
const INSTANCE = ["AWS::RDS::DBInstance"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const VOLUME_SNAPSHOT = ["aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"];

const rdsLinks: readonly Link[] = [
  { type: "AWS::RDS::DBInstance", at: "/DBClusterIdentifier", to: CLUSTER },
  { type: "AWS::RDS::DBInstance", at: "/DBSnapshotIdentifier", to: ["AWS::RDS::DBSnapshot"] },
  { type: "AWS::RDS::DBInstance", at: "/DBSubnetGroupName", to: ["AWS::RDS::DBSubnetGroup"] },
  { type: "AWS::RDS::DBInstance", at: "/KmsKeyId", to: KEY },
  { type: "AWS::RDS::DBInstance", at: "/SourceDBClusterIdentifier", to: CLUSTER },
  { type: "AWS::RDS::DBInstance", at: "/SourceDBInstanceAutomatedBackupsArn", to: INSTANCE },
  { type: "AWS::RDS::DBInstance", at: "/SourceDBInstanceIdentifier", to: INSTANCE },
  { type: "AWS::RDS::DBInstance", at: "/SourceDbiResourceId", to: INSTANCE },
  { type: "AWS::RDS::DBCluster", at: "/GlobalClusterIdentifier", to: ["AWS::RDS::GlobalCluster"] },
  { type: "AWS::RDS::DBCluster", at: "/KmsKeyId", to: KEY },
  { type: "AWS::RDS::DBCluster", at: "/ReplicationSourceIdentifier", to: [...CLUSTER, ...INSTANCE] },
  {
    type: "AWS::RDS::DBCluster",
    at: "/SnapshotIdentifier",
    to: ["AWS::RDS::ClusterSnapshot", "AWS::RDS::DBSnapshot"],
  },
  { type: "AWS::RDS::DBCluster", at: "/SourceDBClusterIdentifier", to: CLUSTER },
  { type: "AWS::RDS::DBCluster", at: "/SourceDbClusterResourceId", to: CLUSTER },
  { type: "AWS::RDS::GlobalCluster", at: "/SourceDBClusterIdentifier", to: CLUSTER },
  { type: "AWS::RDS::DBSubnetGroup", at: "/SubnetIds/*", to: ["AWS::EC2::Subnet"] },
  { type: "AWS::RDS::DBSnapshot", at: "/DBInstanceIdentifier", to: INSTANCE },
  { type: "AWS::RDS::ClusterSnapshot", at: "/DBClusterIdentifier", to: CLUSTER },
  { type: "aws_db_snapshot_copy", at: "/source_db_snapshot_identifier", to: ["AWS::RDS::DBSnapshot"] },
  {
    type: "aws_rds_cluster_snapshot_copy",
    at: "/source_db_cluster_snapshot_identifier",
    to: ["AWS::RDS::ClusterSnapshot"],
  },
];

export const databaseLinks: readonly Link[] = [
  ...rdsLinks,
  { type: "AWS::DocDB::DBCluster", at: "/KmsKeyId", to: KEY },
  { type: "AWS::DocDB::DBCluster", at: "/SnapshotIdentifier", to: ["aws_docdb_cluster_snapshot"] },
  { type: "AWS::DocDB::DBCluster", at: "/SourceDBClusterIdentifier", to: ["AWS::DocDB::DBCluster"] },
  { type: "aws_docdb_cluster_snapshot", at: "/db_cluster_identifier", to: ["AWS::DocDB::DBCluster"] },
  { type: "AWS::Neptune::DBCluster", at: "/KmsKeyId", to: KEY },
  { type: "AWS::Neptune::DBCluster", at: "/SnapshotIdentifier", to: ["aws_neptune_cluster_snapshot"] },
  { type: "AWS::Neptune::DBCluster", at: "/SourceDBClusterIdentifier", to: ["AWS::Neptune::DBCluster"] },
  { type: "aws_neptune_cluster_snapshot", at: "/db_cluster_identifier", to: ["AWS::Neptune::DBCluster"] },
  {
    type: "AWS::Redshift::Cluster",
    at: "/ClusterParameterGroupName",
    to: ["AWS::Redshift::ClusterParameterGroup"],
  },
  { type: "AWS::Redshift::Cluster", at: "/KmsKeyId", to: KEY },
  { type: "AWS::Redshift::Cluster", at: "/LoggingProperties/BucketName", to: BUCKET },
  { type: "AWS::Redshift::Cluster", at: "/SnapshotIdentifier", to: ["aws_redshift_cluster_snapshot"] },
  { type: "aws_redshift_cluster_snapshot", at: "/cluster_identifier", to: ["AWS::Redshift::Cluster"] },
  { type: "AWS::RedshiftServerless::Namespace", at: "/KmsKeyId", to: KEY },
  {
    type: "AWS::RedshiftServerless::Workgroup",
    at: "/NamespaceName",
    to: ["AWS::RedshiftServerless::Namespace"],
  },
  { type: "AWS::ElastiCache::ReplicationGroup", at: "/KmsKeyId", to: KEY },
  {
    type: "AWS::ElastiCache::CacheCluster",
    at: "/Terraform/replication_group_id",
    to: ["AWS::ElastiCache::ReplicationGroup"],
  },
  { type: "AWS::EFS::FileSystem", at: "/KmsKeyId", to: KEY },
  { type: "AWS::FSx::FileSystem", at: "/KmsKeyId", to: KEY },
  { type: "AWS::EC2::Volume", at: "/KmsKeyId", to: KEY },
  { type: "AWS::EC2::Volume", at: "/SnapshotId", to: VOLUME_SNAPSHOT },
  { type: "aws_ebs_snapshot", at: "/volume_id", to: ["AWS::EC2::Volume"] },
  { type: "AWS::Elasticsearch::Domain", at: "/EncryptionAtRestOptions/KmsKeyId", to: KEY },
  { type: "AWS::OpenSearchService::Domain", at: "/EncryptionAtRestOptions/KmsKeyId", to: KEY },
  {
    type: "AWS::S3Express::DirectoryBucket",
    at: "/BucketEncryption/ServerSideEncryptionConfiguration/*/ServerSideEncryptionByDefault/KMSMasterKeyID",
    to: KEY,
  },
];
