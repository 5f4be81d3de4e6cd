import type { Lens } from "../lens.ts";

export const pipesLenses: readonly Lens[] = [
  {
    type: "aws_pipes_pipe",
    canonical: "AWS::Pipes::Pipe",
    properties: {
      Description: "description",
      DesiredState: { attribute: "desired_state", unset: "RUNNING" },
      Enrichment: "enrichment",
      KmsKeyIdentifier: "kms_key_identifier",
      Name: "name",
      RoleArn: "role_arn",
      Source: "source",
      SourceParameters: {
        block: "source_parameters",
        properties: {
          DynamoDBStreamParameters: {
            block: "dynamodb_stream_parameters",
            properties: {
              DeadLetterConfig: { block: "dead_letter_config", properties: { Arn: "arn" } },
              MaximumRecordAgeInSeconds: "maximum_record_age_in_seconds",
              MaximumRetryAttempts: "maximum_retry_attempts",
              StartingPosition: "starting_position",
            },
          },
        },
      },
      Tags: "tags",
      Target: "target",
    },
  },
];
