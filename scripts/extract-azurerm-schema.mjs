// Writes fixtures/schemas/hashicorp-azurerm-<version>.json: the shapes of the Terraform azurerm provider's types that
// lenses and rules speak of, in the form of the extract of the AWS provider. They are read out of @cdktf/provider-azurerm,
// which is generated from the provider's schema: it says of every attribute its type, of every block whether it repeats,
// and what only the provider sets. What is computed if nobody sets it, and what is sensitive, it does not say.
//
//   node scripts/extract-azurerm-schema.mjs <the folder of @cdktf/provider-azurerm>

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const RESOURCES = [
  "api_management",
  "api_management_api_diagnostic",
  "api_management_diagnostic",
  "api_management_logger",
  "api_management_named_value",
  "app_configuration",
  "app_service_virtual_network_swift_connection",
  "application_gateway",
  "application_insights",
  "automation_account",
  "backup_*",
  "bastion_host",
  "batch_*",
  "cognitive_account",
  "container_app",
  "container_app_job",
  "container_group",
  "container_registry",
  "cosmosdb_account",
  "data_factory",
  "data_factory_managed_private_endpoint",
  "data_protection_*",
  "databricks_workspace",
  "disk_encryption_set",
  "eventgrid_*",
  "eventhub*",
  "express_route_*",
  "firewall*",
  "healthcare_*",
  "image",
  "ip_group",
  "iothub",
  "key_vault*",
  "kubernetes_cluster",
  "kubernetes_cluster_node_pool",
  "kusto_cluster*",
  "lighthouse_*",
  "linux_function_app",
  "linux_function_app_slot",
  "linux_virtual_machine*",
  "linux_web_app",
  "linux_web_app_slot",
  "local_network_gateway",
  "logic_app_standard",
  "logic_app_workflow",
  "log_analytics_*",
  "machine_learning_*",
  "managed_disk",
  "management_group*",
  "management_lock",
  "monitor_*",
  "mssql_*",
  "mysql_flexible_*",
  "nat_gateway*",
  "network_*",
  "orchestrated_virtual_machine_scale_set",
  "pim_*",
  "point_to_site_vpn_gateway",
  "policy_*",
  "postgresql_flexible_*",
  "private_*",
  "public_ip*",
  "recovery_services_vault",
  "recovery_services_vault_resource_guard_association",
  "redhat_openshift_cluster",
  "redis_*",
  "resource_group*",
  "resource_policy_*",
  "resource_deployment_script_azure_cli",
  "role_*",
  "route*",
  "search_service",
  "security_center_*",
  "sentinel_*",
  "service_plan",
  "servicebus_*",
  "signalr_service",
  "storage_*",
  "stream_analytics_job",
  "subnet*",
  "subscription*",
  "synapse_*",
  "user_assigned_identity",
  "virtual_*",
  "virtual_network*",
  "vpn_*",
  "windows_function_app",
  "windows_function_app_slot",
  "windows_virtual_machine*",
  "windows_web_app",
  "windows_web_app_slot",
];

/** What reads an attribute says what it holds. */
const TYPES = {
  getStringAttribute: "string",
  getBooleanAttribute: "bool",
  getNumberAttribute: "number",
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  getAnyMapAttribute: ["map", "dynamic"],
  interpolationForAttribute: "dynamic",
};

/** Blocks that no rule reads. */
const LEFT_OUT = new Set(["timeouts"]);
const WANTED = new RegExp(`^azurerm_(?:${RESOURCES.map((name) => name.replaceAll("*", ".*")).join("|")})$`);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/extract-azurerm-schema.mjs <folder of @cdktf/provider-azurerm>");
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const names = [];
const resources = {};
let version;
for (const entry of readdirSync(join(folder, "lib")).sort()) {
  const file = join(folder, "lib", entry, "index.js");
  if (!existsSync(file)) continue;
  const text = readFileSync(file, "utf8");
  const type = /\bterraformResourceType: '(azurerm_\w+)',/.exec(text)?.[1];
  if (type === undefined || entry.startsWith("data-azurerm-")) continue;
  version ??= /\bproviderVersion: '([^']+)'/.exec(text)?.[1];
  names.push(type);
  if (WANTED.test(type)) resources[type] = describeFile(text);
}
writeFileSync(
  resolve(import.meta.dirname, `../fixtures/schemas/hashicorp-azurerm-${version}.json`),
  formatExtract(),
);

/** The classes of a file by name, each as its text. */
function describeFile(text) {
  const classes = new Map();
  let root;
  for (const part of text.split(/^(?=class \w+ extends cdktf\.)/m)) {
    const [, name, base] = /^class (\w+) extends cdktf\.(\w+)/.exec(part) ?? [];
    if (name === undefined) continue;
    classes.set(name, part);
    if (base === "TerraformResource") root = name;
  }
  return describeLevel(root, { classes, text });
}

function describeLevel(name, file) {
  const body = file.classes.get(name);
  const table = readTable(name, file);
  const attributes = {};
  const blocks = {};
  for (const [, className, attribute, wraps] of body.matchAll(
    /this\._\w+ = new (\w+)\(this, "(\w+)"(?:, (true|false))?\)/g,
  )) {
    if (LEFT_OUT.has(attribute)) continue;
    const repeats = className.endsWith("List");
    const inner = describeLevel(className.replace(/List$/, "OutputReference"), file);
    if (table.get(attribute) === undefined) {
      attributes[attribute] = { nesting: "list", ...inner, computed: true };
    } else {
      const nesting = wraps === "true" ? "set" : "list";
      blocks[attribute] = { nesting, ...(!repeats && { max: 1 }), ...inner };
    }
  }
  for (const [, getter, attribute] of body.matchAll(
    /return (?:cdktf\.Fn\.tolist\()?this\.(get\w+Attribute|interpolationForAttribute)\('(\w+)'\)/g,
  )) {
    attributes[attribute] = describeAttribute(getter, attribute, table, body);
  }
  return {
    ...(Object.keys(attributes).length > 0 && { attributes: sortKeys(attributes) }),
    ...(Object.keys(blocks).length > 0 && { blocks: sortKeys(blocks) }),
  };
}

function describeAttribute(getter, attribute, table, body) {
  const type = TYPES[getter];
  if (type === undefined) throw new Error(`${attribute}: ${getter} is not described yet`);
  const written = table.get(attribute);
  if (written === undefined) return { type, computed: true };
  const shape = written === "set" && Array.isArray(type) ? ["set", type[1]] : type;
  const camel = attribute.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
  const optional = body.toLowerCase().includes(`reset${camel.toLowerCase()}()`);
  return { type: shape, ...(optional ? { optional: true } : { required: true }) };
}

/** What can be written at a level, and as what: `simple`, `list`, `set`, `map`, `struct`. */
function readTable(name, { classes, text }) {
  const stem = name.replace(/OutputReference$/, "");
  const start =
    stem === name
      ? classes.get(name).indexOf("synthesizeHclAttributes()")
      : text.indexOf(`function ${stem[0].toLowerCase()}${stem.slice(1)}ToHclTerraform(`);
  const source =
    stem === name ? classes.get(name).slice(start) : text.slice(start, text.indexOf("\n}\n", start));
  const table = new Map();
  if (start < 0) return table;
  for (const [, attribute, kind] of source.matchAll(
    /^ +(\w+): \{\n +value: .*\n +isBlock: (?:true|false),\n +type: "(\w+)",/gm,
  )) {
    table.set(attribute, kind);
  }
  return table;
}

function sortKeys(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One type a line: small, and a diff still shows which type changed. */
function formatExtract() {
  const source = {
    provider: "registry.terraform.io/hashicorp/azurerm",
    version,
    package: "@cdktf/provider-azurerm",
    packageVersion: manifest.version,
  };
  const lines = Object.entries(resources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`)
    .join(",\n");
  const types = [...names]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((type) => JSON.stringify(type))
    .join(",\n");
  return [
    "{",
    `"source": ${JSON.stringify(source)},`,
    `"resources": {\n${lines}\n},`,
    `"types": [\n${types}\n]`,
    "}\n",
  ].join("\n");
}
