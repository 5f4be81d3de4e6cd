import type { Feed, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const POLICY: Feed = { attribute: "policy", as: "json" };
const QUEUES = ["aws_sqs_queue", "awscc_sqs_queue"];

export const sqsLenses: readonly Lens[] = [
  {
    type: "aws_sqs_queue",
    canonical: "AWS::SQS::Queue",
    identifiers: ["id", "arn", "name", "url"],
    properties: {
      ContentBasedDeduplication: "content_based_deduplication",
      DeduplicationScope: "deduplication_scope",
      DelaySeconds: "delay_seconds",
      FifoQueue: "fifo_queue",
      FifoThroughputLimit: "fifo_throughput_limit",
      KmsDataKeyReusePeriodSeconds: "kms_data_key_reuse_period_seconds",
      KmsMasterKeyId: "kms_master_key_id",
      MaximumMessageSize: "max_message_size",
      MessageRetentionPeriod: "message_retention_seconds",
      QueueName: "name",
      ReceiveMessageWaitTimeSeconds: "receive_wait_time_seconds",
      RedriveAllowPolicy: { attribute: "redrive_allow_policy", as: "json" },
      RedrivePolicy: { attribute: "redrive_policy", as: "json" },
      SqsManagedSseEnabled: "sqs_managed_sse_enabled",
      Tags: TAGS,
      VisibilityTimeout: "visibility_timeout_seconds",
    },
    expand: [
      {
        blocks: "policy",
        plain: true,
        canonical: "AWS::SQS::QueuePolicy",
        parent: "Queues",
        properties: { PolicyDocument: POLICY },
      },
    ],
  },
  {
    type: "aws_sqs_queue_policy",
    canonical: "AWS::SQS::QueuePolicy",
    identifiers: [],
    properties: { PolicyDocument: POLICY, Queues: { attribute: "queue_url", as: "list" } },
    supersedes: { into: QUEUES, by: "queue_url", attribute: "policy" },
  },
  {
    type: "aws_sqs_queue_redrive_policy",
    canonical: "AWS::SQS::Queue",
    fold: { into: QUEUES, by: "queue_url" },
    properties: { RedrivePolicy: { attribute: "redrive_policy", as: "json" } },
    supersedes: { into: QUEUES, by: "queue_url", attribute: "redrive_policy" },
  },
];
