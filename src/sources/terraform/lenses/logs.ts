import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const GROUPS = { into: ["aws_cloudwatch_log_group", "awscc_logs_log_group"], by: "log_group_name" };

export const logLenses: readonly Lens[] = [
  {
    type: "aws_cloudwatch_log_group",
    canonical: "AWS::Logs::LogGroup",
    properties: {
      KmsKeyId: "kms_key_id",
      LogGroupClass: { attribute: "log_group_class", unset: "STANDARD" },
      LogGroupName: { attribute: "name", computed: true },
      // 0 is Terraform's word for logs that never expire; CloudFormation leaves the property out
      RetentionInDays: "retention_in_days",
      Tags: TAGS,
    },
  },
  {
    type: "aws_cloudwatch_log_data_protection_policy",
    canonical: "AWS::Logs::LogGroup",
    fold: GROUPS,
    properties: { DataProtectionPolicy: { attribute: "policy_document", as: "json" } },
  },
  {
    type: "aws_cloudwatch_log_resource_policy",
    canonical: "AWS::Logs::ResourcePolicy",
    identifiers: ["id"],
    properties: { PolicyDocument: { attribute: "policy_document", as: "json" }, PolicyName: "policy_name" },
  },
];
