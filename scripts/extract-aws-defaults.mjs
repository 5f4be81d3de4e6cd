// Writes fixtures/schemas/hashicorp-aws-<version>-defaults.json: what the AWS provider takes where a configuration says
// nothing. A schema does not tell defaults, a plan does: each type is planned with as little as the provider accepts,
// once without its optional blocks and once with them; what is known then and was not written is a default.
//
//   TF_MIRROR=<filesystem mirror of providers> node scripts/extract-aws-defaults.mjs [TYPE…]
//
// With types, what is known of the others stays as it is.
// Values that a type insists on are guessed by name and corrected by what the provider says about them. `refused` names
// the types that were accepted in no form, those at which the provider crashes among them. No account is needed; it takes
// some minutes, and VERBOSE=1 tells every complaint.
/* oxlint-disable eslint/max-lines, eslint/complexity, eslint/max-params, eslint/no-unused-vars, typescript/no-dynamic-delete */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const VERSION = "5.100.0";
const ROUNDS = 25;
/** Forms of one plan: when the provider crashes, the others of its plan have to be planned again. */
const BATCH = 150;
const fixture = (/** @type {string} */ name) =>
  resolve(import.meta.dirname, `../fixtures/schemas/hashicorp-aws-${VERSION}${name}.json`);
const { resources: schemas, source } = JSON.parse(readFileSync(fixture(""), "utf8"));

const work = mkdtempSync(join(tmpdir(), "provider-defaults-"));
const environment = {
  ...process.env,
  CHECKPOINT_DISABLE: "1",
  AWS_EC2_METADATA_DISABLED: "true",
  ...mirror(),
};

const PROVIDER = {
  region: "us-east-1",
  access_key: "mock_access_key",
  secret_key: "mock_secret_key",
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

/** Guesses by the name of an attribute; the first that fits. */
const GUESSES = /** @type {const} */ ([
  [/policy|document|definition$|content$/u, '{"Version":"2012-10-17","Statement":[]}'],
  [/kms_key|kms_master_key/u, "arn:aws:kms:us-east-1:111111111111:key/11111111-1111-1111-1111-111111111111"],
  [/role|arn/u, "arn:aws:iam::111111111111:role/a"],
  [/ipv6_cidr/u, "fd00::/56"],
  [/cidr/u, "10.0.0.0/16"],
  [/email/u, "a@example.com"],
  [/account/u, "111111111111"],
  [/protocol/u, "tcp"],
  [/region/u, "us-east-1"],
  [/availability_zone/u, "us-east-1a"],
  [/schedule/u, "rate(1 day)"],
  [/bucket/u, "abc-bucket"],
  [/url|uri|endpoint/u, "https://example.com/a"],
  [/domain/u, "example.com"],
  [/time/u, "2030-01-01T00:00:00Z"],
]);

/** What guesses do not find: which of several arguments a type insists on. @type {Record<string, any>} */
const SEEDS = {
  aws_acm_certificate: { domain_name: "example.com", validation_method: "DNS" },
  aws_alb_target_group: { name: "a", port: 80, protocol: "HTTP", vpc_id: "vpc-1" },
  aws_api_gateway_authorizer: {
    name: "a",
    rest_api_id: "a",
    type: "TOKEN",
    authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/a/invocations",
  },
  aws_autoscaling_group: {
    min_size: 0,
    max_size: 1,
    launch_configuration: "a",
    availability_zones: ["us-east-1a"],
  },
  aws_backup_vault_notifications: {
    backup_vault_name: "a",
    sns_topic_arn: "arn:aws:sns:us-east-1:111111111111:a",
    backup_vault_events: ["BACKUP_JOB_COMPLETED"],
  },
  aws_batch_job_queue: {
    state: "ENABLED",
    compute_environment_order: [
      { order: 1, compute_environment: "arn:aws:batch:us-east-1:111111111111:compute-environment/a" },
    ],
  },
  aws_cloudwatch_event_rule: { schedule_expression: "rate(1 day)" },
  aws_dynamodb_table: {
    hash_key: "a",
    billing_mode: "PAY_PER_REQUEST",
    attribute: [{ name: "a", type: "S" }],
  },
  aws_ebs_volume: { availability_zone: "us-east-1a", size: 1 },
  aws_ecr_repository_creation_template: { prefix: "a", applied_for: ["PULL_THROUGH_CACHE"] },
  aws_ecs_task_definition: { container_definitions: '[{"name":"a","image":"a","memory":128}]' },
  aws_efs_replication_configuration: {
    source_file_system_id: "fs-11111111",
    destination: [{ region: "us-west-2" }],
  },
  aws_eip_association: { allocation_id: "eipalloc-1", instance_id: "i-1" },
  aws_elasticache_cluster: {
    cluster_id: "a",
    engine: "redis",
    node_type: "cache.t3.micro",
    num_cache_nodes: 1,
  },
  aws_elasticsearch_domain: { domain_name: "abc-def" },
  aws_flow_log: {
    log_destination: "arn:aws:logs:us-east-1:111111111111:log-group:a",
    iam_role_arn: "arn:aws:iam::111111111111:role/a",
    traffic_type: "ALL",
    vpc_id: "vpc-1",
  },
  aws_fsx_data_repository_association: {
    file_system_id: "fs-11111111111111111",
    data_repository_path: "s3://abc-bucket",
    file_system_path: "/a",
  },
  aws_fsx_ontap_file_system: {
    deployment_type: "SINGLE_AZ_1",
    subnet_ids: ["subnet-1"],
    preferred_subnet_id: "subnet-1",
    storage_capacity: 1024,
    throughput_capacity: 128,
  },
  aws_fsx_openzfs_file_system: {
    deployment_type: "SINGLE_AZ_1",
    subnet_ids: ["subnet-1"],
    storage_capacity: 64,
    throughput_capacity: 64,
  },
  aws_fsx_openzfs_volume: { name: "a", parent_volume_id: "fsvol-11111111111111111" },
  aws_guardduty_organization_configuration: {
    detector_id: "a",
    auto_enable_organization_members: "ALL",
  },
  aws_iam_policy_attachment: { policy_arn: "arn:aws:iam::111111111111:policy/a", roles: ["a"] },
  aws_iam_role_policy: {
    role: "a",
    policy:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
  },
  aws_iam_service_linked_role: { aws_service_name: "batch.amazonaws.com" },
  aws_inspector2_enabler: { account_ids: ["111111111111"], resource_types: ["EC2"] },
  aws_instance: { ami: "ami-11111111", instance_type: "t3.micro" },
  aws_kinesis_stream: { name: "a", shard_count: 1 },
  aws_kms_grant: { grantee_principal: "arn:aws:iam::111111111111:role/a", operations: ["Decrypt"] },
  aws_lakeformation_permissions: {
    principal: "arn:aws:iam::111111111111:role/a",
    permissions: ["ALL"],
    database: [{ name: "a" }],
  },
  aws_lambda_function: {
    function_name: "a",
    runtime: "python3.13",
    handler: "a.b",
    s3_bucket: "a",
    s3_key: "a",
  },
  aws_lambda_permission: {
    action: "lambda:InvokeFunction",
    function_name: "a",
    principal: "s3.amazonaws.com",
  },
  aws_lb_target_group: { name: "a", port: 80, protocol: "HTTP", vpc_id: "vpc-1" },
  aws_network_acl_rule: {
    protocol: "tcp",
    rule_action: "allow",
    cidr_block: "10.0.0.0/16",
    from_port: 1,
    to_port: 1,
  },
  aws_opensearch_domain: { domain_name: "abc-def" },
  aws_organizations_organizational_unit: { name: "a", parent_id: "r-abcd" },
  aws_route: { route_table_id: "rtb-1", destination_cidr_block: "10.0.0.0/16", gateway_id: "igw-1" },
  aws_route53_resolver_endpoint: {
    direction: "INBOUND",
    security_group_ids: ["sg-1"],
    ip_address: [{ subnet_id: "subnet-1" }, { subnet_id: "subnet-2" }],
  },
  aws_route_table_association: { route_table_id: "rtb-1", subnet_id: "subnet-1" },
  aws_s3_directory_bucket: { bucket: "abc--use1-az4--x-s3", location: [{ name: "use1-az4" }] },
  aws_sagemaker_domain: {
    domain_name: "a",
    auth_mode: "IAM",
    default_user_settings: [{ execution_role: "arn:aws:iam::111111111111:role/a" }],
  },
  aws_sagemaker_endpoint: { endpoint_config_name: "a" },
  aws_secretsmanager_secret_rotation: {
    secret_id: "a",
    rotation_rules: [{ automatically_after_days: 30 }],
  },
  aws_security_group_rule: {
    type: "ingress",
    protocol: "tcp",
    from_port: 1,
    to_port: 1,
    cidr_blocks: ["10.0.0.0/16"],
    security_group_id: "sg-1",
  },
  aws_sfn_state_machine: { definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}' },
  aws_ssm_parameter: { type: "String", value: "a" },
  aws_transfer_user: {
    server_id: "s-11111111111111111",
    user_name: "abc",
    role: "arn:aws:iam::111111111111:role/a",
  },
  aws_vpc_block_public_access_exclusion: {
    internet_gateway_exclusion_mode: "allow-bidirectional",
    vpc_id: "vpc-1",
  },
  aws_vpc_block_public_access_options: { internet_gateway_block_mode: "block-ingress" },
  aws_vpc_dhcp_options: { domain_name: "a.example.com" },
  aws_vpc_security_group_egress_rule: {
    security_group_id: "sg-1",
    ip_protocol: "-1",
    cidr_ipv4: "10.0.0.0/16",
  },
  aws_vpc_security_group_ingress_rule: {
    security_group_id: "sg-1",
    ip_protocol: "-1",
    cidr_ipv4: "10.0.0.0/16",
  },
};

/** The types on the command line; none stands for all of them. */
const wanted = new Set(process.argv.slice(2));

/** What is planned: by `type.variant`. @type {Map<string, any>} */
const bodies = new Map();

try {
  writeFileSync(
    join(work, "provider.tf.json"),
    JSON.stringify({
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: VERSION } } },
      provider: { aws: PROVIDER },
    }),
  );
  terraform(["init", "-input=false"]);
  for (const [type, shape] of Object.entries(schemas)) {
    if (wanted.size > 0 && !wanted.has(type)) continue;
    for (const variant of ["bare", "full"]) {
      bodies.set(`${type}.${variant}`, {
        ...bodyOf(shape, variant === "full", new Set()),
        ...structuredClone(SEEDS[type]),
      });
    }
  }
  let open = [...bodies.keys()];
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const complaints = validate(open);
    console.log(`round ${round}: ${open.length} forms, ${complaints.length} complaints`);
    mend(complaints, round);
    const changed = new Set(complaints.map(({ form }) => form));
    open = open.filter((form) => changed.has(form) && bodies.has(form));
  }
  for (const form of open) refuse(form);
  const changes = [];
  const forms = [...bodies.keys()];
  for (let start = 0; start < forms.length; start += BATCH) {
    changes.push(...plan(forms.slice(start, start + BATCH)));
  }
  writeDefaults(changes);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function mirror() {
  const folder = process.env["TF_MIRROR"];
  if (folder === undefined) return {};
  const file = join(work, "terraform.rc");
  writeFileSync(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}

/** @param {string[]} args */
function terraform(args, mayFail = false) {
  try {
    const options = {
      cwd: work,
      env: environment,
      maxBuffer: 2 ** 30,
      encoding: /** @type {const} */ ("utf8"),
    };
    return execFileSync("terraform", args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout, stderr } = /** @type {{stdout: string, stderr: string}} */ (error);
    if (mayFail) return stdout;
    throw new Error(`terraform ${args.join(" ")}: ${stdout}${stderr}`, { cause: error });
  }
}

/** @param {string} name @param {any} type @returns {any} */
function guess(name, type) {
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (type === "string") return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? "abcdef";
  const [kind, inner] = type;
  if (kind === "map") return { a: guess(name, inner) };
  if (kind === "object") {
    return Object.fromEntries(Object.entries(inner).map(([key, part]) => [key, guess(key, part)]));
  }
  return [guess(name, inner)];
}

/** @param {any} shape @param {boolean} full @param {Set<string>} without @returns {any} */
function bodyOf(shape, full, without, path = "") {
  /** @type {Record<string, any>} */
  const body = {};
  for (const [name, attribute] of Object.entries(shape.attributes ?? {})) {
    if (!attribute.required || without.has(path + name)) continue;
    const inner = bodyOf(attribute, false, without, `${path}${name}.`);
    if (attribute.nesting === undefined) body[name] = guess(name, attribute.type);
    else body[name] = attribute.nesting === "single" ? inner : [inner];
  }
  for (const [name, block] of Object.entries(shape.blocks ?? {})) {
    const least = block.min ?? 0;
    if ((least === 0 && !full) || without.has(path + name)) continue;
    body[name] = Array.from({ length: Math.max(1, least) }, () =>
      bodyOf(block, full, without, `${path}${name}.`),
    );
  }
  return body;
}

/** Writes what is planned, one attribute a line, and tells of each line what stands in it. @param {string[]} chosen */
function writeConfiguration(chosen) {
  /** @type {{form: string, path: string[]}[]} */
  const places = [];
  /** @type {string[]} */
  const lines = [];
  const add = (/** @type {string} */ text, /** @type {string} */ form, /** @type {string[]} */ path) => {
    lines.push(text);
    places.push({ form, path });
  };
  const write = (
    /** @type {any} */ value,
    /** @type {string} */ form,
    /** @type {string[]} */ path,
    prefix = "",
    suffix = "",
  ) => {
    if (typeof value !== "object" || value === null) {
      add(prefix + JSON.stringify(value) + suffix, form, path);
      return;
    }
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    add(prefix + open, form, path);
    const keys = Object.keys(value);
    keys.forEach((key, index) => {
      const name = Array.isArray(value) ? "" : `${JSON.stringify(key)}: `;
      write(value[key], form, [...path, key], name, index + 1 < keys.length ? "," : "");
    });
    add(close + suffix, form, path);
  };
  add('{"resource": [', "", []);
  chosen.forEach((form, index) => {
    const [type, variant] = form.split(".");
    add(`{"${type}": {"${variant}":`, form, []);
    write(bodies.get(form), form, []);
    add(index + 1 < chosen.length ? "}}," : "}}", form, []);
  });
  add("]}", "", []);
  writeFileSync(join(work, "main.tf.json"), lines.join("\n"));
  return places;
}

/** @typedef {{form: string, path: string[], text: string}} Complaint */

/** @param {string[]} forms @returns {Complaint[]} */
function validate(forms) {
  const places = writeConfiguration(forms);
  const { diagnostics } = JSON.parse(terraform(["validate", "-json"], true));
  return diagnostics
    .filter((/** @type {any} */ { severity }) => severity === "error")
    .map((/** @type {any} */ { summary, detail = "", range, address }) => {
      const place = places[(range?.start.line ?? 0) - 1];
      const form = address ?? place?.form ?? "";
      return {
        form,
        path: place?.form === form ? place?.path : [],
        text: `${summary} ${detail}`.replace(/\s+/gu, " "),
      };
    });
}

/** @param {Complaint[]} complaints @param {number} round */
function mend(complaints, round) {
  const seen = new Set();
  for (const { form, path, text } of complaints) {
    const body = bodies.get(form);
    if (body === undefined) continue;
    if (process.env["VERBOSE"]) console.log("  ", form, path.join("."), text.slice(0, 240));
    // another complaint has already taken it out
    if (path.length > 0 && path.reduce((part, step) => part?.[step], body) === undefined) continue;
    const key = `${form} ${path.join(".")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (round < ROUNDS - 6 && correct(body, path, text)) continue;
    if (!dropPart(form, path, text)) refuse(form);
  }
}

/** @param {string} form */
function refuse(form) {
  bodies.delete(form);
}

/** Puts another value where the complaint is, as it asks for. @param {any} body @param {string[]} path @param {string} text */
function correct(body, path, text) {
  const missing =
    /(?:argument "?([\w.]+)"? is required|one of `([\w.]+)|"([\w.]+)": (?:one of|required)|No attribute specified when one \(and only one\) of \[([\w.]+))/u.exec(
      text,
    );
  const choice =
    /(?:to be one of|must be one of|one of:|Valid Values:) ?\[? ?\\?"?([\w:/+-][\w:./+-]*)/iu.exec(
      text,
    )?.[1] ?? /must (?:begin|start) with "?([\w:/-]+)/u.exec(text)?.[1];
  const least = /(?:in the range|between|at least)[ (]*(-?\d+)/u.exec(text)?.[1];
  const inSet = /expected (\w+) to be one of/u.exec(text)?.[1];
  if (
    inSet !== undefined &&
    choice !== undefined &&
    setAnywhere(
      path.reduce((part, step) => part?.[step], body),
      inSet,
      choice,
    )
  ) {
    return true;
  }
  const holder = path.slice(0, -1).reduce((part, step) => part?.[step], body);
  const last = path.at(-1);
  if (last === undefined || holder === undefined || missing !== null) return false;
  const before = holder[last];
  let value;
  if (typeof before === "number" && least !== undefined) value = Number(least);
  else if (typeof before === "string" && least !== undefined && /length/u.test(text)) {
    value = "a".repeat(Number(least));
  } else if (choice !== undefined && typeof before !== "object") {
    value = typeof before === "number" ? Number(choice) : choice;
  } else if (/invalid account ID|12 digits/iu.test(text)) value = "111111111111";
  else if (/not a valid IP|valid IPv4/iu.test(text)) value = "10.0.0.1";
  else if (/CIDR/u.test(text)) value = "10.0.0.0/24";
  else if (/ARN/u.test(text)) value = "arn:aws:sns:us-east-1:111111111111:a";
  else if (/JSON/u.test(text)) value = "{}";
  else if (/RFC ?3339|date|timestamp/iu.test(text)) value = "2030-01-01T00:00:00Z";
  else if (/expected type of .* to be (?:a )?(?:int|number)|parsing/u.test(text)) value = "1";
  if (value === undefined || value === before || Number.isNaN(value)) return false;
  holder[last] = value;
  return true;
}

/** Elements of a set have no place of their own: the attribute is set wherever it is below. @param {any} part @param {string} name @param {string} value @returns {boolean} */
function setAnywhere(part, name, value) {
  if (typeof part !== "object" || part === null) return false;
  const isHere = typeof part[name] === "string" && part[name] !== value;
  if (isHere) part[name] = value;
  return (
    Object.values(part)
      .map((inner) => setAnywhere(inner, name, value))
      .some(Boolean) || isHere
  );
}

/** Leaves out the optional block that the complaint is about. @param {string} form @param {string[]} path @param {string} text */
function dropPart(form, path, text) {
  const [type = "", variant] = form.split(".");
  const body = bodies.get(form);
  const named = [.../** @type {Iterable<RegExpExecArray>} */ (text.matchAll(/"([a-z_0-9.]+)"/gu))].map(
    ([, name = ""]) => name.split(".").filter((step) => !/^\d+$/u.test(step)),
  );
  const own = path.filter((step) => !/^\d+$/u.test(step));
  for (const steps of [own, ...named]) {
    for (let length = steps.length; length > 0; length -= 1) {
      const names = steps.slice(0, length);
      if (!isOptionalBlock(schemas[type], names)) continue;
      if (removeAt(body, names)) return true;
    }
  }
  if (variant !== "full") return false;
  const shape = schemas[type];
  const [block] = Object.keys(shape.blocks ?? {})
    .filter((name) => name in body && isOptionalBlock(shape, [name]))
    .reverse();
  return block !== undefined && removeAt(body, [block]);
}

/** @param {any} shape @param {string[]} names @returns {boolean} */
function isOptionalBlock(shape, [first = "", ...rest]) {
  const block = shape?.blocks?.[first];
  if (block === undefined) return false;
  return rest.length === 0 ? (block.min ?? 0) === 0 : isOptionalBlock(block, rest);
}

/** @param {any} body @param {string[]} names @returns {boolean} */
function removeAt(body, [first = "", ...rest]) {
  if (Array.isArray(body)) return body.map((item) => removeAt(item, [first, ...rest])).some(Boolean);
  if (typeof body !== "object" || body === null || !(first in body)) return false;
  if (rest.length > 0) return removeAt(body[first], rest);
  delete body[first];
  return true;
}

/**
 * Plans what is valid and gives the changes; what the provider refuses while it plans is left out. At a form that lets the
 * provider crash the others are planned without it.
 *
 * @param {string[]} forms
 * @returns {any[]}
 */
function plan(forms) {
  // what is refused is mended by itself, because a plan of many forms takes long
  let open = forms;
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const errors = planErrors(open);
    console.log(`plan of ${open.length} forms: ${errors.length} errors`);
    const crashed = errors.filter(({ text }) => text.startsWith("Plugin did not respond"));
    if (crashed.length > 0) isolate(crashed.map(({ form }) => form).filter((form) => bodies.has(form)));
    else if (errors.length > 0 && !mendPlan(errors)) break;
    const changed = new Set(errors.map(({ form }) => form));
    // a crash says nothing of the others
    open = open.filter((form) => bodies.has(form) && (crashed.length > 0 || changed.has(form)));
  }
  const left = forms.filter((form) => bodies.has(form));
  if (left.length === 0) return [];
  if (planErrors(left).length === 0) {
    return JSON.parse(terraform(["show", "-json", "plan.bin"])).resource_changes;
  }
  if (left.length === 1) {
    for (const form of left) refuse(form);
    return [];
  }
  const half = Math.ceil(left.length / 2);
  return [...plan(left.slice(0, half)), ...plan(left.slice(half))];
}

/** Of forms that were planned side by side, finds those at which the provider crashes. @param {string[]} suspects */
function isolate(suspects) {
  for (let left = suspects; left.length > 0; left = left.filter((form) => bodies.has(form))) {
    const culprits = planErrors(left, "-parallelism=1").filter(({ text }) =>
      text.startsWith("Plugin did not respond"),
    );
    if (culprits.length === 0) return;
    for (const { form } of culprits) {
      console.log(`the provider crashes at ${form}`);
      const body = bodies.get(form);
      if (body === undefined) return;
      if (!dropPart(form, [], "")) refuse(form);
    }
  }
}

/** Whether anything was changed. @param {{form: string, text: string}[]} errors */
function mendPlan(errors) {
  let isChanged = false;
  for (const { form, text } of errors) {
    if (!bodies.has(form)) continue;
    isChanged = true;
    if (!dropPart(form, [], text)) refuse(form);
  }
  return isChanged;
}

/** @param {string[]} forms @param {string[]} flags @returns {{form: string, text: string}[]} */
function planErrors(forms, ...flags) {
  writeConfiguration(forms);
  rmSync(join(work, "plan.bin"), { force: true });
  const fixed = ["-input=false", "-refresh=false", "-lock=false", "-json", "-out=plan.bin"];
  const errors = terraform(["plan", ...fixed, ...flags], true)
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line).diagnostic)
    .filter((diagnostic) => diagnostic?.severity === "error")
    .map(({ address = "", summary, detail = "" }) => ({ form: address, text: `${summary} ${detail}` }))
    // what a crash takes with it
    .filter(({ text }) => !text.startsWith("Request cancelled"));
  if (process.env["VERBOSE"]) {
    for (const { form, text } of errors) console.log("  ", form, text.slice(0, 240));
  }
  const isLost = errors.length === 0 && !existsSync(join(work, "plan.bin"));
  return isLost ? [{ form: "", text: "Plugin did not respond" }] : errors;
}

/** @param {any[]} changes */
function writeDefaults(changes) {
  /** @type {Record<string, Record<string, unknown>>} */
  const before =
    wanted.size > 0 ? JSON.parse(readFileSync(fixture("-defaults"), "utf8")) : { resources: {}, refused: [] };
  const others = Object.entries(before.resources).filter(([type]) => !wanted.has(type));
  /** @type {Record<string, Record<string, unknown>>} */
  const defaults = Object.fromEntries(others);
  for (const { address, type, change } of changes) {
    const found = (defaults[type] ??= {});
    collect(bodies.get(address), change.after, change.after_unknown, schemas[type], "", found);
  }
  const kept = Object.entries(defaults)
    .filter(([, found]) => Object.keys(found).length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const missing = Object.keys(schemas).filter((type) => {
    if (wanted.size > 0 && !wanted.has(type)) return before.refused.includes(type);
    return !bodies.has(`${type}.bare`) && !bodies.has(`${type}.full`);
  });
  const text = [
    "{",
    `"source": ${JSON.stringify({ ...source, command: "terraform plan" })},`,
    `"refused": ${JSON.stringify(missing)},`,
    `"resources": {\n${kept.map(([type, found]) => `${JSON.stringify(type)}: ${JSON.stringify(sorted(found))}`).join(",\n")}\n}`,
    "}\n",
  ].join("\n");
  writeFileSync(fixture("-defaults"), text);
  console.log(`${kept.length} types with defaults; refused: ${missing.join(" ")}`);
}

/** @param {Record<string, unknown>} object */
function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** @param {any} written @param {any} after @param {any} unknown @param {any} shape @param {string} path @param {Record<string, unknown>} found */
function collect(written, after, unknown, shape, path, found) {
  if (after === null || typeof after !== "object") return;
  for (const [name, attribute] of Object.entries(shape.attributes ?? {})) {
    const value = after[name];
    const isDefault =
      value !== null && value !== undefined && written?.[name] === undefined && unknown?.[name] !== true;
    // an empty collection is how a plan shows one that is not set
    if (isDefault && typeof value !== "object" && value !== "") found[path + name] = value;
  }
  for (const [name, block] of Object.entries(shape.blocks ?? {})) {
    const blocks = [written?.[name]].flat();
    [after[name]].flat().forEach((item, index) => {
      if (blocks[index] !== undefined) {
        collect(blocks[index], item, [unknown?.[name]].flat()[index], block, `${path}${name}.`, found);
      }
    });
  }
}
