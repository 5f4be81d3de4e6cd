import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const lambdaLenses: readonly Lens[] = [
  {
    type: "aws_lambda_function",
    canonical: "AWS::Lambda::Function",
    identifiers: ["arn", "function_name", "id", "invoke_arn", "qualified_arn"],
    name: "function_name",
    properties: {
      Architectures: "architectures",
      Code: {
        object: {
          ImageUri: "image_uri",
          S3Bucket: "s3_bucket",
          S3Key: "s3_key",
          S3ObjectVersion: "s3_object_version",
        },
      },
      CodeSigningConfigArn: "code_signing_config_arn",
      DeadLetterConfig: { block: "dead_letter_config", properties: { TargetArn: "target_arn" } },
      Description: "description",
      Environment: { block: "environment", properties: { Variables: "variables" } },
      EphemeralStorage: { block: "ephemeral_storage", properties: { Size: "size" } },
      FileSystemConfigs: {
        blocks: "file_system_config",
        properties: { Arn: "arn", LocalMountPath: "local_mount_path" },
      },
      FunctionName: "function_name",
      Handler: "handler",
      KmsKeyArn: "kms_key_arn",
      Layers: "layers",
      LoggingConfig: {
        block: "logging_config",
        properties: {
          ApplicationLogLevel: "application_log_level",
          LogFormat: "log_format",
          LogGroup: "log_group",
          SystemLogLevel: "system_log_level",
        },
      },
      MemorySize: "memory_size",
      PackageType: "package_type",
      // -1 when nothing is reserved
      ReservedConcurrentExecutions: "reserved_concurrent_executions",
      Role: "role",
      Runtime: "runtime",
      SnapStart: { block: "snap_start", properties: { ApplyOn: "apply_on" } },
      Tags: TAGS,
      Timeout: "timeout",
      TracingConfig: { block: "tracing_config", properties: { Mode: "mode" } },
      VpcConfig: {
        block: "vpc_config",
        properties: {
          Ipv6AllowedForDualStack: "ipv6_allowed_for_dual_stack",
          SecurityGroupIds: "security_group_ids",
          SubnetIds: "subnet_ids",
        },
      },
    },
  },
  {
    type: "aws_lambda_alias",
    canonical: "AWS::Lambda::Alias",
    identifiers: ["arn", "id", "invoke_arn"],
    properties: { FunctionName: "function_name", FunctionVersion: "function_version", Name: "name" },
  },
  {
    type: "aws_lambda_event_source_mapping",
    canonical: "AWS::Lambda::EventSourceMapping",
    identifiers: ["id", "arn", "uuid"],
    properties: {
      BatchSize: "batch_size",
      BisectBatchOnFunctionError: "bisect_batch_on_function_error",
      DestinationConfig: {
        block: "destination_config",
        properties: { OnFailure: { block: "on_failure", properties: { Destination: "destination_arn" } } },
      },
      DocumentDBEventSourceConfig: {
        block: "document_db_event_source_config",
        properties: {
          CollectionName: "collection_name",
          DatabaseName: "database_name",
          FullDocument: "full_document",
        },
      },
      Enabled: "enabled",
      EventSourceArn: "event_source_arn",
      FilterCriteria: {
        block: "filter_criteria",
        properties: { Filters: { blocks: "filter", properties: { Pattern: "pattern" } } },
      },
      FunctionName: "function_name",
      KmsKeyArn: "kms_key_arn",
      MaximumRecordAgeInSeconds: "maximum_record_age_in_seconds",
      MaximumRetryAttempts: "maximum_retry_attempts",
      StartingPosition: "starting_position",
      Tags: TAGS,
    },
  },
  {
    type: "aws_lambda_function_event_invoke_config",
    canonical: "AWS::Lambda::EventInvokeConfig",
    identifiers: ["id"],
    properties: {
      DestinationConfig: {
        block: "destination_config",
        properties: {
          OnFailure: { block: "on_failure", properties: { Destination: "destination" } },
          OnSuccess: { block: "on_success", properties: { Destination: "destination" } },
        },
      },
      FunctionName: "function_name",
      MaximumEventAgeInSeconds: "maximum_event_age_in_seconds",
      MaximumRetryAttempts: "maximum_retry_attempts",
      Qualifier: "qualifier",
    },
  },
  {
    type: "aws_lambda_permission",
    canonical: "AWS::Lambda::Permission",
    identifiers: ["id"],
    properties: {
      Action: "action",
      EventSourceToken: "event_source_token",
      FunctionName: "function_name",
      FunctionUrlAuthType: "function_url_auth_type",
      Principal: "principal",
      PrincipalOrgID: "principal_org_id",
      SourceAccount: "source_account",
      SourceArn: "source_arn",
    },
  },
  {
    type: "aws_lambda_function_url",
    canonical: "AWS::Lambda::Url",
    identifiers: ["id", "function_url"],
    properties: {
      AuthType: "authorization_type",
      Cors: {
        block: "cors",
        properties: {
          AllowCredentials: "allow_credentials",
          AllowHeaders: "allow_headers",
          AllowMethods: "allow_methods",
          AllowOrigins: "allow_origins",
          ExposeHeaders: "expose_headers",
          MaxAge: "max_age",
        },
      },
      InvokeMode: "invoke_mode",
      Qualifier: "qualifier",
      TargetFunctionArn: "function_name",
    },
  },
];
