import type { Feed, Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const KEY_POLICY: Feed = { attribute: "policy", as: "json" };
const KEY_IDENTIFIERS = ["arn", "key_id", "id"];
const KEYS = [
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
  "awscc_kms_key",
  "awscc_kms_replica_key",
];

const COMMON: Feeds = {
  Description: "description",
  KeyPolicy: KEY_POLICY,
  PendingWindowInDays: "deletion_window_in_days",
  Tags: TAGS,
};

const REPLICA: Feeds = { ...COMMON, Enabled: "enabled", PrimaryKeyArn: "primary_key_arn" };

export const kmsLenses: readonly Lens[] = [
  {
    type: "aws_kms_key",
    canonical: "AWS::KMS::Key",
    identifiers: KEY_IDENTIFIERS,
    properties: {
      ...COMMON,
      Enabled: "is_enabled",
      EnableKeyRotation: "enable_key_rotation",
      KeySpec: "customer_master_key_spec",
      KeyUsage: "key_usage",
      MultiRegion: "multi_region",
      // the API's name for the origin of a key in a custom key store, which CloudFormation cannot make
      Origin: { constant: "AWS_CLOUDHSM", when: "custom_key_store_id" },
      RotationPeriodInDays: "rotation_period_in_days",
    },
  },
  {
    type: "aws_kms_external_key",
    canonical: "AWS::KMS::Key",
    identifiers: ["arn", "id"],
    properties: {
      ...COMMON,
      Enabled: "enabled",
      EnableKeyRotation: { constant: false },
      KeySpec: { constant: "SYMMETRIC_DEFAULT" },
      KeyUsage: { constant: "ENCRYPT_DECRYPT" },
      MultiRegion: "multi_region",
      Origin: { constant: "EXTERNAL" },
    },
  },
  {
    type: "aws_kms_replica_key",
    canonical: "AWS::KMS::ReplicaKey",
    identifiers: KEY_IDENTIFIERS,
    properties: REPLICA,
  },
  {
    type: "aws_kms_replica_external_key",
    canonical: "AWS::KMS::ReplicaKey",
    identifiers: KEY_IDENTIFIERS,
    properties: REPLICA,
  },
  {
    type: "aws_kms_key_policy",
    canonical: "AWS::KMS::Key",
    properties: { KeyPolicy: KEY_POLICY },
    fold: { into: KEYS, by: "key_id" },
    supersedes: { into: KEYS, by: "key_id", attribute: "policy" },
  },
  {
    type: "aws_kms_alias",
    canonical: "AWS::KMS::Alias",
    identifiers: ["name", "arn", "id"],
    properties: { AliasName: "name", TargetKeyId: "target_key_id" },
  },
];
