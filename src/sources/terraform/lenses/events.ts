import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const eventLenses: readonly Lens[] = [
  {
    type: "aws_cloudwatch_event_rule",
    canonical: "AWS::Events::Rule",
    properties: {
      Description: "description",
      EventBusName: "event_bus_name",
      EventPattern: { attribute: "event_pattern", as: "json" },
      Name: "name",
      RoleArn: "role_arn",
      ScheduleExpression: "schedule_expression",
      // is_enabled was there before state
      State: {
        first: ["state", { attribute: "is_enabled", as: { values: { true: "ENABLED", false: "DISABLED" } } }],
      },
      Tags: TAGS,
    },
  },
  {
    type: "aws_cloudwatch_event_target",
    canonical: "AWS::Events::Rule",
    fold: { into: ["aws_cloudwatch_event_rule", "awscc_events_rule"], by: "rule" },
    properties: {
      Targets: {
        inList: true,
        object: {
          Arn: "arn",
          DeadLetterConfig: { block: "dead_letter_config", properties: { Arn: "arn" } },
          Id: "target_id",
          Input: "input",
          InputPath: "input_path",
          RoleArn: "role_arn",
        },
      },
    },
  },
  {
    type: "aws_scheduler_schedule",
    canonical: "AWS::Scheduler::Schedule",
    properties: {
      Description: "description",
      EndDate: "end_date",
      FlexibleTimeWindow: {
        block: "flexible_time_window",
        properties: { MaximumWindowInMinutes: "maximum_window_in_minutes", Mode: "mode" },
      },
      GroupName: "group_name",
      KmsKeyArn: "kms_key_arn",
      Name: "name",
      ScheduleExpression: "schedule_expression",
      ScheduleExpressionTimezone: "schedule_expression_timezone",
      StartDate: "start_date",
      State: "state",
      Target: {
        block: "target",
        properties: {
          Arn: "arn",
          DeadLetterConfig: { block: "dead_letter_config", properties: { Arn: "arn" } },
          Input: "input",
          RoleArn: "role_arn",
        },
      },
    },
  },
];
