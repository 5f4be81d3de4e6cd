import type { Link } from "./link.ts";

const BUCKET = ["AWS::S3::Bucket"];
const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const LOG_GROUP = ["AWS::Logs::LogGroup"];
const ROLE = ["AWS::IAM::Role"];
const SECRET = ["AWS::SecretsManager::Secret"];
const VAULT = ["AWS::Backup::BackupVault", "AWS::Backup::LogicallyAirGappedBackupVault"];

const PIPELINE = "AWS::CodePipeline::Pipeline";
const PROJECT = "AWS::CodeBuild::Project";
const TRAIL = "AWS::CloudTrail::Trail";

export const governanceLinks: readonly Link[] = [
  { type: "AWS::Logs::LogGroup", at: "/KmsKeyId", to: KEY },

  { type: TRAIL, at: "/KMSKeyId", to: KEY },
  { type: TRAIL, at: "/S3BucketName", to: BUCKET },
  { type: TRAIL, at: "/CloudWatchLogsLogGroupArn", to: LOG_GROUP },
  { type: TRAIL, at: "/CloudWatchLogsRoleArn", to: ROLE },
  { type: "AWS::CloudTrail::EventDataStore", at: "/KmsKeyId", to: KEY },
  { type: "AWS::Config::DeliveryChannel", at: "/S3BucketName", to: BUCKET },
  { type: "AWS::Config::DeliveryChannel", at: "/S3KmsKeyArn", to: KEY },
  { type: "AWS::Config::ConfigurationRecorder", at: "/RoleARN", to: ROLE },

  { type: "AWS::Backup::BackupVault", at: "/EncryptionKeyArn", to: KEY },
  { type: "AWS::Backup::BackupPlan", at: "/BackupPlan/BackupPlanRule/*/TargetBackupVault", to: VAULT },
  { type: "AWS::Backup::BackupSelection", at: "/BackupPlanId", to: ["AWS::Backup::BackupPlan"] },
  { type: "AWS::Backup::BackupSelection", at: "/BackupSelection/IamRoleArn", to: ROLE },

  { type: PIPELINE, at: "/ArtifactStore/EncryptionKey/Id", to: KEY },
  { type: PIPELINE, at: "/ArtifactStore/Location", to: BUCKET },
  { type: PIPELINE, at: "/ArtifactStores/*/ArtifactStore/EncryptionKey/Id", to: KEY },
  { type: PIPELINE, at: "/ArtifactStores/*/ArtifactStore/Location", to: BUCKET },
  { type: PIPELINE, at: "/RoleArn", to: ROLE },
  { type: PROJECT, at: "/EncryptionKey", to: KEY },
  { type: PROJECT, at: "/LogsConfig/CloudWatchLogs/GroupName", to: LOG_GROUP },
  { type: PROJECT, at: "/ServiceRole", to: ROLE },
  { type: "AWS::CodeCommit::Repository", at: "/KmsKeyId", to: KEY },
  {
    type: "aws_codecommit_approval_rule_template_association",
    at: "/repository_name",
    to: ["AWS::CodeCommit::Repository"],
  },

  { type: "AWS::SecretsManager::Secret", at: "/KmsKeyId", to: KEY },
  { type: "AWS::SecretsManager::Secret", at: "/ReplicaRegions/*/KmsKeyId", to: KEY },
  { type: "AWS::SecretsManager::RotationSchedule", at: "/SecretId", to: SECRET },
  { type: "AWS::SecretsManager::ResourcePolicy", at: "/SecretId", to: SECRET },
];
