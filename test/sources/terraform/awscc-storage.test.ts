import { expect, it } from "vitest";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Reference } from "../../../src/model/value.ts";
import type { ValueMap } from "../../../src/model/value.ts";
import { compileRule } from "../../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../../src/ruleset/parameters.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "../../rules/all-rules.ts";

function written(address: string, attributes: ValueMap) {
  return { id: address, address, type: address.split(".")[0] ?? "", attributes };
}

const KEY = new Reference("awscc_kms_key.phi", "arn");
const POLICY = (principal: string, ...actions: readonly string[]) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::111111111111:role/${principal}` },
  Action: actions,
  Resource: "*",
});

const SOUND = [
  written("awscc_kms_key.phi", {
    enable_key_rotation: true,
    pending_window_in_days: 30,
    key_policy: JSON.stringify({ Statement: [POLICY("admin", "kms:Put*"), POLICY("writer", "kms:Decrypt")] }),
  }),
  written("awscc_kms_key.signing", {
    key_usage: "SIGN_VERIFY",
    key_spec: "ECC_NIST_P256",
    key_policy: JSON.stringify({ Statement: [POLICY("admin", "kms:Put*"), POLICY("digest", "kms:Sign")] }),
  }),
  written("awscc_dynamodb_table.consent_ledger", {
    table_name: "consent-ledger",
    billing_mode: "PAY_PER_REQUEST",
    key_schema: JSON.stringify([
      { AttributeName: "subject", KeyType: "HASH" },
      { AttributeName: "version", KeyType: "RANGE" },
    ]),
    sse_specification: { sse_enabled: true, sse_type: "KMS", kms_master_key_id: KEY },
    point_in_time_recovery_specification: {
      point_in_time_recovery_enabled: true,
      recovery_period_in_days: 35,
    },
    stream_specification: { stream_view_type: "NEW_IMAGE" },
    deletion_protection_enabled: true,
  }),
  written("awscc_s3_bucket.reports", {
    bucket_name: "north-reports",
    notification_configuration: { event_bridge_configuration: { event_bridge_enabled: true } },
    object_lock_enabled: true,
    object_lock_configuration: {
      object_lock_enabled: "Enabled",
      rule: { default_retention: { mode: "COMPLIANCE", years: 25 } },
    },
    bucket_encryption: {
      server_side_encryption_configuration: [
        {
          bucket_key_enabled: true,
          server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
        },
      ],
    },
    public_access_block_configuration: {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
    ownership_controls: { rules: [{ object_ownership: "BucketOwnerEnforced" }] },
    logging_configuration: { destination_bucket_name: "access-logs" },
    lifecycle_configuration: {
      rules: [{ status: "Enabled", transitions: [{ storage_class: "GLACIER_IR", transition_in_days: 90 }] }],
    },
    replication_configuration: {
      rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::north-second-copies" } }],
    },
  }),
  written("aws_s3_bucket_versioning.reports", {
    bucket: "north-reports",
    versioning_configuration: [{ status: "Enabled" }],
  }),
  written("awscc_s3_bucket_policy.reports", {
    bucket: new Reference("awscc_s3_bucket.reports", "id"),
    policy_document: JSON.stringify({
      Statement: {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::north-reports", "arn:aws:s3:::north-reports/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    }),
  }),
  written("awscc_omics_sequence_store.reads", {
    name: "reads",
    access_log_location: "s3://access-logs/omics/",
    sse_config: { type: "KMS", key_arn: KEY },
  }),
  written("awscc_omics_workflow.calling", { definition_uri: "s3://definitions/calling/1.4.2.zip" }),
  written("awscc_omics_workflow_version.calling", {
    workflow_id: new Reference("awscc_omics_workflow.calling", "id"),
    version_name: "1.4.2",
    definition_uri: "s3://definitions/calling/1.4.2.zip",
  }),
];

it("a sound stack in the types of awscc passes the rules for storage", () => {
  const rules = RULES.filter(({ path }) => /^rules\/aws\/(dynamodb|kms|omics|s3)\//.test(path)).map(
    ({ rule }) => compileRule(rule, bindParameters(PARAMETERS, {})),
  );
  const placement = { cloud: "aws", account: "111111111111", region: "us-east-1" } as const;
  const { resources } = buildResources(SOUND.map((resource) => ({ ...resource, placement })));
  const { verdicts } = evaluate(addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS), rules);
  const others = verdicts.filter(({ outcome }) => outcome !== "pass");
  expect(
    others.map(({ ruleId, outcome, resource }) => `${ruleId} ${outcome} ${resource?.address ?? ""}`),
  ).toEqual([
    // the function, the consumer and the second copy stand elsewhere
    "aws-dynamodb-ledger-digest unknown awscc_dynamodb_table.consent_ledger",
    "aws-dynamodb-ledger-stream-consumed unknown awscc_dynamodb_table.consent_ledger",
    "aws-s3-replication-region unknown awscc_s3_bucket.reports",
  ]);
  expect(verdicts.length).toBeGreaterThan(25);
});
