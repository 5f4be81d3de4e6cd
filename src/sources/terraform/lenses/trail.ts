import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const ADVANCED_SELECTORS: Feeds = {
  FieldSelectors: {
    blocks: "field_selector",
    properties: {
      EndsWith: "ends_with",
      Equals: "equals",
      Field: "field",
      NotEndsWith: "not_ends_with",
      NotEquals: "not_equals",
      NotStartsWith: "not_starts_with",
      StartsWith: "starts_with",
    },
  },
  Name: "name",
};

export const trailLenses: readonly Lens[] = [
  {
    type: "aws_cloudtrail",
    canonical: "AWS::CloudTrail::Trail",
    properties: {
      AdvancedEventSelectors: { blocks: "advanced_event_selector", properties: ADVANCED_SELECTORS },
      CloudWatchLogsLogGroupArn: "cloud_watch_logs_group_arn",
      CloudWatchLogsRoleArn: "cloud_watch_logs_role_arn",
      EnableLogFileValidation: { attribute: "enable_log_file_validation", unset: false },
      EventSelectors: {
        blocks: "event_selector",
        properties: {
          DataResources: { blocks: "data_resource", properties: { Type: "type", Values: "values" } },
          ExcludeManagementEventSources: "exclude_management_event_sources",
          IncludeManagementEvents: { attribute: "include_management_events", unset: true },
          ReadWriteType: { attribute: "read_write_type", unset: "All" },
        },
      },
      IncludeGlobalServiceEvents: { attribute: "include_global_service_events", unset: true },
      IsLogging: { attribute: "enable_logging", unset: true },
      IsMultiRegionTrail: { attribute: "is_multi_region_trail", unset: false },
      IsOrganizationTrail: { attribute: "is_organization_trail", unset: false },
      KMSKeyId: "kms_key_id",
      S3BucketName: "s3_bucket_name",
      S3KeyPrefix: "s3_key_prefix",
      SnsTopicName: "sns_topic_name",
      Tags: TAGS,
      TrailName: "name",
    },
  },
  {
    type: "aws_cloudtrail_event_data_store",
    canonical: "AWS::CloudTrail::EventDataStore",
    identifiers: ["id", "arn"],
    properties: {
      AdvancedEventSelectors: { blocks: "advanced_event_selector", properties: ADVANCED_SELECTORS },
      BillingMode: { attribute: "billing_mode", unset: "EXTENDABLE_RETENTION_PRICING" },
      IngestionEnabled: {
        attribute: "suspend",
        as: { values: { true: false, false: true } },
        unset: true,
      },
      KmsKeyId: "kms_key_id",
      MultiRegionEnabled: { attribute: "multi_region_enabled", unset: true },
      Name: "name",
      OrganizationEnabled: { attribute: "organization_enabled", unset: false },
      RetentionPeriod: { attribute: "retention_period", unset: 2555 },
      Tags: TAGS,
      TerminationProtectionEnabled: { attribute: "termination_protection_enabled", unset: true },
    },
  },
];
