// Writes fixtures/schemas/hashicorp-<provider>-<version>.json out of the package that CDK for Terraform has of a provider. It is
// generated from the provider's schema, and says of every attribute its type, of every block whether it repeats, and what only
// the provider sets.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

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

/**
 * @param {string} folder the folder of the package
 * @param {{ provider: string, resources: readonly string[], leftOut?: readonly string[] }} wanted
 *   names without the prefix of the provider, `*` for any text; blocks that no rule reads
 */
export function extractCdktfProvider(folder, { provider, resources: patterns, leftOut = [] }) {
  const skipped = new Set(["timeouts", ...leftOut]);
  const wanted = new RegExp(
    `^${provider}_(?:${patterns.map((name) => name.replaceAll("*", ".*")).join("|")})$`,
  );
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const names = [];
  const resources = {};
  let version;
  for (const entry of readdirSync(join(folder, "lib")).sort()) {
    const file = join(folder, "lib", entry, "index.js");
    if (!existsSync(file)) continue;
    const text = readType(join(folder, "lib", entry));
    const type = new RegExp(`\\bterraformResourceType: '(${provider}_\\w+)',`).exec(text)?.[1];
    if (type === undefined || entry.startsWith(`data-${provider}-`)) continue;
    version ??= /\bproviderVersion: '([^']+)'/.exec(text)?.[1];
    names.push(type);
    if (wanted.test(type)) resources[type] = describeFile(text, skipped);
  }
  const source = {
    provider: `registry.terraform.io/hashicorp/${provider}`,
    version,
    package: manifest.name,
    packageVersion: manifest.version,
  };
  const path = resolve(import.meta.dirname, `../fixtures/schemas/hashicorp-${provider}-${version}.json`);
  writeFileSync(path, formatExtract({ source, names, resources }));
}

/** The file of a type with those that hold its blocks, where it has many. */
function readType(folder) {
  const inner = join(folder, "index-structs");
  const files = existsSync(inner) ? readdirSync(inner).filter((name) => /^structs\d+\.js$/.test(name)) : [];
  return [join(folder, "index.js"), ...files.map((name) => join(inner, name))]
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

/** The classes of a file by name, each as its text. */
function describeFile(text, skipped) {
  const classes = new Map();
  let root;
  for (const part of text.split(/^(?=class \w+ extends cdktf\.)/m)) {
    const [, name, base] = /^class (\w+) extends cdktf\.(\w+)/.exec(part) ?? [];
    if (name === undefined) continue;
    classes.set(name, part);
    if (base === "TerraformResource") root = name;
  }
  return describeLevel(root, { classes, text, skipped });
}

function describeLevel(name, file) {
  const body = file.classes.get(name);
  const table = readTable(name, file);
  const attributes = {};
  const blocks = {};
  for (const [, className, attribute, wraps] of body.matchAll(
    /this\._\w+ = new (?:\w+\.)?(\w+)\(this, "(\w+)"(?:, (true|false))?\)/g,
  )) {
    // a map that the provider sets is no block
    if (file.skipped.has(attribute) || !isBlock(className, file)) continue;
    const repeats = className.endsWith("List");
    const inner = describeLevel(className.replace(/List$/, "OutputReference"), file);
    if (table.get(attribute) === undefined) {
      attributes[attribute] = { nesting: "list", ...inner, computed: true };
    } else {
      const nesting = wraps === "true" ? "set" : "list";
      blocks[attribute] = {
        nesting,
        ...(!repeats && { max: 1 }),
        ...(!isOptional(attribute, body) && { required: true }),
        ...inner,
      };
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
  return { type: shape, ...(isOptional(attribute, body) ? { optional: true } : { required: true }) };
}

function isBlock(className, { classes }) {
  return classes.has(className.replace(/List$/, "OutputReference"));
}

function isOptional(attribute, body) {
  return body.toLowerCase().includes(`reset${attribute.replaceAll("_", "").toLowerCase()}()`);
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
function formatExtract({ source, names, resources }) {
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
