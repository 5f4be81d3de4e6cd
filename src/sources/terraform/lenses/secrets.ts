import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const SECRETS = ["aws_secretsmanager_secret", "awscc_secretsmanager_secret"];

export const secretLenses: readonly Lens[] = [
  {
    type: "aws_secretsmanager_secret",
    canonical: "AWS::SecretsManager::Secret",
    properties: {
      Description: "description",
      KmsKeyId: "kms_key_id",
      Name: { attribute: "name", computed: true },
      ReplicaRegions: {
        blocks: "replica",
        properties: { KmsKeyId: "kms_key_id", Region: "region" },
      },
      Tags: TAGS,
      Terraform: { object: { recovery_window_in_days: "recovery_window_in_days" } },
    },
  },
  {
    type: "aws_secretsmanager_secret_version",
    canonical: "AWS::SecretsManager::Secret",
    fold: { into: SECRETS, by: "secret_id" },
    properties: { SecretString: { first: ["secret_string", "secret_binary", "secret_string_wo"] } },
  },
  {
    type: "aws_secretsmanager_secret_rotation",
    canonical: "AWS::SecretsManager::RotationSchedule",
    identifiers: ["id"],
    properties: {
      RotationLambdaARN: "rotation_lambda_arn",
      RotationRules: {
        block: "rotation_rules",
        properties: {
          AutomaticallyAfterDays: "automatically_after_days",
          Duration: "duration",
          ScheduleExpression: "schedule_expression",
        },
      },
      SecretId: "secret_id",
    },
  },
  {
    type: "aws_secretsmanager_secret_policy",
    canonical: "AWS::SecretsManager::ResourcePolicy",
    identifiers: ["id"],
    supersedes: { into: ["aws_secretsmanager_secret"], by: "secret_arn", attribute: "policy" },
    properties: {
      BlockPublicPolicy: { attribute: "block_public_policy", unset: false },
      ResourcePolicy: { attribute: "policy", as: "json" },
      SecretId: "secret_arn",
    },
  },
];
