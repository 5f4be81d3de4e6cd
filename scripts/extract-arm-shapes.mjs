// Writes what the Azure sources know of resource types, from fixtures/schemas/arm-types.json: how types and properties are
// spelled (Azure takes them in any case, and the words that a property admits too), which properties are secrets, and which
// are flags and numbers (Azure takes them as text as well).
//
//   node scripts/extract-arm-shapes.mjs
//
// A property is 0, 1 for a secret, 2 for a flag, 3 for a number; ["=", word, …] one of some words; ["*", item] a list or a map with keys of the user's; {…} an object; "#name" one of the
// definitions, which stand among the types. Each type is JSON in a text, so that a scan parses only the types that it meets.

import { readFileSync, writeFileSync } from "node:fs";

const MOST_WORDS = 40;
/** Secrets that the published types do not mark as such: what a secret of a vault holds. */
const SECRETS = [["Microsoft.KeyVault/vaults/secrets", "properties", "value"]];

process.chdir(`${import.meta.dirname}/..`);

const { types, definitions, typeNames } = JSON.parse(readFileSync("fixtures/schemas/arm-types.json", "utf8"));
for (const [type, ...path] of SECRETS) {
  let shape = types[type];
  for (const name of path) shape = shape.properties[name];
  shape.sensitive = true;
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

function shapeOf(shape) {
  switch (shape.t) {
    case "object": {
      const members = Object.entries(shape.properties ?? {}).map(([name, part]) => [name, shapeOf(part)]);
      if (members.length === 0) return shape.items === undefined ? 0 : listOf(shape.items);
      return Object.fromEntries(members);
    }
    case "array":
    case "map":
      return listOf(shape.items);
    case "ref":
      return `#${shape.to}`;
    case "union": {
      const parts = shape.of.map(shapeOf).filter((part) => typeof part === "object");
      return parts[0] ?? 0;
    }
    default:
      if (shape.sensitive === true) return 1;
      if (shape.t === "boolean") return 2;
      if (shape.t === "integer") return 3;
      return shape.t === "string" ? wordsOf(shape.enum ?? []) : 0;
  }
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
