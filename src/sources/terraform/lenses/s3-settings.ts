import type { Conversion, Feeds } from "../lens.ts";

/** The spellings of S3's API, which Terraform has, in those of CloudFormation. */
export const CANNED_ACLS: Conversion = {
  values: {
    "authenticated-read": "AuthenticatedRead",
    "aws-exec-read": "AwsExecRead",
    "bucket-owner-full-control": "BucketOwnerFullControl",
    "bucket-owner-read": "BucketOwnerRead",
    "log-delivery-write": "LogDeliveryWrite",
    private: "Private",
    "public-read": "PublicRead",
    "public-read-write": "PublicReadWrite",
  },
};

/** A grant as the inline block has it; CloudFormation has the canned lists only. */
export const ACL_GRANT: Feeds = {
  permissions: { attribute: "permission", as: "list" },
  type: "grantee.type",
  uri: "grantee.uri",
};

/** What the inline block of a bucket and the resource of its own have in common. */
export const ENCRYPTION_RULE: Feeds = {
  BucketKeyEnabled: "bucket_key_enabled",
  ServerSideEncryptionByDefault: {
    block: "apply_server_side_encryption_by_default",
    properties: { KMSMasterKeyID: "kms_master_key_id", SSEAlgorithm: "sse_algorithm" },
  },
};

export const DEFAULT_RETENTION: Feeds = {
  DefaultRetention: {
    block: "default_retention",
    properties: { Days: "days", Mode: "mode", Years: "years" },
  },
};
