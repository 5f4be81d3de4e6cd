import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

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
];
