import type { Feed, Lens } from "../lens.ts";

const ENCRYPTION: Feed = {
  nested: "encryption_configuration",
  properties: { KMSKeyArn: "kms_key_arn", SSEAlgorithm: "sse_algorithm" },
};
const POLICY: Feed = { attribute: "resource_policy", as: "json" };

export const s3TablesLenses: readonly Lens[] = [
  {
    type: "aws_s3tables_table_bucket",
    canonical: "AWS::S3Tables::TableBucket",
    properties: { EncryptionConfiguration: ENCRYPTION, TableBucketName: "name" },
  },
  {
    type: "aws_s3tables_table_bucket_policy",
    canonical: "AWS::S3Tables::TableBucketPolicy",
    identifiers: [],
    properties: { ResourcePolicy: POLICY, TableBucketARN: "table_bucket_arn" },
  },
  {
    type: "aws_s3tables_table",
    canonical: "AWS::S3Tables::Table",
    properties: {
      Namespace: "namespace",
      OpenTableFormat: "format",
      TableBucketARN: "table_bucket_arn",
      TableName: "name",
    },
  },
  {
    type: "aws_s3tables_table_policy",
    canonical: "AWS::S3Tables::TablePolicy",
    identifiers: [],
    properties: { ResourcePolicy: POLICY },
  },
];
