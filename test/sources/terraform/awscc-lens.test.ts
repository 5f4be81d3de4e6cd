import { describe, expect, it } from "vitest";
import { parsePointer } from "../../../src/model/pointer.ts";
import { awsccLens, awsccTypes } from "../../../src/sources/terraform/awscc-lens.ts";
import { feedPath } from "../../../src/sources/terraform/feed-path.ts";

describe("awsccLens", () => {
  it.each(awsccTypes())("%s has a lens", (type) => {
    expect(Object.keys(awsccLens(type)?.properties ?? {})).not.toEqual([]);
  });

  it("leaves a map with keys of the user unmapped, so that it is unknown and never absent", () => {
    expect(awsccLens("awscc_omics_workflow")?.properties).not.toHaveProperty("ParameterTemplate");
  });

  it.each([
    [
      "awscc_omics_sequence_store",
      "SseConfig",
      { nested: "sse_config", properties: { KeyArn: "key_arn", Type: "type" } },
    ],
    ["awscc_omics_sequence_store", "Arn", { attribute: "arn", computed: true }],
    ["awscc_omics_sequence_store", "S3AccessPolicy", { attribute: "s3_access_policy", as: "json" }],
    ["awscc_kms_key", "KeyPolicy", { attribute: "key_policy", as: "json" }],
    ["awscc_kms_key", "PendingWindowInDays", "pending_window_in_days"],
    ["awscc_s3_bucket", "BucketName", "bucket_name"],
    ["awscc_s3_bucket", "ObjectLockEnabled", "object_lock_enabled"],
    ["awscc_dynamodb_table", "DeletionProtectionEnabled", "deletion_protection_enabled"],
    ["awscc_dynamodb_table", "Arn", { attribute: "arn", computed: true }],
  ])("%s: %s", (type, property, feed) => {
    expect(awsccLens(type)?.properties[property]).toEqual(feed);
  });

  it.each([
    [
      "awscc_s3_bucket",
      "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID",
      "bucket_encryption.server_side_encryption_configuration[0].server_side_encryption_by_default.kms_master_key_id",
    ],
    [
      "awscc_s3_bucket",
      "/ObjectLockConfiguration/Rule/DefaultRetention/Years",
      "object_lock_configuration.rule.default_retention.years",
    ],
    ["awscc_dynamodb_table", "/SSESpecification/KMSMasterKeyId", "sse_specification.kms_master_key_id"],
    [
      "awscc_dynamodb_table",
      "/PointInTimeRecoverySpecification/RecoveryPeriodInDays",
      "point_in_time_recovery_specification.recovery_period_in_days",
    ],
    // an object without properties in the schema of the service is a string of JSON in awscc
    ["awscc_lakeformation_principal_permissions", "/Resource/Catalog", "resource.catalog"],
    [
      "awscc_sagemaker_pipeline",
      "/PipelineDefinition/PipelineDefinitionBody/Steps/0",
      "pipeline_definition.pipeline_definition_body.Steps[0]",
    ],
  ])("%s feeds %s", (type, pointer, attribute) => {
    expect(feedPath(awsccLens(type)?.properties ?? {}, parsePointer(pointer))).toBe(attribute);
  });

  it.each([
    ["awscc_omics_sequence_store", "name", ["id", "arn", "name", "sequence_store_id"]],
    ["awscc_kms_key", undefined, ["id", "arn", "name", "key_id"]],
    ["awscc_s3_bucket", "bucket_name", ["id", "arn", "name", "bucket_name"]],
    ["awscc_dynamodb_table", "table_name", ["id", "arn", "name", "table_name"]],
    ["awscc_sagemaker_model", "model_name", ["id", "arn", "name", "model_name", "model_arn"]],
  ])("%s is named by %s, and by others as %j", (type, name, identifiers) => {
    const lens = awsccLens(type);
    expect([lens?.name, lens?.identifiers]).toEqual([name, identifiers]);
  });
});
