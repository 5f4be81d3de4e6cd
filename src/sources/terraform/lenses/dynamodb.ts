import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const INDEX: Feeds = {
  IndexName: "name",
  Projection: { object: { NonKeyAttributes: "non_key_attributes", ProjectionType: "projection_type" } },
};

export const dynamodbLenses: readonly Lens[] = [
  {
    type: "aws_dynamodb_table",
    canonical: "AWS::DynamoDB::Table",
    identifiers: ["id", "arn", "name", "stream_arn"],
    properties: {
      AttributeDefinitions: {
        blocks: "attribute",
        properties: { AttributeName: "name", AttributeType: "type" },
      },
      BillingMode: "billing_mode",
      DeletionProtectionEnabled: "deletion_protection_enabled",
      GlobalSecondaryIndexes: { blocks: "global_secondary_index", properties: INDEX },
      KeySchema: {
        list: [
          { object: { AttributeName: "hash_key", KeyType: { constant: "HASH", when: "hash_key" } } },
          { object: { AttributeName: "range_key", KeyType: { constant: "RANGE", when: "range_key" } } },
        ],
      },
      LocalSecondaryIndexes: { blocks: "local_secondary_index", properties: INDEX },
      PointInTimeRecoverySpecification: {
        block: "point_in_time_recovery",
        properties: {
          PointInTimeRecoveryEnabled: "enabled",
          RecoveryPeriodInDays: "recovery_period_in_days",
        },
      },
      SSESpecification: {
        block: "server_side_encryption",
        properties: { KMSMasterKeyId: "kms_key_arn", SSEEnabled: "enabled" },
      },
      StreamSpecification: { object: { StreamViewType: "stream_view_type" }, ifTrue: "stream_enabled" },
      TableClass: "table_class",
      TableName: "name",
      Tags: TAGS,
      TimeToLiveSpecification: {
        block: "ttl",
        properties: { AttributeName: "attribute_name", Enabled: "enabled" },
      },
    },
    // CloudFormation has tables without replicas, and global tables, which are set up in another way altogether
    expand: [
      {
        blocks: "replica",
        canonical: "Genoscan::TableReplica",
        parent: "Table",
        properties: {
          KMSMasterKeyId: "kms_key_arn",
          PointInTimeRecoveryEnabled: "point_in_time_recovery",
          Region: "region_name",
        },
      },
    ],
  },
  {
    type: "aws_dynamodb_table_replica",
    canonical: "Genoscan::TableReplica",
    identifiers: ["id", "arn"],
    // its region is that of its provider configuration
    properties: {
      KMSMasterKeyId: "kms_key_arn",
      PointInTimeRecoveryEnabled: "point_in_time_recovery",
      Table: "global_table_arn",
    },
  },
  {
    type: "aws_dynamodb_resource_policy",
    canonical: "AWS::DynamoDB::Table",
    properties: { ResourcePolicy: { object: { PolicyDocument: { attribute: "policy", as: "json" } } } },
    fold: { into: ["aws_dynamodb_table", "awscc_dynamodb_table"], by: "resource_arn" },
  },
];
