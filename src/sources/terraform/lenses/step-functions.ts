import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const stepFunctionsLenses: readonly Lens[] = [
  {
    type: "aws_sfn_state_machine",
    canonical: "AWS::StepFunctions::StateMachine",
    properties: {
      Definition: { attribute: "definition", as: "json" },
      EncryptionConfiguration: {
        block: "encryption_configuration",
        properties: {
          KmsDataKeyReusePeriodSeconds: "kms_data_key_reuse_period_seconds",
          KmsKeyId: "kms_key_id",
          Type: "type",
        },
      },
      LoggingConfiguration: {
        block: "logging_configuration",
        properties: {
          Destinations: {
            inList: true,
            object: { CloudWatchLogsLogGroup: { object: { LogGroupArn: "log_destination" } } },
          },
          IncludeExecutionData: "include_execution_data",
          Level: "level",
        },
      },
      RoleArn: "role_arn",
      StateMachineName: "name",
      StateMachineType: "type",
      Tags: TAGS,
      TracingConfiguration: { block: "tracing_configuration", properties: { Enabled: "enabled" } },
    },
  },
];
