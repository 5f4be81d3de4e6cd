import type { Feeds, Lens } from "../lens.ts";
import { ACL_GRANT, CANNED_ACLS, DEFAULT_RETENTION, ENCRYPTION_RULE } from "./s3-settings.ts";

const BUCKET = { into: ["aws_s3_bucket", "awscc_s3_bucket"], by: "bucket" };

/** A setting of a bucket that is a resource of its own; `inline` is the block of the bucket that it took the place of. */
function setting(type: string, inline: string | undefined, properties: Feeds): Lens {
  const supersedes = inline === undefined ? {} : { supersedes: { ...BUCKET, attribute: inline } };
  return { type, canonical: "AWS::S3::Bucket", properties, fold: BUCKET, ...supersedes };
}

const LIFECYCLE_RULE: Feeds = {
  AbortIncompleteMultipartUpload: {
    block: "abort_incomplete_multipart_upload",
    properties: { DaysAfterInitiation: "days_after_initiation" },
  },
  ExpirationDate: "expiration.date",
  ExpirationInDays: "expiration.days",
  ExpiredObjectDeleteMarker: "expiration.expired_object_delete_marker",
  Id: "id",
  NoncurrentVersionExpiration: {
    block: "noncurrent_version_expiration",
    properties: { NewerNoncurrentVersions: "newer_noncurrent_versions", NoncurrentDays: "noncurrent_days" },
  },
  NoncurrentVersionTransitions: {
    blocks: "noncurrent_version_transition",
    properties: {
      NewerNoncurrentVersions: "newer_noncurrent_versions",
      StorageClass: "storage_class",
      TransitionInDays: "noncurrent_days",
    },
  },
  Prefix: { first: ["prefix", "filter.prefix", "filter.and.prefix"] },
  Status: "status",
  TagFilters: {
    first: [
      { attribute: "filter.and.tags", as: "tags" },
      { blocks: "filter.tag", properties: { Key: "key", Value: "value" } },
    ],
  },
  Transitions: {
    blocks: "transition",
    properties: { StorageClass: "storage_class", TransitionDate: "date", TransitionInDays: "days" },
  },
};

const REPLICATION_RULE: Feeds = {
  Destination: {
    block: "destination",
    properties: {
      Account: "account",
      Bucket: "bucket",
      EncryptionConfiguration: {
        block: "encryption_configuration",
        properties: { ReplicaKmsKeyID: "replica_kms_key_id" },
      },
      StorageClass: "storage_class",
    },
  },
  Id: "id",
  Priority: "priority",
  Status: "status",
};

export const s3Satellites: readonly Lens[] = [
  setting("aws_s3_bucket_accelerate_configuration", "acceleration_status", {
    AccelerateConfiguration: { object: { AccelerationStatus: "status" } },
  }),
  setting("aws_s3_bucket_acl", "acl", {
    AccessControl: { attribute: "acl", as: CANNED_ACLS },
    Terraform: { object: { grant: { blocks: "access_control_policy.grant", properties: ACL_GRANT } } },
  }),
  setting("aws_s3_bucket_lifecycle_configuration", "lifecycle_rule", {
    LifecycleConfiguration: { object: { Rules: { blocks: "rule", properties: LIFECYCLE_RULE } } },
  }),
  setting("aws_s3_bucket_logging", "logging", {
    LoggingConfiguration: {
      object: { DestinationBucketName: "target_bucket", LogFilePrefix: "target_prefix" },
    },
  }),
  setting("aws_s3_bucket_notification", undefined, {
    NotificationConfiguration: {
      object: {
        EventBridgeConfiguration: { object: { EventBridgeEnabled: "eventbridge" }, ifTrue: "eventbridge" },
        LambdaConfigurations: { blocks: "lambda_function", properties: { Function: "lambda_function_arn" } },
        QueueConfigurations: { blocks: "queue", properties: { Queue: "queue_arn" } },
        TopicConfigurations: { blocks: "topic", properties: { Topic: "topic_arn" } },
      },
    },
  }),
  setting("aws_s3_bucket_object_lock_configuration", "object_lock_configuration", {
    ObjectLockConfiguration: {
      object: {
        ObjectLockEnabled: { attribute: "object_lock_enabled", unset: "Enabled" },
        Rule: { block: "rule", properties: DEFAULT_RETENTION },
      },
    },
  }),
  setting("aws_s3_bucket_ownership_controls", undefined, {
    OwnershipControls: {
      object: { Rules: { blocks: "rule", properties: { ObjectOwnership: "object_ownership" } } },
    },
  }),
  setting("aws_s3_bucket_public_access_block", undefined, {
    PublicAccessBlockConfiguration: {
      object: {
        BlockPublicAcls: { attribute: "block_public_acls", unset: false },
        BlockPublicPolicy: { attribute: "block_public_policy", unset: false },
        IgnorePublicAcls: { attribute: "ignore_public_acls", unset: false },
        RestrictPublicBuckets: { attribute: "restrict_public_buckets", unset: false },
      },
    },
  }),
  setting("aws_s3_bucket_replication_configuration", "replication_configuration", {
    ReplicationConfiguration: {
      object: { Role: "role", Rules: { blocks: "rule", properties: REPLICATION_RULE } },
    },
  }),
  {
    ...setting("aws_s3_bucket_server_side_encryption_configuration", "server_side_encryption_configuration", {
      BucketEncryption: {
        object: { ServerSideEncryptionConfiguration: { blocks: "rule", properties: ENCRYPTION_RULE } },
      },
    }),
    fold: {
      ...BUCKET,
      into: [...BUCKET.into, "aws_s3_directory_bucket", "awscc_s3express_directory_bucket"],
    },
  },
  setting("aws_s3_bucket_website_configuration", "website", {
    WebsiteConfiguration: {
      object: {
        ErrorDocument: "error_document.key",
        IndexDocument: "index_document.suffix",
        RedirectAllRequestsTo: {
          block: "redirect_all_requests_to",
          properties: { HostName: "host_name", Protocol: "protocol" },
        },
      },
    },
  }),
  setting("aws_s3_bucket_versioning", "versioning", {
    VersioningConfiguration: { block: "versioning_configuration", properties: { Status: "status" } },
  }),
  {
    type: "aws_s3_bucket_policy",
    canonical: "AWS::S3::BucketPolicy",
    properties: { Bucket: "bucket", PolicyDocument: { attribute: "policy", as: "json" } },
    identifiers: ["id"],
    supersedes: { ...BUCKET, attribute: "policy" },
  },
];
