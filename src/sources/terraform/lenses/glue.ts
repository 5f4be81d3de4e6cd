import type { Lens } from "../lens.ts";

export const glueLenses: readonly Lens[] = [
  {
    type: "aws_glue_job",
    canonical: "AWS::Glue::Job",
    properties: {
      Command: {
        block: "command",
        properties: {
          Name: "name",
          PythonVersion: "python_version",
          Runtime: "runtime",
          ScriptLocation: "script_location",
        },
      },
      Connections: { object: { Connections: "connections" } },
      DefaultArguments: "default_arguments",
      Description: "description",
      ExecutionClass: "execution_class",
      GlueVersion: "glue_version",
      MaxRetries: "max_retries",
      Name: "name",
      NonOverridableArguments: "non_overridable_arguments",
      NumberOfWorkers: "number_of_workers",
      Role: "role_arn",
      SecurityConfiguration: "security_configuration",
      Tags: "tags_all",
      Timeout: "timeout",
      WorkerType: "worker_type",
    },
  },
  {
    type: "aws_glue_crawler",
    canonical: "AWS::Glue::Crawler",
    properties: {
      CrawlerSecurityConfiguration: "security_configuration",
      DatabaseName: "database_name",
      Description: "description",
      LakeFormationConfiguration: {
        block: "lake_formation_configuration",
        properties: {
          AccountId: "account_id",
          UseLakeFormationCredentials: "use_lake_formation_credentials",
        },
      },
      Name: "name",
      Role: "role",
      TablePrefix: "table_prefix",
      Tags: "tags_all",
    },
  },
  {
    type: "aws_glue_dev_endpoint",
    canonical: "AWS::Glue::DevEndpoint",
    properties: {
      EndpointName: "name",
      GlueVersion: "glue_version",
      PublicKey: "public_key",
      PublicKeys: "public_keys",
      RoleArn: "role_arn",
      SecurityConfiguration: "security_configuration",
      SecurityGroupIds: "security_group_ids",
      SubnetId: "subnet_id",
      Tags: "tags_all",
      WorkerType: "worker_type",
    },
  },
  {
    type: "aws_glue_security_configuration",
    canonical: "AWS::Glue::SecurityConfiguration",
    properties: {
      EncryptionConfiguration: {
        block: "encryption_configuration",
        properties: {
          CloudWatchEncryption: {
            block: "cloudwatch_encryption",
            properties: {
              CloudWatchEncryptionMode: "cloudwatch_encryption_mode",
              KmsKeyArn: "kms_key_arn",
            },
          },
          JobBookmarksEncryption: {
            block: "job_bookmarks_encryption",
            properties: {
              JobBookmarksEncryptionMode: "job_bookmarks_encryption_mode",
              KmsKeyArn: "kms_key_arn",
            },
          },
          S3Encryptions: {
            blocks: "s3_encryption",
            properties: { KmsKeyArn: "kms_key_arn", S3EncryptionMode: "s3_encryption_mode" },
          },
        },
      },
      Name: "name",
    },
  },
  {
    type: "aws_glue_data_catalog_encryption_settings",
    canonical: "AWS::Glue::DataCatalogEncryptionSettings",
    properties: {
      CatalogId: "catalog_id",
      DataCatalogEncryptionSettings: {
        block: "data_catalog_encryption_settings",
        properties: {
          ConnectionPasswordEncryption: {
            block: "connection_password_encryption",
            properties: {
              KmsKeyId: "aws_kms_key_id",
              ReturnConnectionPasswordEncrypted: "return_connection_password_encrypted",
            },
          },
          EncryptionAtRest: {
            block: "encryption_at_rest",
            properties: {
              CatalogEncryptionMode: "catalog_encryption_mode",
              CatalogEncryptionServiceRole: "catalog_encryption_service_role",
              SseAwsKmsKeyId: "sse_aws_kms_key_id",
            },
          },
        },
      },
    },
  },
  {
    type: "aws_glue_connection",
    canonical: "AWS::Glue::Connection",
    properties: {
      CatalogId: "catalog_id",
      ConnectionInput: {
        object: {
          ConnectionProperties: "connection_properties",
          ConnectionType: "connection_type",
          Description: "description",
          Name: "name",
        },
      },
    },
  },
];
