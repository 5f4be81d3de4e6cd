import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

/** What watches over an account. Settings that CloudFormation does not have stay under Terraform's own names. */
export const accountBaselineLenses: readonly Lens[] = [
  {
    type: "aws_config_configuration_recorder",
    canonical: "AWS::Config::ConfigurationRecorder",
    identifiers: ["id", "name"],
    properties: {
      Name: { attribute: "name", unset: "default" },
      RecordingGroup: {
        block: "recording_group",
        properties: {
          AllSupported: { attribute: "all_supported", unset: true },
          ExclusionByResourceTypes: {
            block: "exclusion_by_resource_types",
            properties: { ResourceTypes: "resource_types" },
          },
          IncludeGlobalResourceTypes: "include_global_resource_types",
          RecordingStrategy: { block: "recording_strategy", properties: { UseOnly: "use_only" } },
          ResourceTypes: "resource_types",
        },
      },
      RecordingMode: {
        block: "recording_mode",
        properties: {
          RecordingFrequency: "recording_frequency",
          RecordingModeOverrides: {
            blocks: "recording_mode_override",
            properties: {
              Description: "description",
              RecordingFrequency: "recording_frequency",
              ResourceTypes: "resource_types",
            },
          },
        },
      },
      RoleARN: "role_arn",
      // Terraform makes a recorder that stands still until its status is a resource of its own
      StartedOnCreate: { constant: false },
    },
  },
  {
    type: "aws_config_configuration_recorder_status",
    canonical: "AWS::Config::ConfigurationRecorder",
    fold: { into: ["aws_config_configuration_recorder"], by: "name" },
    properties: { StartedOnCreate: "is_enabled" },
  },
  {
    type: "aws_config_delivery_channel",
    canonical: "AWS::Config::DeliveryChannel",
    identifiers: ["id", "name"],
    properties: {
      ConfigSnapshotDeliveryProperties: {
        block: "snapshot_delivery_properties",
        properties: { DeliveryFrequency: "delivery_frequency" },
      },
      Name: { attribute: "name", unset: "default" },
      S3BucketName: "s3_bucket_name",
      S3KeyPrefix: "s3_key_prefix",
      S3KmsKeyArn: "s3_kms_key_arn",
      SnsTopicARN: "sns_topic_arn",
    },
  },
  {
    type: "aws_guardduty_detector",
    canonical: "AWS::GuardDuty::Detector",
    identifiers: ["id", "arn"],
    properties: {
      Enable: { attribute: "enable", unset: true },
      FindingPublishingFrequency: "finding_publishing_frequency",
      Tags: TAGS,
    },
  },
  {
    type: "aws_securityhub_account",
    canonical: "AWS::SecurityHub::Hub",
    identifiers: ["id", "arn"],
    properties: {
      AutoEnableControls: { attribute: "auto_enable_controls", unset: true },
      ControlFindingGenerator: "control_finding_generator",
      EnableDefaultStandards: { attribute: "enable_default_standards", unset: true },
    },
  },
  {
    type: "aws_accessanalyzer_analyzer",
    canonical: "AWS::AccessAnalyzer::Analyzer",
    identifiers: ["id", "arn"],
    name: "analyzer_name",
    properties: {
      AnalyzerName: "analyzer_name",
      Tags: TAGS,
      Type: { attribute: "type", unset: "ACCOUNT" },
    },
  },
];
