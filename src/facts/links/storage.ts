import type { Link } from "./link.ts";

const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];

export const storageLinks: readonly Link[] = [
  { type: "AWS::KMS::Alias", at: "/TargetKeyId", to: KEY },
  { type: "AWS::KMS::ReplicaKey", at: "/PrimaryKeyArn", to: KEY },
  { type: "AWS::DynamoDB::Table", at: "/SSESpecification/KMSMasterKeyId", to: KEY },
  {
    type: "AWS::S3::Bucket",
    at: "/BucketEncryption/ServerSideEncryptionConfiguration/*/ServerSideEncryptionByDefault/KMSMasterKeyID",
    to: KEY,
  },
];
