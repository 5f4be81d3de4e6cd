import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const kinesisLenses: readonly Lens[] = [
  {
    type: "aws_kinesis_stream",
    canonical: "AWS::Kinesis::Stream",
    properties: {
      DesiredShardLevelMetrics: "shard_level_metrics",
      Name: "name",
      RetentionPeriodHours: "retention_period",
      ShardCount: "shard_count",
      StreamEncryption: { object: { EncryptionType: "encryption_type", KeyId: "kms_key_id" } },
      StreamModeDetails: { block: "stream_mode_details", properties: { StreamMode: "stream_mode" } },
      Tags: TAGS,
    },
  },
  {
    type: "aws_kinesis_resource_policy",
    canonical: "AWS::Kinesis::ResourcePolicy",
    identifiers: [],
    properties: { ResourceArn: "resource_arn", ResourcePolicy: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_kinesis_firehose_delivery_stream",
    canonical: "AWS::KinesisFirehose::DeliveryStream",
    properties: {
      DeliveryStreamEncryptionConfigurationInput: {
        object: { KeyARN: "server_side_encryption.key_arn", KeyType: "server_side_encryption.key_type" },
        ifTrue: "server_side_encryption.enabled",
      },
      DeliveryStreamName: "name",
      KinesisStreamSourceConfiguration: {
        block: "kinesis_source_configuration",
        properties: { KinesisStreamARN: "kinesis_stream_arn", RoleARN: "role_arn" },
      },
      MSKSourceConfiguration: {
        block: "msk_source_configuration",
        properties: { MSKClusterARN: "msk_cluster_arn", TopicName: "topic_name" },
      },
      Tags: TAGS,
    },
  },
];
