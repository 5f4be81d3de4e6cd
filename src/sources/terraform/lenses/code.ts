import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const ARTIFACTS: Feeds = {
  ArtifactIdentifier: "artifact_identifier",
  EncryptionDisabled: { attribute: "encryption_disabled", unset: false },
  Location: "location",
  Name: "name",
  Packaging: "packaging",
  Path: "path",
  Type: "type",
};

const SOURCE: Feeds = {
  Auth: { block: "auth", properties: { Resource: "resource", Type: "type" } },
  BuildSpec: "buildspec",
  GitCloneDepth: "git_clone_depth",
  InsecureSsl: { attribute: "insecure_ssl", unset: false },
  Location: "location",
  ReportBuildStatus: "report_build_status",
  Type: "type",
};

const codeBuild: Lens = {
  type: "aws_codebuild_project",
  canonical: "AWS::CodeBuild::Project",
  properties: {
    Artifacts: { block: "artifacts", properties: ARTIFACTS },
    BadgeEnabled: "badge_enabled",
    Cache: { block: "cache", properties: { Location: "location", Modes: "modes", Type: "type" } },
    ConcurrentBuildLimit: "concurrent_build_limit",
    Description: "description",
    EncryptionKey: "encryption_key",
    Environment: {
      block: "environment",
      properties: {
        Certificate: "certificate",
        ComputeType: "compute_type",
        EnvironmentVariables: {
          blocks: "environment_variable",
          properties: { Name: "name", Type: { attribute: "type", unset: "PLAINTEXT" }, Value: "value" },
        },
        Image: "image",
        ImagePullCredentialsType: "image_pull_credentials_type",
        PrivilegedMode: { attribute: "privileged_mode", unset: false },
        Type: "type",
      },
    },
    LogsConfig: {
      block: "logs_config",
      properties: {
        CloudWatchLogs: {
          block: "cloudwatch_logs",
          properties: {
            GroupName: "group_name",
            Status: { attribute: "status", unset: "ENABLED" },
            StreamName: "stream_name",
          },
        },
        S3Logs: {
          block: "s3_logs",
          properties: {
            EncryptionDisabled: { attribute: "encryption_disabled", unset: false },
            Location: "location",
            Status: { attribute: "status", unset: "DISABLED" },
          },
        },
      },
    },
    Name: "name",
    SecondaryArtifacts: { blocks: "secondary_artifacts", properties: ARTIFACTS },
    SecondarySources: {
      blocks: "secondary_sources",
      properties: { ...SOURCE, SourceIdentifier: "source_identifier" },
    },
    ServiceRole: "service_role",
    Source: { block: "source", properties: SOURCE },
    SourceVersion: "source_version",
    Tags: TAGS,
    Visibility: { attribute: "project_visibility", unset: "PRIVATE" },
    VpcConfig: {
      block: "vpc_config",
      properties: { SecurityGroupIds: "security_group_ids", Subnets: "subnets", VpcId: "vpc_id" },
    },
  },
};

const ACTION: Feeds = {
  ActionTypeId: {
    object: { Category: "category", Owner: "owner", Provider: "provider", Version: "version" },
  },
  Configuration: "configuration",
  Name: "name",
  Namespace: "namespace",
  Region: "region",
  RoleArn: "role_arn",
  RunOrder: { attribute: "run_order", unset: 1 },
};

const ARTIFACT_STORE: Feeds = {
  EncryptionKey: { block: "encryption_key", properties: { Id: "id", Type: "type" } },
  Location: "location",
  Type: "type",
};

const codePipeline: Lens = {
  type: "aws_codepipeline",
  canonical: "AWS::CodePipeline::Pipeline",
  properties: {
    // CloudFormation has one property for a pipeline in one region and one for several; Terraform's list feeds both
    ArtifactStore: { block: "artifact_store", properties: ARTIFACT_STORE },
    ArtifactStores: {
      blocks: "artifact_store",
      properties: { ArtifactStore: { object: ARTIFACT_STORE }, Region: "region" },
    },
    ExecutionMode: "execution_mode",
    Name: "name",
    PipelineType: "pipeline_type",
    RoleArn: "role_arn",
    Stages: {
      blocks: "stage",
      properties: { Actions: { blocks: "action", properties: ACTION }, Name: "name" },
    },
    Tags: TAGS,
  },
};

export const codeLenses: readonly Lens[] = [
  codeBuild,
  codePipeline,
  {
    type: "aws_codebuild_source_credential",
    canonical: "AWS::CodeBuild::SourceCredential",
    identifiers: ["id", "arn"],
    properties: {
      AuthType: "auth_type",
      ServerType: "server_type",
      Token: "token",
      Username: "user_name",
    },
  },
  {
    type: "aws_codebuild_report_group",
    canonical: "AWS::CodeBuild::ReportGroup",
    properties: {
      DeleteReports: "delete_reports",
      ExportConfig: {
        block: "export_config",
        properties: {
          ExportConfigType: "type",
          S3Destination: {
            block: "s3_destination",
            properties: {
              Bucket: "bucket",
              EncryptionDisabled: "encryption_disabled",
              EncryptionKey: "encryption_key",
              Packaging: "packaging",
              Path: "path",
            },
          },
        },
      },
      Name: "name",
      Tags: TAGS,
      Type: "type",
    },
  },
  {
    type: "aws_codecommit_repository",
    canonical: "AWS::CodeCommit::Repository",
    identifiers: ["id", "arn", "repository_name"],
    name: "repository_name",
    properties: {
      KmsKeyId: "kms_key_id",
      RepositoryDescription: "description",
      RepositoryName: "repository_name",
      Tags: TAGS,
    },
  },
];
