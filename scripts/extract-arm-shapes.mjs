// Writes what the Azure sources know of resource types, from fixtures/schemas/arm-types.json: how types and properties are
// spelled (Azure takes them in any case, and the words that a property admits too), which properties are secrets, and which
// are flags and numbers (Azure takes them as text as well).
//
//   node scripts/extract-arm-shapes.mjs
//
// A property is 0, 1 for a secret, 2 for a flag, 3 for a number; ["=", word, …] one of some words; ["*", item] a list or a map
// with keys of the user's; {…} an object, in which "*" stands for all other names; "#name" one of the definitions, which stand
// among the types. Each type is JSON in a text, so that a scan parses only the types that it meets.

import { readFileSync, writeFileSync } from "node:fs";

const MOST_WORDS = 40;
/** The published types mark only some of the secrets. These names stand for one, wherever they can be written. */
const SECRET_NAME =
  /(?:passw(?:or)?d|secret|customData|userData|connection-?string(?:-\d)?|accessKey|accountKey|sharedKey|privateKey|apiKey|sas(?:Token|Uri)|primaryKey|secondaryKey|(?:access|refresh)Token|protectedSettings|encryptedCredential)$/iu;

/** What a command or its settings may hold in the clear: extensions have `protectedSettings` for it, and people do not use them. */
const COMMAND = ["commandToExecute", "script", "storageAccountKey", "storageAccountSasToken", "fileUris/*"];
const CONTAINERS = ["containers", "initContainers"];

/**
 * Secrets of other names: what people write into settings and environments is often a secret, and a report does without it.
 * Rules judge it all the same. A part that the type does not describe is made.
 */
const SECRETS = {
  "Microsoft.ApiManagement/service/backends": [
    "credentials/header/*",
    "credentials/query/*",
    "credentials/authorization/parameter",
  ],
  "Microsoft.ApiManagement/service/loggers": ["credentials"],
  "Microsoft.ApiManagement/service/namedValues": ["value"],
  "Microsoft.App/containerApps": CONTAINERS.map((name) => `template/${name}/*/env/*/value`),
  "Microsoft.App/jobs": CONTAINERS.map((name) => `template/${name}/*/env/*/value`),
  "Microsoft.AppConfiguration/configurationStores/keyValues": ["value"],
  "Microsoft.Automation/automationAccounts/variables": ["value"],
  "Microsoft.Batch/batchAccounts/pools": ["startTask/commandLine", "startTask/environmentSettings/*/value"],
  "Microsoft.Compute/virtualMachineScaleSets": COMMAND.map(
    (name) => `virtualMachineProfile/extensionProfile/extensions/*/properties/settings/${name}`,
  ),
  "Microsoft.Compute/virtualMachineScaleSets/extensions": COMMAND.map((name) => `settings/${name}`),
  "Microsoft.Compute/virtualMachines/extensions": COMMAND.map((name) => `settings/${name}`),
  "Microsoft.Compute/virtualMachines/runCommands": [
    "source/script",
    "source/scriptUri",
    "parameters/*/value",
    "protectedParameters/*/value",
  ],
  "Microsoft.ContainerInstance/containerGroups": [
    ...CONTAINERS.map((name) => `${name}/*/properties/environmentVariables/*/value`),
    ...CONTAINERS.map((name) => `${name}/*/properties/command/*`),
  ],
  "Microsoft.KeyVault/vaults/secrets": ["value"],
  "Microsoft.Logic/workflows": ["parameters/*/value", "definition/parameters/*/defaultValue"],
  "Microsoft.Resources/deploymentScripts": ["arguments", "environmentVariables/*/value", "scriptContent"],
  "Microsoft.Web/sites": ["siteConfig/appSettings/*/value"],
  "Microsoft.Web/sites/config": ["appSettings/*/value", "*"],
  "Microsoft.Web/sites/slots": ["siteConfig/appSettings/*/value"],
  "Microsoft.Web/sites/slots/config": ["appSettings/*/value", "*"],
};

process.chdir(`${import.meta.dirname}/..`);

const { types, definitions, typeNames } = JSON.parse(readFileSync("fixtures/schemas/arm-types.json", "utf8"));
for (const [type, places] of Object.entries(SECRETS)) {
  for (const place of places) partAt(types[type], ["properties", ...place.split("/")]).sensitive = true;
}
const folder = "src/sources/azure";
const described = [
  ...Object.entries(types).map(([type, shape]) => [type, shapeOf(shape)]),
  ...Object.entries(definitions).map(([name, shape]) => [`#${name}`, shapeOf(shape)]),
].filter(([, shape]) => shape !== 0);
const lines = described
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(JSON.stringify(shape))}`);
writeFileSync(`${folder}/arm-shapes.json`, `{\n${lines.join(",\n")}\n}\n`);
writeFileSync(
  `${folder}/arm-type-names.json`,
  `[\n${typeNames.map((name) => JSON.stringify(name)).join(",\n")}\n]\n`,
);

/** The part of a shape, made where the type leaves it open. */
function partAt(shape, path) {
  let part = shape;
  for (const name of path) {
    if (part.t === "ref") part = definitions[part.to];
    if (part.t === "json") part.t = name === "*" ? "array" : "object";
    if (name === "*") part = part.items ??= { t: "json" };
    else part = (part.properties ??= {})[name] ??= { t: "json" };
  }
  return part;
}

function shapeOf(shape, name = "") {
  if (shape.sensitive === true) return 1;
  if (!shape.readOnly && ["string", "json", "map"].includes(shape.t) && SECRET_NAME.test(name)) return 1;
  switch (shape.t) {
    case "object":
      return objectOf(shape);
    case "array":
    case "map":
      return listOf(shape.items);
    case "ref":
      return `#${shape.to}`;
    case "union": {
      const parts = shape.of.map((part) => shapeOf(part)).filter((part) => typeof part === "object");
      return parts[0] ?? 0;
    }
    default:
      if (shape.t === "boolean") return 2;
      if (shape.t === "integer") return 3;
      return shape.t === "string" ? wordsOf(shape.enum ?? []) : 0;
  }
}

function objectOf({ properties = {}, items }) {
  const members = Object.entries(properties).map(([key, part]) => [key, shapeOf(part, key)]);
  if (members.length === 0) return items === undefined ? 0 : listOf(items);
  const others = items === undefined ? 0 : shapeOf(items);
  return { ...Object.fromEntries(members), ...(others !== 0 && { "*": others }) };
}

/** Words of which two differ by case alone say nothing of how a third is meant; long lists are names of sizes and the like. */
function wordsOf(words) {
  const spellings = new Set(words.map((word) => word.toLowerCase()));
  return words.length === 0 || words.length > MOST_WORDS || spellings.size < words.length
    ? 0
    : ["=", ...words];
}

function listOf(items) {
  const item = items === undefined ? 0 : shapeOf(items);
  return item === 0 ? 0 : ["*", item];
}
