/* oxlint-disable max-lines -- half of the file is the list of types */
// Writes fixtures/schemas/arm-types.json: the shapes of the Azure resource types that rules, lenses and sources speak of,
// in the newest stable API version of each, and the names of all types, as Azure publishes them.
//
//   node scripts/extract-arm-types.mjs <a checkout of github.com/Azure/bicep-types-az> [commit]
//
// A property is {"t": "string|integer|boolean|json", "enum"?, "open"? (other values are allowed too), "required"?,
// "readOnly"?, "sensitive"?}, {"t": "object", "properties", "items"?}, {"t": "array"|"map", "items"}, {"t": "union", "of"}
// or {"t": "ref", "to"}, which names one of the definitions: the shapes of the network refer to each other in circles.
// An object of several kinds (a discriminated one) has the properties of all of them.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const TYPES = [
  "ApiManagement/service",
  "ApiManagement/service/apis/diagnostics",
  "ApiManagement/service/apis/operations",
  "ApiManagement/service/backends",
  "ApiManagement/service/diagnostics",
  "ApiManagement/service/loggers",
  "ApiManagement/service/namedValues",
  "ApiManagement/service/tenant",
  "App/containerApps",
  "App/jobs",
  "App/managedEnvironments",
  "AppConfiguration/configurationStores",
  "AppConfiguration/configurationStores/keyValues",
  "Authorization/*",
  "Automation/automationAccounts",
  "Automation/automationAccounts/variables",
  "Batch/*",
  "Cache/redis*",
  "CognitiveServices/accounts",
  "Compute/diskEncryptionSets",
  "Compute/disks",
  "Compute/galleries",
  "Compute/galleries/images",
  "Compute/sshPublicKeys",
  "Compute/virtualMachineScaleSets",
  "Compute/virtualMachineScaleSets/extensions",
  "Compute/virtualMachines",
  "Compute/virtualMachines/extensions",
  "Compute/virtualMachines/runCommands",
  "ContainerInstance/containerGroups",
  "ContainerRegistry/registries",
  "ContainerService/managedClusters",
  "ContainerService/managedClusters/agentPools",
  "DBForMySql/*",
  "DBforMariaDB/servers",
  "DBforMySQL/*",
  "DBforPostgreSQL/*",
  "DataFactory/factories",
  "DataFactory/factories/linkedservices",
  "DataFactory/factories/managedVirtualNetworks*",
  "DataLakeAnalytics/accounts",
  "DataLakeStore/accounts",
  "DataProtection/backupVaults*",
  "Databricks/workspaces",
  "Devices/IotHubs",
  "Devices/provisioningServices",
  "DocumentDB/databaseAccounts",
  "EventGrid/domains",
  "EventGrid/systemTopics*",
  "EventGrid/topics",
  "EventHub/namespaces*",
  "GuestConfiguration/guestConfigurationAssignments",
  "HealthcareApis/*",
  "Insights/actionGroups",
  "Insights/activityLogAlerts",
  "Insights/components",
  "Insights/dataCollectionRule*",
  "Insights/dataCollectionEndpoints",
  "Insights/diagnosticSettings",
  "Insights/logprofiles",
  "Insights/privateLinkScopes*",
  "KeyVault/*",
  "Kusto/clusters",
  "Logic/workflows",
  "MachineLearningServices/workspaces",
  "MachineLearningServices/workspaces/computes",
  "ManagedIdentity/*",
  "ManagedServices/*",
  "Management/managementGroups*",
  "Network/applicationGatewayWebApplicationFirewallPolicies",
  "Network/applicationGateways",
  "Network/applicationSecurityGroups",
  "Network/azureFirewalls",
  "Network/bastionHosts",
  "Network/connections",
  "Network/ddosProtectionPlans",
  "Network/expressRoute*",
  "Network/firewallPolicies*",
  "Network/frontDoor*",
  "Network/ipGroups",
  "Network/loadBalancers",
  "Network/localNetworkGateways",
  "Network/natGateways",
  "Network/networkInterfaces",
  "Network/networkSecurityGroups*",
  "Network/networkSecurityPerimeters*",
  "Network/networkWatchers*",
  "Network/privateDnsZones",
  "Network/privateDnsZones/virtualNetworkLinks",
  "Network/privateEndpoints*",
  "Network/privateLinkServices",
  "Network/publicIPAddresses",
  "Network/publicIPPrefixes",
  "Network/routeTables*",
  "Network/serviceEndpointPolicies*",
  "Network/virtualHubs*",
  "Network/virtualNetworkGateways",
  "Network/virtualNetworks*",
  "Network/virtualWans",
  "Network/vpnGateways",
  "OperationalInsights/clusters",
  "OperationalInsights/workspaces",
  "OperationalInsights/workspaces/dataExports",
  "OperationalInsights/workspaces/linkedServices",
  "OperationalInsights/workspaces/linkedStorageAccounts",
  "OperationalInsights/workspaces/tables",
  "OperationsManagement/solutions",
  "PolicyInsights/remediations",
  "Portal/dashboards",
  "RecoveryServices/vaults",
  "RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
  "RecoveryServices/vaults/backupPolicies",
  "RecoveryServices/vaults/backupconfig",
  "RecoveryServices/vaults/backupEncryptionConfigs",
  "RecoveryServices/vaults/backupstorageconfig",
  "RedHatOpenShift/openShiftClusters*",
  "Resources/deploymentScripts",
  "Resources/deploymentStacks",
  "Resources/deployments",
  "Resources/links",
  "Resources/resourceGroups",
  "Resources/tags",
  "Resources/templateSpecs*",
  "Search/searchServices",
  "Security/advancedThreatProtectionSettings",
  "Security/assessments",
  "Security/autoProvisioningSettings",
  "Security/automations",
  "Security/defenderForStorageSettings",
  "Security/pricings",
  "Security/securityContacts",
  "SecurityInsights/alertRules",
  "SecurityInsights/dataConnectors",
  "SecurityInsights/onboardingStates",
  "SecurityInsights/settings",
  "ServiceBus/namespaces*",
  "ServiceFabric/clusters",
  "SignalRService/SignalR",
  "Sql/managedInstances",
  "Sql/managedInstances/encryptionProtector",
  "Sql/managedInstances/securityAlertPolicies",
  "Sql/managedInstances/vulnerabilityAssessments",
  "Sql/servers",
  "Sql/servers/administrators",
  "Sql/servers/auditingSettings",
  "Sql/servers/azureADOnlyAuthentications",
  "Sql/servers/connectionPolicies",
  "Sql/servers/databases",
  "Sql/servers/databases/auditingSettings",
  "Sql/servers/databases/backupLongTermRetentionPolicies",
  "Sql/servers/databases/transparentDataEncryption",
  "Sql/servers/encryptionProtector",
  "Sql/servers/firewallRules",
  "Sql/servers/securityAlertPolicies",
  "Sql/servers/virtualNetworkRules",
  "Sql/servers/vulnerabilityAssessments",
  "Storage/storageAccounts*",
  "StorageSync/storageSyncServices",
  "StreamAnalytics/streamingjobs",
  "Subscription/aliases",
  "Synapse/privateLinkHubs",
  "Synapse/workspaces*",
  "Web/serverfarms",
  "Web/sites",
  "Web/sites/config",
  "Web/sites/networkConfig",
  "Web/sites/slots",
  "Web/sites/slots/config",
  "Web/sites/virtualNetworkConnections",
];

const WANTED = new RegExp(
  `^Microsoft\\.(?:${TYPES.map((type) => type.replaceAll("*", ".*")).join("|")})$`,
  "i",
);

/** Types whose newest preview is the one that Azure documents: their stable versions are from before they were finished. */
const PREVIEW = new Set(["microsoft.insights/diagnosticsettings"]);

/** What every resource has, and the model keeps apart from its body. */
const ENVELOPE = new Set(["id", "type", "apiVersion"]);
const REQUIRED = 1;
const READ_ONLY = 2;

const [folder, commit] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/extract-arm-types.mjs <checkout of Azure/bicep-types-az> [commit]");
  process.exit(2);
}

const newest = findNewest(join(folder, "generated"));
const definitions = {};
const types = {};
for (const { name, file, version } of [...newest.values()].sort((a, b) => compare(a.name, b.name))) {
  if (WANTED.test(name)) types[name] = { apiVersion: version, ...describeResource(file, name) };
}
const inlined = inlineDefinitions(types, definitions);
writeFileSync(
  resolve(import.meta.dirname, "../fixtures/schemas/arm-types.json"),
  formatExtract({
    source: { repository: "github.com/Azure/bicep-types-az", ...(commit && { commit }) },
    types: inlined.types,
    definitions: inlined.definitions,
    typeNames: [...newest.values()].map(({ name }) => name).sort(compare),
  }),
);

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of each type, whatever its spelling, the newest stable version, or the newest preview of one that never was stable. */
function findNewest(root) {
  const found = new Map();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    if (!path.endsWith("types.json")) continue;
    const file = JSON.parse(readFileSync(join(root, path), "utf8"));
    for (const [index, entry] of file.entries()) {
      if (entry.$type !== "ResourceType") continue;
      const [name, version] = entry.name.split("@");
      const key = name.toLowerCase();
      const other = found.get(key);
      const rank = `${version.includes("-preview") && !PREVIEW.has(key) ? "0" : "1"}${version}`;
      if (other !== undefined && other.rank >= rank) continue;
      found.set(key, { name, version, rank, file: { path, entries: file, index, version } });
    }
  }
  return respelled(found);
}

/** Some files spell a namespace in another way than the rest: the spelling that most types have is that of all. */
function respelled(found) {
  const spellings = new Map();
  for (const { name } of found.values()) {
    const [namespace] = name.split("/");
    const counts = spellings.get(namespace.toLowerCase()) ?? new Map();
    spellings.set(namespace.toLowerCase(), counts.set(namespace, (counts.get(namespace) ?? 0) + 1));
  }
  for (const entry of found.values()) {
    const [namespace] = entry.name.split("/");
    const [best] = [...spellings.get(namespace.toLowerCase())].sort(([, a], [, b]) => b - a);
    entry.name = best[0] + entry.name.slice(namespace.length);
  }
  return found;
}

function describeResource(file, name) {
  const body = resolveType(file.entries[file.entries[file.index].body.$ref.slice(2)], file);
  const properties = Object.entries(body.properties).filter(([property]) => !ENVELOPE.has(property));
  const namespace = name.split("/")[0];
  return {
    t: "object",
    properties: describeProperties(Object.fromEntries(properties), { ...file, namespace }),
  };
}

/** An object of several kinds as one with the properties of all. */
function resolveType(type, file) {
  if (type.$type !== "DiscriminatedObjectType") return type;
  const properties = { ...type.baseProperties };
  for (const element of Object.values(type.elements)) {
    for (const [name, property] of Object.entries(at(element, file).properties)) {
      if (name === type.discriminator) continue;
      const flags = property.flags & ~REQUIRED;
      const other = properties[name];
      properties[name] = { flags, type: other === undefined ? property.type : bothOf(other, property, file) };
    }
  }
  properties[type.discriminator] = { kinds: Object.keys(type.elements), flags: REQUIRED };
  return { $type: "ObjectType", name: type.name, properties };
}

/** What two kinds have under one name: objects as one with the properties of both, anything else as the first has it. */
function bothOf(one, other, file) {
  const [first, second] = [one.type, other.type].map((type) => resolveType(at(type, file), file));
  if (one.type.$ref === other.type.$ref || first.$type !== "ObjectType" || second.$type !== "ObjectType") {
    return one.type;
  }
  const properties = { ...first.properties };
  for (const [name, property] of Object.entries(second.properties ?? {})) {
    const held = properties[name];
    properties[name] =
      held?.type === undefined || property.type === undefined
        ? (held ?? property)
        : { flags: held.flags & property.flags, type: bothOf(held, property, file) };
  }
  const items = [first.additionalProperties, second.additionalProperties].filter(
    (item) => item !== undefined,
  );
  const [item] = items.length > 1 ? [added({ $type: "UnionType", elements: items }, file)] : items;
  return added({ ...first, properties, ...(item !== undefined && { additionalProperties: item }) }, file);
}

function added(type, file) {
  file.entries.push(type);
  return { $ref: `#/${String(file.entries.length - 1)}` };
}

function at({ $ref }, file) {
  return file.entries[Number($ref.slice(2))];
}

function describeProperties(properties, file) {
  return Object.fromEntries(
    Object.entries(properties)
      .sort(([a], [b]) => compare(a, b))
      .map(([name, property]) => [
        name,
        {
          ...(property.kinds ? { t: "string", enum: property.kinds } : describeType(property.type, file)),
          ...((property.flags & REQUIRED) !== 0 && { required: true }),
          ...((property.flags & READ_ONLY) !== 0 && { readOnly: true }),
        },
      ]),
  );
}

function describeType(reference, file) {
  const type = at(reference, file);
  switch (type.$type) {
    case "StringType":
      return { t: "string", ...(type.sensitive && { sensitive: true }) };
    case "StringLiteralType":
      return { t: "string", enum: [type.value] };
    case "IntegerType":
      return { t: "integer" };
    case "BooleanType":
      return { t: "boolean" };
    case "AnyType":
    case "NullType":
      return { t: "json" };
    case "ArrayType":
      return { t: "array", items: describeType(type.itemType, file) };
    case "UnionType":
      return describeUnion(type, file);
    case "ObjectType":
    case "DiscriminatedObjectType":
      return describeObject(reference, type, file);
    default:
      throw new Error(`${file.path}: ${type.$type} is not described yet`);
  }
}

function describeUnion({ elements }, file) {
  const parts = elements.map((element) => at(element, file));
  const literals = parts.filter(({ $type }) => $type === "StringLiteralType").map(({ value }) => value);
  const others = elements.filter((_, index) => parts[index].$type !== "StringLiteralType");
  if (literals.length > 0 && others.every((other) => at(other, file).$type === "StringType")) {
    return { t: "string", enum: literals, ...(others.length > 0 && { open: true }) };
  }
  return { t: "union", of: elements.map((element) => describeType(element, file)) };
}

function describeObject(reference, type, file) {
  const resolved = resolveType(type, file);
  const own = Object.keys(resolved.properties ?? {}).length > 0;
  if (!own) {
    if (resolved.additionalProperties === undefined) return { t: "object", properties: {} };
    return { t: "map", items: describeType(resolved.additionalProperties, file) };
  }
  const key = `${file.namespace}@${file.version}#${type.name}:${reference.$ref.slice(2)}`;
  if (definitions[key] === undefined) {
    definitions[key] = {};
    definitions[key] = {
      t: "object",
      properties: describeProperties(resolved.properties, file),
      ...(resolved.additionalProperties && { items: describeType(resolved.additionalProperties, file) }),
    };
  }
  return { t: "ref", to: key };
}

/** A definition that is used once stands where it is used; the others get short names. */
function inlineDefinitions(resources, all) {
  const uses = new Map();
  for (const shape of [...Object.values(resources), ...Object.values(all)]) countUses(shape, uses);
  const names = shortNames([...uses].filter(([, count]) => count > 1).map(([key]) => key));
  const write = (shape) => {
    if (shape.t === "ref") {
      const { to, t, ...flags } = shape;
      return names.has(to) ? { t, to: names.get(to), ...flags } : { ...write(all[to]), ...flags };
    }
    const { properties, items, of, ...rest } = shape;
    return {
      ...rest,
      ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, write(part)])),
      }),
      ...(items && { items: write(items) }),
      ...(of && { of: of.map(write) }),
    };
  };
  return {
    types: mapValues(resources, write),
    definitions: Object.fromEntries(
      [...names].sort(([, a], [, b]) => compare(a, b)).map(([key, name]) => [name, write(all[key])]),
    ),
  };
}

function countUses(shape, uses) {
  if (shape.t === "ref") uses.set(shape.to, (uses.get(shape.to) ?? 0) + 1);
  for (const part of [...Object.values(shape.properties ?? {}), ...(shape.of ?? [])]) countUses(part, uses);
  if (shape.items) countUses(shape.items, uses);
}

/** `Network/Subnet`; with its version, or a number, where several objects have one name. */
function shortNames(keys) {
  const names = new Map();
  const taken = new Set();
  for (const key of keys.sort(compare)) {
    const [, namespace, version, object] = /^microsoft\.([^@]+)@([^#]+)#(.*):\d+$/i.exec(key) ?? [];
    if (object === undefined) throw new Error(`${key} is no key of a definition`);
    const candidates = [`${namespace}/${object}`, `${namespace}/${object}@${version}`];
    let name = candidates.find((candidate) => !taken.has(candidate));
    for (let count = 2; name === undefined; count += 1) {
      const numbered = `${candidates[1]}#${String(count)}`;
      if (!taken.has(numbered)) name = numbered;
    }
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** One type a line: small, and a diff still shows which type changed. */
function formatExtract({ source, types: described, definitions: shared, typeNames }) {
  return [
    "{",
    `"source": ${JSON.stringify(source)},`,
    `"types": {\n${lines(described)}\n},`,
    `"definitions": {\n${lines(shared)}\n},`,
    `"typeNames": [\n${typeNames.map((name) => JSON.stringify(name)).join(",\n")}\n]`,
    "}\n",
  ].join("\n");
}

function lines(entries) {
  return Object.entries(entries)
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`)
    .join(",\n");
}
