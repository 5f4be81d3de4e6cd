import type { Feeds, Lens } from "../lens.ts";

const VAULTS = { into: ["aws_backup_vault", "awscc_backup_backup_vault"], by: "backup_vault_name" };
const MAP_OF_TAGS = { attribute: "tags_all", computed: true } as const;

const LIFECYCLE: Feeds = {
  DeleteAfterDays: "delete_after",
  MoveToColdStorageAfterDays: "cold_storage_after",
  OptInToArchiveForSupportedResources: "opt_in_to_archive_for_supported_resources",
};

/** A condition of a selection. Terraform writes the bare operator, CloudFormation the name of the API. */
const CONDITION: Feeds = { ConditionKey: "key", ConditionValue: "value" };

export const backupLenses: readonly Lens[] = [
  {
    type: "aws_backup_vault",
    canonical: "AWS::Backup::BackupVault",
    properties: {
      BackupVaultName: "name",
      BackupVaultTags: MAP_OF_TAGS,
      // left out, AWS Backup takes the key that AWS manages
      EncryptionKeyArn: "kms_key_arn",
      Terraform: { object: { force_destroy: "force_destroy" } },
    },
  },
  {
    type: "aws_backup_vault_lock_configuration",
    canonical: "AWS::Backup::BackupVault",
    fold: VAULTS,
    properties: {
      LockConfiguration: {
        object: {
          ChangeableForDays: "changeable_for_days",
          MaxRetentionDays: "max_retention_days",
          // CloudFormation wants it; Terraform may leave it out, and then nothing is kept at all costs
          MinRetentionDays: { attribute: "min_retention_days", unset: 0 },
        },
      },
    },
  },
  {
    type: "aws_backup_vault_policy",
    canonical: "AWS::Backup::BackupVault",
    fold: VAULTS,
    properties: { AccessPolicy: { attribute: "policy", as: "json" } },
  },
  {
    type: "aws_backup_vault_notifications",
    canonical: "AWS::Backup::BackupVault",
    fold: VAULTS,
    properties: {
      Notifications: { object: { BackupVaultEvents: "backup_vault_events", SNSTopicArn: "sns_topic_arn" } },
    },
  },
  {
    type: "aws_backup_logically_air_gapped_vault",
    canonical: "AWS::Backup::LogicallyAirGappedBackupVault",
    properties: {
      BackupVaultName: "name",
      BackupVaultTags: MAP_OF_TAGS,
      MaxRetentionDays: "max_retention_days",
      MinRetentionDays: "min_retention_days",
    },
  },
  {
    type: "aws_backup_plan",
    canonical: "AWS::Backup::BackupPlan",
    identifiers: ["id", "arn"],
    properties: {
      BackupPlan: {
        object: {
          BackupPlanName: "name",
          BackupPlanRule: {
            blocks: "rule",
            properties: {
              CompletionWindowMinutes: "completion_window",
              CopyActions: {
                blocks: "copy_action",
                properties: {
                  DestinationBackupVaultArn: "destination_vault_arn",
                  Lifecycle: { block: "lifecycle", properties: LIFECYCLE },
                },
              },
              EnableContinuousBackup: "enable_continuous_backup",
              Lifecycle: { block: "lifecycle", properties: LIFECYCLE },
              RuleName: "rule_name",
              ScheduleExpression: "schedule",
              ScheduleExpressionTimezone: "schedule_expression_timezone",
              StartWindowMinutes: "start_window",
              TargetBackupVault: "target_vault_name",
            },
          },
        },
      },
      BackupPlanTags: MAP_OF_TAGS,
    },
  },
  {
    type: "aws_backup_selection",
    canonical: "AWS::Backup::BackupSelection",
    identifiers: ["id"],
    properties: {
      BackupPlanId: "plan_id",
      BackupSelection: {
        object: {
          Conditions: {
            block: "condition",
            properties: {
              StringEquals: { blocks: "string_equals", properties: CONDITION },
              StringLike: { blocks: "string_like", properties: CONDITION },
              StringNotEquals: { blocks: "string_not_equals", properties: CONDITION },
              StringNotLike: { blocks: "string_not_like", properties: CONDITION },
            },
          },
          IamRoleArn: "iam_role_arn",
          ListOfTags: {
            blocks: "selection_tag",
            properties: { ConditionKey: "key", ConditionType: "type", ConditionValue: "value" },
          },
          NotResources: "not_resources",
          Resources: "resources",
          SelectionName: "name",
        },
      },
    },
  },
];
