// The resources of one clinic in the plans of the benchmark: data, line by line, which is why the file is long.
/* oxlint-disable eslint/max-lines */

const KEY_POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Administer",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111111111111:role/admin" },
      Action: ["kms:Describe*", "kms:Put*"],
      Resource: "*",
    },
  ],
});
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: "arn:aws:logs:us-east-1:111111111111:*",
    },
  ],
});

/**
 * The blocks of one clinic: type, name, attributes, attributes known after apply, and what those refer to. The shares of
 * the types are those of public plans (buckets 12 %, instances 9 %, security groups 8 %, roles 6 %, log groups 5 %, …),
 * with one consent ledger, one report bucket and one key of a clinic among them.
 * @param {string} clinic
 */
export function blocks(clinic) {
  const tags = { environment: "production", team: clinic };
  return [...phi(clinic, tags), ...network(clinic, tags), ...several(clinic, tags)];
}

/** @param {string} clinic @param {Record<string, string>} tags */
function phi(clinic, tags) {
  return [
    block(
      "aws_kms_key",
      "phi",
      {
        description: `PHI of ${clinic}`,
        enable_key_rotation: true,
        deletion_window_in_days: 30,
        key_usage: "ENCRYPT_DECRYPT",
        customer_master_key_spec: "SYMMETRIC_DEFAULT",
        policy: KEY_POLICY,
        tags,
      },
      ["arn", "id", "key_id"],
    ),
    block(
      "aws_s3_bucket",
      "reports",
      { bucket: `${clinic}-reports`, force_destroy: false, object_lock_enabled: true, tags },
      ["arn", "id", "bucket_domain_name"],
    ),
    block(
      "aws_s3_bucket_versioning",
      "reports",
      { versioning_configuration: [{ status: "Enabled", mfa_delete: null }] },
      ["id"],
      { bucket: "aws_s3_bucket.reports.id" },
    ),
    block(
      "aws_s3_bucket_public_access_block",
      "reports",
      {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
      ["id"],
      { bucket: "aws_s3_bucket.reports.id" },
    ),
    block(
      "aws_s3_bucket_object_lock_configuration",
      "reports",
      {
        object_lock_enabled: "Enabled",
        rule: [{ default_retention: [{ mode: "COMPLIANCE", years: 25, days: null }] }],
      },
      ["id"],
      { bucket: "aws_s3_bucket.reports.id" },
    ),
    block(
      "aws_s3_bucket_server_side_encryption_configuration",
      "reports",
      {
        rule: [
          {
            apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }],
            bucket_key_enabled: true,
          },
        ],
      },
      ["id"],
      {
        bucket: "aws_s3_bucket.reports.id",
        "rule.apply_server_side_encryption_by_default.kms_master_key_id": "aws_kms_key.phi.arn",
      },
    ),
    block(
      "aws_dynamodb_table",
      "ledger",
      {
        name: `${clinic}-consent-ledger`,
        billing_mode: "PAY_PER_REQUEST",
        hash_key: "subject",
        range_key: "version",
        deletion_protection_enabled: true,
        stream_enabled: true,
        stream_view_type: "NEW_IMAGE",
        point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }],
        server_side_encryption: [{ enabled: true }],
        tags,
      },
      ["arn", "id", "stream_arn"],
      { "server_side_encryption.kms_key_arn": "aws_kms_key.phi.arn" },
    ),
  ];
}

/** @param {string} clinic @param {Record<string, string>} tags */
function network(clinic, tags) {
  return [
    block("aws_vpc", "compute", { cidr_block: "10.20.0.0/16", enable_dns_support: true, tags }, [
      "arn",
      "id",
      "main_route_table_id",
    ]),
    block(
      "aws_subnet",
      "private",
      { cidr_block: "10.20.1.0/24", availability_zone: "us-east-1a", map_public_ip_on_launch: false, tags },
      ["arn", "id"],
      { vpc_id: "aws_vpc.compute.id" },
    ),
    block("aws_route_table", "private", { tags }, ["arn", "id"], { vpc_id: "aws_vpc.compute.id" }),
    block("aws_route_table_association", "private", { gateway_id: null }, ["id"], {
      subnet_id: "aws_subnet.private.id",
      route_table_id: "aws_route_table.private.id",
    }),
    block(
      "aws_security_group",
      "compute",
      {
        name: `${clinic}-compute`,
        description: "compute",
        egress: [
          {
            cidr_blocks: ["10.20.0.0/16"],
            ipv6_cidr_blocks: [],
            prefix_list_ids: [],
            security_groups: [],
            self: false,
            from_port: 443,
            to_port: 443,
            protocol: "tcp",
            description: "inside",
          },
        ],
        ingress: [],
        tags,
      },
      ["arn", "id"],
      { vpc_id: "aws_vpc.compute.id" },
    ),
  ];
}

/** What every plan has several of. @param {string} clinic @param {Record<string, string>} tags */
function several(clinic, tags) {
  const made = [];
  for (const part of ["raw", "work", "code", "web"]) {
    made.push(
      block("aws_s3_bucket", part, { bucket: `${clinic}-${part}`, force_destroy: false, tags }, [
        "arn",
        "id",
        "bucket_domain_name",
      ]),
      block(
        "aws_s3_bucket_public_access_block",
        part,
        {
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        },
        ["id"],
        { bucket: `aws_s3_bucket.${part}.id` },
      ),
      block(
        "aws_security_group_rule",
        part,
        {
          type: "ingress",
          from_port: 443,
          to_port: 443,
          protocol: "tcp",
          cidr_blocks: ["10.20.0.0/16"],
          self: false,
        },
        ["id"],
        { security_group_id: "aws_security_group.compute.id" },
      ),
      block(
        "aws_instance",
        part,
        {
          ami: "ami-0123456789abcdef0",
          instance_type: "m7i.large",
          associate_public_ip_address: false,
          user_data: null,
          root_block_device: [{ encrypted: true, volume_size: 100, volume_type: "gp3" }],
          tags,
        },
        ["arn", "id", "private_ip"],
        { subnet_id: "aws_subnet.private.id", vpc_security_group_ids: "aws_security_group.compute.id" },
      ),
      block(
        "aws_iam_role",
        part,
        { name: `${clinic}-${part}`, assume_role_policy: TRUST, max_session_duration: 3600, path: "/", tags },
        ["arn", "id", "unique_id"],
      ),
      block("aws_iam_role_policy", part, { name: part, policy: POLICY }, ["id"], {
        role: `aws_iam_role.${part}.id`,
      }),
      block(
        "aws_iam_role_policy_attachment",
        part,
        { policy_arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
        ["id"],
        { role: `aws_iam_role.${part}.name` },
      ),
      block(
        "aws_cloudwatch_log_group",
        part,
        { name: `/${clinic}/${part}`, retention_in_days: 2192, skip_destroy: false, tags },
        ["arn", "id"],
        { kms_key_id: "aws_kms_key.phi.arn" },
      ),
      block(
        "aws_cloudwatch_metric_alarm",
        part,
        {
          alarm_name: `${clinic}-${part}`,
          comparison_operator: "GreaterThanThreshold",
          evaluation_periods: 3,
          metric_name: "CPUUtilization",
          namespace: "AWS/EC2",
          period: 300,
          statistic: "Average",
          threshold: 90,
          tags,
        },
        ["arn", "id"],
      ),
      block(
        "aws_route53_record",
        part,
        {
          name: `${part}.${clinic}.example.org`,
          type: "A",
          ttl: 300,
          records: ["10.20.1.10"],
          zone_id: "Z0123456789ABCDEFGHIJ",
        },
        ["id", "fqdn"],
      ),
      block("aws_ssm_parameter", part, { name: `/${clinic}/${part}`, type: "String", value: part, tags }, [
        "arn",
        "id",
        "version",
      ]),
    );
  }
  for (const part of ["raw", "work"]) {
    made.push(
      block(
        "aws_lambda_function",
        part,
        {
          function_name: `${clinic}-${part}`,
          runtime: "python3.13",
          handler: "index.handler",
          s3_bucket: "code",
          s3_key: "signer.zip",
          timeout: 60,
          memory_size: 256,
          vpc_config: [{ ipv6_allowed_for_dual_stack: false }],
          environment: [],
          tags,
        },
        ["arn", "id"],
        {
          role: `aws_iam_role.${part}.arn`,
          "vpc_config.subnet_ids": "aws_subnet.private.id",
          "vpc_config.security_group_ids": "aws_security_group.compute.id",
        },
      ),
      block(
        "aws_ecr_repository",
        part,
        { name: `${clinic}-${part}`, image_tag_mutability: "IMMUTABLE", force_delete: false, tags },
        ["arn", "id", "repository_url"],
      ),
      block(
        "aws_sqs_queue",
        part,
        {
          name: `${clinic}-${part}`,
          message_retention_seconds: 345600,
          visibility_timeout_seconds: 30,
          tags,
        },
        ["arn", "id", "url"],
      ),
    );
  }
  return made;
}

/**
 * @param {string} type
 * @param {string} name
 * @param {Record<string, unknown>} after
 * @param {string[]} computed
 * @param {Record<string, string>} [references]
 */
function block(type, name, after, computed, references = {}) {
  return { type, name, after, computed, references };
}

/** @typedef {ReturnType<typeof block>} Block */
