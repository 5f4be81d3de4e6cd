import type { Feed, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const POLICY: Feed = { attribute: "policy", as: "json" };
const TOPICS = ["aws_sns_topic", "awscc_sns_topic"];

export const snsLenses: readonly Lens[] = [
  {
    type: "aws_sns_topic",
    canonical: "AWS::SNS::Topic",
    properties: {
      ArchivePolicy: { attribute: "archive_policy", as: "json" },
      ContentBasedDeduplication: "content_based_deduplication",
      DisplayName: "display_name",
      FifoThroughputScope: "fifo_throughput_scope",
      FifoTopic: "fifo_topic",
      KmsMasterKeyId: "kms_master_key_id",
      Tags: TAGS,
      TopicName: "name",
      TracingConfig: "tracing_config",
    },
    expand: [
      {
        blocks: "policy",
        plain: true,
        canonical: "AWS::SNS::TopicPolicy",
        parent: "Topics",
        properties: { PolicyDocument: POLICY },
      },
    ],
  },
  {
    type: "aws_sns_topic_policy",
    canonical: "AWS::SNS::TopicPolicy",
    identifiers: [],
    properties: { PolicyDocument: POLICY, Topics: { attribute: "arn", as: "list" } },
    supersedes: { into: TOPICS, by: "arn", attribute: "policy" },
  },
  {
    type: "aws_sns_topic_subscription",
    canonical: "AWS::SNS::Subscription",
    identifiers: ["arn", "id"],
    properties: {
      DeliveryPolicy: { attribute: "delivery_policy", as: "json" },
      Endpoint: "endpoint",
      FilterPolicy: { attribute: "filter_policy", as: "json" },
      FilterPolicyScope: "filter_policy_scope",
      Protocol: "protocol",
      RawMessageDelivery: "raw_message_delivery",
      RedrivePolicy: { attribute: "redrive_policy", as: "json" },
      SubscriptionRoleArn: "subscription_role_arn",
      TopicArn: "topic_arn",
    },
  },
];
