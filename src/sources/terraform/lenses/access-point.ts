import type { Lens } from "../lens.ts";

export const accessPointLenses: readonly Lens[] = [
  {
    type: "aws_s3_access_point",
    canonical: "AWS::S3::AccessPoint",
    identifiers: ["id", "arn", "alias"],
    properties: {
      Bucket: "bucket",
      BucketAccountId: "bucket_account_id",
      Name: "name",
      Policy: { attribute: "policy", as: "json" },
      PublicAccessBlockConfiguration: {
        block: "public_access_block_configuration",
        properties: {
          BlockPublicAcls: "block_public_acls",
          BlockPublicPolicy: "block_public_policy",
          IgnorePublicAcls: "ignore_public_acls",
          RestrictPublicBuckets: "restrict_public_buckets",
        },
      },
      VpcConfiguration: { block: "vpc_configuration", properties: { VpcId: "vpc_id" } },
    },
  },
  {
    type: "aws_s3control_access_point_policy",
    canonical: "AWS::S3::AccessPoint",
    fold: { into: ["aws_s3_access_point", "awscc_s3_access_point"], by: "access_point_arn" },
    properties: { Policy: { attribute: "policy", as: "json" } },
  },
];
