import type { Link } from "./link.ts";

const BUCKET = ["AWS::S3::Bucket"];
const CONFIGURATION = ["AWS::Glue::SecurityConfiguration"];
const DATA_SET = ["AWS::QuickSight::DataSet"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const ROLE = ["AWS::IAM::Role"];
const SUBNET = ["AWS::EC2::Subnet"];

const CATALOG = "/DataCatalogEncryptionSettings";
const GLUE_ENCRYPTION = "/EncryptionConfiguration";

export const analyticsLinks: readonly Link[] = [
  {
    type: "AWS::Athena::WorkGroup",
    at: "/WorkGroupConfiguration/ResultConfiguration/EncryptionConfiguration/KmsKey",
    to: KEY,
  },
  {
    type: "AWS::Athena::WorkGroup",
    at: "/WorkGroupConfiguration/ManagedQueryResultsConfiguration/EncryptionConfiguration/KmsKey",
    to: KEY,
  },
  { type: "AWS::DMS::ReplicationInstance", at: "/KmsKeyId", to: KEY },
  { type: "AWS::EMR::Cluster", at: "/Instances/Ec2SubnetId", to: SUBNET },
  { type: "AWS::EMR::Cluster", at: "/Instances/Ec2SubnetIds/*", to: SUBNET },
  { type: "AWS::EMR::Cluster", at: "/SecurityConfiguration", to: ["AWS::EMR::SecurityConfiguration"] },
  {
    type: "AWS::Glue::DataCatalogEncryptionSettings",
    at: `${CATALOG}/EncryptionAtRest/SseAwsKmsKeyId`,
    to: KEY,
  },
  {
    type: "AWS::Glue::DataCatalogEncryptionSettings",
    at: `${CATALOG}/ConnectionPasswordEncryption/KmsKeyId`,
    to: KEY,
  },
  { type: "AWS::Glue::Job", at: "/Role", to: ROLE },
  { type: "AWS::Glue::Job", at: "/SecurityConfiguration", to: CONFIGURATION },
  { type: "AWS::Glue::Crawler", at: "/Role", to: ROLE },
  { type: "AWS::Glue::Crawler", at: "/CrawlerSecurityConfiguration", to: CONFIGURATION },
  { type: "AWS::Glue::DevEndpoint", at: "/RoleArn", to: ROLE },
  { type: "AWS::Glue::DevEndpoint", at: "/SecurityConfiguration", to: CONFIGURATION },
  { type: "AWS::Glue::SecurityConfiguration", at: `${GLUE_ENCRYPTION}/S3Encryptions/*/KmsKeyArn`, to: KEY },
  {
    type: "AWS::Glue::SecurityConfiguration",
    at: `${GLUE_ENCRYPTION}/CloudWatchEncryption/KmsKeyArn`,
    to: KEY,
  },
  {
    type: "AWS::Glue::SecurityConfiguration",
    at: `${GLUE_ENCRYPTION}/JobBookmarksEncryption/KmsKeyArn`,
    to: KEY,
  },
  { type: "AWS::HealthImaging::Datastore", at: "/KmsKeyArn", to: KEY },
  { type: "AWS::HealthLake::FHIRDatastore", at: "/SseConfiguration/KmsEncryptionConfig/KmsKeyId", to: KEY },
  { type: "AWS::Kinesis::Stream", at: "/StreamEncryption/KeyId", to: KEY },
  {
    type: "AWS::KinesisFirehose::DeliveryStream",
    at: "/DeliveryStreamEncryptionConfigurationInput/KeyARN",
    to: KEY,
  },
  { type: "AWS::QuickSight::DataSet", at: "/RowLevelPermissionDataSet/Arn", to: DATA_SET },
  { type: "aws_quicksight_key_registration", at: "/key_registration/*/key_arn", to: KEY },
  { type: "AWS::S3Tables::TableBucket", at: "/EncryptionConfiguration/KMSKeyArn", to: KEY },
  {
    type: "AWS::S3Tables::TableBucketPolicy",
    at: "/TableBucketARN",
    to: ["AWS::S3Tables::TableBucket"],
  },
  { type: "AWS::DataSync::LocationS3", at: "/S3BucketArn", to: BUCKET },
];
