import type { Link } from "./link.ts";

const KEY = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"];
const BUCKET = ["AWS::S3::Bucket"];
const FUNCTION = ["AWS::Lambda::Function"];
const ROLE = ["AWS::IAM::Role"];
const TABLE = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"];

export const storageLinks: readonly Link[] = [
  { type: "AWS::KMS::Alias", at: "/TargetKeyId", to: KEY },
  { type: "AWS::KMS::ReplicaKey", at: "/PrimaryKeyArn", to: KEY },
  { type: "aws_kms_grant", at: "/key_id", to: KEY },

  { type: "AWS::S3::AccessPoint", at: "/Bucket", to: BUCKET },
  { type: "AWS::S3::BucketPolicy", at: "/Bucket", to: BUCKET },
  {
    type: "AWS::S3::Bucket",
    at: "/BucketEncryption/ServerSideEncryptionConfiguration/*/ServerSideEncryptionByDefault/KMSMasterKeyID",
    to: KEY,
  },
  { type: "AWS::S3::Bucket", at: "/LoggingConfiguration/DestinationBucketName", to: BUCKET },
  { type: "AWS::S3::Bucket", at: "/ReplicationConfiguration/Role", to: ROLE },
  { type: "AWS::S3::Bucket", at: "/ReplicationConfiguration/Rules/*/Destination/Bucket", to: BUCKET },
  {
    type: "AWS::S3::Bucket",
    at: "/ReplicationConfiguration/Rules/*/Destination/EncryptionConfiguration/ReplicaKmsKeyID",
    to: KEY,
  },
  { type: "AWS::S3::Bucket", at: "/NotificationConfiguration/LambdaConfigurations/*/Function", to: FUNCTION },
  { type: "aws_s3_object", at: "/bucket", to: BUCKET },
  { type: "aws_s3_object", at: "/kms_key_id", to: KEY },
  { type: "aws_s3_bucket_object", at: "/bucket", to: BUCKET },
  { type: "aws_s3_bucket_object", at: "/kms_key_id", to: KEY },

  { type: "AWS::DynamoDB::Table", at: "/SSESpecification/KMSMasterKeyId", to: KEY },
  { type: "Genoscan::TableReplica", at: "/KMSMasterKeyId", to: KEY },
  { type: "AWS::DynamoDB::GlobalTable", at: "/Replicas/*/SSESpecification/KMSMasterKeyId", to: KEY },

  { type: "AWS::Lambda::Function", at: "/KmsKeyArn", to: KEY },
  { type: "AWS::Lambda::Function", at: "/Role", to: ROLE },
  { type: "AWS::Lambda::Function", at: "/Code/S3Bucket", to: BUCKET },
  { type: "AWS::Lambda::Alias", at: "/FunctionName", to: FUNCTION },
  { type: "AWS::Lambda::Version", at: "/FunctionName", to: FUNCTION },
  { type: "AWS::Lambda::EventSourceMapping", at: "/EventSourceArn", to: TABLE, like: "arn:*:dynamodb:*" },
  { type: "AWS::Lambda::EventSourceMapping", at: "/FunctionName", to: FUNCTION },
  { type: "AWS::Pipes::Pipe", at: "/Source", to: TABLE, like: "arn:*:dynamodb:*" },
  { type: "AWS::Lambda::EventSourceMapping", at: "/KmsKeyArn", to: KEY },
  { type: "AWS::Lambda::Permission", at: "/FunctionName", to: FUNCTION },
  { type: "AWS::Lambda::Url", at: "/TargetFunctionArn", to: FUNCTION },
  { type: "AWS::Events::Rule", at: "/Targets/*/Arn", to: FUNCTION, like: "arn:*:lambda:*" },
  { type: "AWS::Scheduler::Schedule", at: "/Target/Arn", to: FUNCTION, like: "arn:*:lambda:*" },
  { type: "AWS::Scheduler::Schedule", at: "/KmsKeyArn", to: KEY },

  { type: "AWS::Omics::SequenceStore", at: "/SseConfig/KeyArn", to: KEY },
  { type: "AWS::Omics::ReferenceStore", at: "/SseConfig/KeyArn", to: KEY },
  { type: "AWS::Omics::VariantStore", at: "/SseConfig/KeyArn", to: KEY },
  { type: "AWS::Omics::AnnotationStore", at: "/SseConfig/KeyArn", to: KEY },
  { type: "AWS::Omics::WorkflowVersion", at: "/WorkflowId", to: ["AWS::Omics::Workflow"] },
];
