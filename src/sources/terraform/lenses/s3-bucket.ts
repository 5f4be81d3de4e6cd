import type { Feeds, Lens } from "../lens.ts";
import { CANNED_ACLS, DEFAULT_RETENTION, ENCRYPTION_RULE } from "./s3-settings.ts";
import { TAGS } from "./tags.ts";

/** Blocks of the bucket itself: how settings were written before version 4 of the provider, and still may be. */
const INLINE: Feeds = {
  AccelerateConfiguration: { object: { AccelerationStatus: "acceleration_status" } },
  AccessControl: { attribute: "acl", as: CANNED_ACLS },
  BucketEncryption: {
    block: "server_side_encryption_configuration",
    properties: { ServerSideEncryptionConfiguration: { blocks: "rule", properties: ENCRYPTION_RULE } },
  },
  LifecycleConfiguration: {
    object: {
      Rules: {
        blocks: "lifecycle_rule",
        properties: {
          AbortIncompleteMultipartUpload: {
            object: { DaysAfterInitiation: "abort_incomplete_multipart_upload_days" },
          },
          ExpirationDate: "expiration.date",
          ExpirationInDays: "expiration.days",
          ExpiredObjectDeleteMarker: "expiration.expired_object_delete_marker",
          Id: "id",
          NoncurrentVersionExpiration: {
            block: "noncurrent_version_expiration",
            properties: { NoncurrentDays: "days" },
          },
          NoncurrentVersionTransitions: {
            blocks: "noncurrent_version_transition",
            properties: { StorageClass: "storage_class", TransitionInDays: "days" },
          },
          Prefix: "prefix",
          Status: { attribute: "enabled", as: { values: { true: "Enabled", false: "Disabled" } } },
          TagFilters: { attribute: "tags", as: "tags" },
          Transitions: {
            blocks: "transition",
            properties: { StorageClass: "storage_class", TransitionDate: "date", TransitionInDays: "days" },
          },
        },
      },
    },
  },
  LoggingConfiguration: {
    block: "logging",
    properties: { DestinationBucketName: "target_bucket", LogFilePrefix: "target_prefix" },
  },
  ObjectLockConfiguration: {
    block: "object_lock_configuration",
    properties: {
      ObjectLockEnabled: { attribute: "object_lock_enabled", unset: "Enabled" },
      Rule: { block: "rule", properties: DEFAULT_RETENTION },
    },
  },
  ReplicationConfiguration: {
    block: "replication_configuration",
    properties: {
      Role: "role",
      Rules: {
        blocks: "rules",
        properties: {
          Destination: {
            block: "destination",
            properties: {
              Account: "account_id",
              Bucket: "bucket",
              EncryptionConfiguration: { object: { ReplicaKmsKeyID: "replica_kms_key_id" } },
              StorageClass: "storage_class",
            },
          },
          Id: "id",
          Priority: "priority",
          Status: "status",
        },
      },
    },
  },
  VersioningConfiguration: {
    block: "versioning",
    properties: {
      Status: {
        attribute: "enabled",
        as: { values: { true: "Enabled", false: "Suspended" } },
        unset: "Suspended",
      },
    },
  },
  WebsiteConfiguration: {
    block: "website",
    properties: {
      ErrorDocument: "error_document",
      IndexDocument: "index_document",
      RedirectAllRequestsTo: { object: { HostName: "redirect_all_requests_to" } },
    },
  },
};

/** Directory buckets (S3 Express One Zone) have no versions, ACLs, access logs, public access or replication. */
export const s3DirectoryBucket: Lens = {
  type: "aws_s3_directory_bucket",
  canonical: "AWS::S3Express::DirectoryBucket",
  identifiers: ["bucket", "id", "arn"],
  name: "bucket",
  properties: {
    BucketName: "bucket",
    DataRedundancy: "data_redundancy",
    Terraform: { object: { force_destroy: "force_destroy" } },
  },
};

export const s3Bucket: Lens = {
  type: "aws_s3_bucket",
  canonical: "AWS::S3::Bucket",
  identifiers: ["bucket", "id", "arn"],
  name: "bucket",
  properties: {
    BucketName: "bucket",
    ObjectLockEnabled: "object_lock_enabled",
    Tags: TAGS,
    Terraform: {
      object: {
        force_destroy: "force_destroy",
        grant: { blocks: "grant", properties: { permissions: "permissions", type: "type", uri: "uri" } },
      },
    },
    ...INLINE,
  },
  expand: [
    {
      blocks: "policy",
      plain: true,
      canonical: "AWS::S3::BucketPolicy",
      parent: "Bucket",
      properties: { PolicyDocument: { attribute: "policy", as: "json" } },
    },
  ],
};
