import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const athenaLenses: readonly Lens[] = [
  {
    type: "aws_athena_workgroup",
    canonical: "AWS::Athena::WorkGroup",
    properties: {
      Description: "description",
      Name: "name",
      State: "state",
      Tags: TAGS,
      WorkGroupConfiguration: {
        block: "configuration",
        properties: {
          BytesScannedCutoffPerQuery: "bytes_scanned_cutoff_per_query",
          EnforceWorkGroupConfiguration: "enforce_workgroup_configuration",
          EngineVersion: {
            block: "engine_version",
            properties: { SelectedEngineVersion: "selected_engine_version" },
          },
          ExecutionRole: "execution_role",
          // what the provider of this version cannot switch on
          ManagedQueryResultsConfiguration: { constant: { Enabled: false } },
          PublishCloudWatchMetricsEnabled: "publish_cloudwatch_metrics_enabled",
          RequesterPaysEnabled: "requester_pays_enabled",
          ResultConfiguration: {
            block: "result_configuration",
            properties: {
              AclConfiguration: {
                block: "acl_configuration",
                properties: { S3AclOption: "s3_acl_option" },
              },
              EncryptionConfiguration: {
                block: "encryption_configuration",
                properties: { EncryptionOption: "encryption_option", KmsKey: "kms_key_arn" },
              },
              ExpectedBucketOwner: "expected_bucket_owner",
              OutputLocation: "output_location",
            },
          },
        },
      },
    },
  },
];
