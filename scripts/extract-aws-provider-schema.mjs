// Writes fixtures/schemas/hashicorp-aws-<version>.json: the shapes of the Terraform AWS provider's
// types that lenses and rules speak of, taken from `terraform providers schema -json`; and
// src/sources/terraform/aws-secrets.json: what it marks as sensitive in every type that the provider has.
//
//   TF_MIRROR=<filesystem mirror of providers> node scripts/extract-aws-provider-schema.mjs
//
// TF_MIRROR is optional; without it Terraform installs the provider as its own configuration says.

import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROVIDER = "registry.terraform.io/hashicorp/aws";
const VERSION = "5.100.0";

const RESOURCES = [
  "aws_accessanalyzer_analyzer",
  "aws_acm_certificate*",
  "aws_alb*",
  "aws_ami*",
  "aws_api_gateway_*",
  "aws_apigatewayv2_*",
  "aws_appautoscaling_target",
  "aws_appsync_graphql_api",
  "aws_athena_*",
  "aws_autoscaling_attachment",
  "aws_autoscaling_group",
  "aws_backup_*",
  "aws_batch_*",
  "aws_cloudformation_stack_instances",
  "aws_cloudformation_stack_set_instance",
  "aws_cloudtrail",
  "aws_cloudtrail_event_data_store",
  "aws_cloudwatch_event_*",
  "aws_cloudwatch_log_*",
  "aws_cloudwatch_metric_alarm",
  "aws_codebuild_*",
  "aws_codecommit_approval_rule_*",
  "aws_codecommit_repository",
  "aws_codepipeline",
  "aws_cognito_user_pool",
  "aws_cognito_user_pool_client",
  "aws_config_*",
  "aws_datasync_*",
  "aws_db_*",
  "aws_default_*",
  "aws_directory_service_directory",
  "aws_dms_endpoint",
  "aws_dms_replication_instance",
  "aws_docdb_cluster*",
  "aws_dx_gateway_association",
  "aws_dynamodb_*",
  "aws_ebs_*",
  "aws_ec2_instance_metadata_defaults",
  "aws_ec2_managed_prefix_list*",
  "aws_ec2_transit_gateway*",
  "aws_ecr_*",
  "aws_ecs_*",
  "aws_efs_*",
  "aws_egress_only_internet_gateway",
  "aws_eip*",
  "aws_elastic_beanstalk_environment",
  "aws_elasticache_cluster",
  "aws_elasticache_replication_group",
  "aws_elasticsearch_domain*",
  "aws_elb",
  "aws_emr_*",
  "aws_flow_log",
  "aws_fsx_*",
  "aws_glue_*",
  "aws_guardduty_*",
  "aws_iam_*",
  "aws_inspector2_enabler",
  "aws_instance",
  "aws_internet_gateway*",
  "aws_kinesis_*",
  "aws_kms_*",
  "aws_lakeformation_*",
  "aws_lambda_*",
  "aws_launch_configuration",
  "aws_launch_template",
  "aws_lb*",
  "aws_load_balancer_*",
  "aws_macie2_account",
  "aws_main_route_table_association",
  "aws_mq_broker",
  "aws_nat_gateway",
  "aws_neptune_cluster*",
  "aws_network_acl*",
  "aws_network_interface*",
  "aws_networkfirewall_*",
  "aws_opensearch_domain*",
  "aws_opensearchserverless_*",
  "aws_organizations_*",
  "aws_pipes_pipe",
  // the schemas of dashboards and analyses are over 1 MB each
  "aws_quicksight_account_*",
  "aws_quicksight_data_*",
  "aws_quicksight_iam_policy_assignment",
  "aws_quicksight_ip_restriction",
  "aws_quicksight_key_registration",
  "aws_quicksight_user",
  "aws_quicksight_vpc_connection",
  "aws_ram_*",
  "aws_rds_*",
  "aws_redshift_*",
  "aws_redshiftserverless_*",
  "aws_route",
  "aws_route53_resolver_*",
  "aws_route_*",
  "aws_s3_access_point",
  "aws_s3_account_public_access_block",
  "aws_s3_bucket*",
  "aws_s3_directory_bucket",
  "aws_s3_object",
  "aws_s3_object_copy",
  "aws_s3control_access_point_policy",
  "aws_s3control_bucket*",
  "aws_s3tables_*",
  "aws_sagemaker_*",
  "aws_scheduler_*",
  "aws_secretsmanager_*",
  "aws_security_group*",
  "aws_securityhub_*",
  "aws_sfn_state_machine",
  "aws_signer_*",
  "aws_snapshot_create_volume_permission",
  "aws_sns_topic*",
  "aws_sqs_queue*",
  "aws_ssm_*",
  "aws_ssoadmin_account_assignment",
  "aws_ssoadmin_customer_managed_policy_attachment",
  "aws_ssoadmin_managed_policy_attachment",
  "aws_ssoadmin_permission*",
  "aws_subnet",
  "aws_transfer_*",
  "aws_vpc*",
  "aws_vpclattice_*",
  "aws_vpn_connection",
  "aws_vpn_gateway_route_propagation",
  "aws_wafregional_web_acl_association",
  "aws_wafv2_ip_set",
  "aws_wafv2_web_acl",
  "aws_wafv2_web_acl_association",
  "aws_wafv2_web_acl_logging_configuration",
  "aws_xray_encryption_config",
];

const DATA_SOURCES = [
  "aws_caller_identity",
  "aws_iam_policy_document",
  "aws_kms_alias",
  "aws_kms_key",
  "aws_partition",
  "aws_region",
];

/** Blocks that no rule reads and whose schema is over 1 MB. */
const LEFT_OUT = { aws_wafv2_web_acl: ["rule"] };

const FLAGS = ["required", "optional", "computed", "deprecated", "sensitive"];

const { terraform, schema } = readProviderSchema();
const extract = {
  source: {
    provider: PROVIDER,
    version: VERSION,
    command: "terraform providers schema -json",
    terraform,
  },
  resources: pickTypes(schema.resource_schemas, matcherOf(RESOURCES)),
  dataSources: pickTypes(schema.data_source_schemas, matcherOf(DATA_SOURCES)),
  types: Object.keys(schema.resource_schemas).sort(),
};
writeFileSync(
  resolve(import.meta.dirname, `../fixtures/schemas/hashicorp-aws-${VERSION}.json`),
  formatExtract(extract),
);

writeFileSync(
  resolve(import.meta.dirname, "../src/sources/terraform/aws-secrets.json"),
  formatSecrets(schema.resource_schemas),
);

/** The names of what is marked, at any depth, by type. */
function formatSecrets(schemas) {
  const rows = Object.keys(schemas)
    .sort()
    .map((type) => [type, [...new Set(secretsIn(schemas[type].block))].sort(byCode).join(" ")])
    .filter(([, names]) => names !== "")
    .map(([type, names]) => `${JSON.stringify(type)}: ${JSON.stringify(names)}`);
  return `{\n${rows.join(",\n")}\n}\n`;
}

function byCode(one, other) {
  return one < other ? -1 : Number(one > other);
}

function secretsIn({ attributes = {}, block_types: blocks = {} }) {
  const own = Object.entries(attributes).flatMap(([name, { sensitive, nested_type: nested }]) =>
    sensitive === true ? [name] : nested === undefined ? [] : secretsIn(nested),
  );
  return [...own, ...Object.values(blocks).flatMap(({ block }) => secretsIn(block))];
}

function readProviderSchema() {
  const folder = mkdtempSync(join(tmpdir(), "provider-schema-"));
  try {
    const env = { ...process.env, ...mirrorConfiguration(folder) };
    writeFileSync(
      join(folder, "main.tf"),
      `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${VERSION}"\n    }\n  }\n}\n`,
    );
    execFileSync("terraform", ["init", "-backend=false", "-input=false"], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const output = join(folder, "schema.json");
    const descriptor = openSync(output, "w");
    execFileSync("terraform", ["providers", "schema", "-json"], {
      cwd: folder,
      env,
      stdio: ["ignore", descriptor, "inherit"],
    });
    closeSync(descriptor);
    const version = execFileSync("terraform", ["version", "-json"], { env, encoding: "utf8" });
    return {
      terraform: JSON.parse(version).terraform_version,
      schema: JSON.parse(readFileSync(output, "utf8")).provider_schemas[PROVIDER],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mirrorConfiguration(folder) {
  const mirror = process.env.TF_MIRROR;
  if (mirror === undefined) return {};
  const file = join(folder, "terraform.rc");
  writeFileSync(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}

function matcherOf(patterns) {
  const alternatives = patterns.map((pattern) => pattern.replace("*", ".*"));
  return new RegExp(`^(?:${alternatives.join("|")})$`);
}

function pickTypes(schemas, matcher) {
  const names = Object.keys(schemas).filter((name) => matcher.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [name, compactBlock(withoutBlocks(schemas[name].block, LEFT_OUT[name]))]),
  );
}

function withoutBlocks(block, left = []) {
  const kept = Object.entries(block.block_types ?? {}).filter(([name]) => !left.includes(name));
  return { ...block, block_types: Object.fromEntries(kept) };
}

/** {attributes, blocks}: descriptions and `timeouts` left out, names sorted. */
function compactBlock({ attributes = {}, block_types: blocks = {} }) {
  return {
    ...named("attributes", attributes, compactAttribute),
    ...named("blocks", blocks, compactNestedBlock),
  };
}

function named(key, entries, compact) {
  const names = Object.keys(entries).filter((name) => name !== "timeouts");
  if (names.length === 0) return {};
  return { [key]: Object.fromEntries(names.sort().map((name) => [name, compact(entries[name])])) };
}

/** An attribute of the newer plugin framework has `nesting` and `attributes` in place of `type`. */
function compactAttribute(attribute) {
  const flags = FLAGS.filter((flag) => attribute[flag] === true).map((flag) => [flag, true]);
  const nested = attribute.nested_type;
  const shape = nested
    ? { nesting: nested.nesting_mode, ...named("attributes", nested.attributes, compactAttribute) }
    : { type: attribute.type };
  return { ...shape, ...Object.fromEntries(flags) };
}

function compactNestedBlock({ nesting_mode: nesting, min_items: min, max_items: max, block }) {
  return {
    nesting,
    ...(min > 0 && { min }),
    ...(max > 0 && { max }),
    ...compactBlock(block),
  };
}

/** One type a line: small, and a diff still shows which type changed. */
function formatExtract({ source, resources, dataSources, types }) {
  return [
    "{",
    `"source": ${JSON.stringify(source)},`,
    `"resources": {\n${lines(resources)}\n},`,
    `"dataSources": {\n${lines(dataSources)}\n},`,
    `"types": [\n${types.map((type) => JSON.stringify(type)).join(",\n")}\n]`,
    "}\n",
  ].join("\n");
}

function lines(types) {
  return Object.entries(types)
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`)
    .join(",\n");
}
