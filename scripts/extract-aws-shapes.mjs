// Writes src/sources/terraform/folder/aws-shapes.json: what the evaluation of a folder needs of the AWS provider's schema.
// Derived from fixtures/schemas/hashicorp-aws-<version>.json, and from the defaults beside it.
//
//   node scripts/extract-aws-shapes.mjs
//
// One entry a type, data sources with `data.` before their name. Each is a text that is read when the type is asked for:
// JSON with ' for ", which stands in no name. An attribute is the first letter of its primitive type, or a list of its
// type as Terraform writes it; then its flags: `r` required, `c` computed, `d` decided by the provider alone, `x`
// sensitive. A block is an object with its nesting under `~`, and how many there have to be and may be. Defaults stand
// apart, by type and path, and under `names` the types that the provider has, without `aws_`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const VERSION = "5.100.0";
const fixture = (name) =>
  resolve(import.meta.dirname, `../fixtures/schemas/hashicorp-aws-${VERSION}${name}.json`);

const { resources, dataSources, types: names } = JSON.parse(readFileSync(fixture(""), "utf8"));
const types = { ...resources };
for (const [name, shape] of Object.entries(dataSources)) types[`data.${name}`] = shape;

const defaults = existsSync(fixture("-defaults"))
  ? JSON.parse(readFileSync(fixture("-defaults"), "utf8")).resources
  : {};

const lines = Object.keys(types)
  .sort()
  .map((name) => `${JSON.stringify(name)}: ${JSON.stringify(quoted(compactBody(types[name])))}`);
const text = [
  "{",
  `"provider": "hashicorp/aws ${VERSION}",`,
  `"defaults": {\n${Object.keys(defaults)
    .sort()
    .map((name) => `${JSON.stringify(name)}: ${JSON.stringify(JSON.stringify(defaults[name]))}`)
    .join(",\n")}\n},`,
  `"names": ${JSON.stringify(names.map((name) => name.slice("aws_".length)).join(" "))},`,
  `"types": {\n${lines.join(",\n")}\n}`,
  "}\n",
].join("\n");
writeFileSync(resolve(import.meta.dirname, "../src/sources/terraform/folder/aws-shapes.json"), text);

function compactBody({ attributes = {}, blocks = {} }) {
  const compact = {};
  for (const [name, attribute] of Object.entries(attributes)) compact[name] = compactAttribute(attribute);
  for (const [name, block] of Object.entries(blocks)) {
    const { nesting, min = 0, max = 0 } = block;
    compact[name] = { "~": [nesting, min, max].join(" "), ...compactBody(block) };
  }
  return compact;
}

function quoted(body) {
  const text = JSON.stringify(body);
  if (text.includes("'")) throw new Error(`a quote in a name: ${text}`);
  return text.replaceAll('"', "'");
}

function compactAttribute({ type, nesting, attributes, required, optional, computed, sensitive }) {
  const decided = computed && !optional ? "cd" : "c";
  const flags = `${required ? "r" : ""}${computed ? decided : ""}${sensitive ? "x" : ""}`;
  const full = type ?? nestedType(nesting, attributes);
  if (typeof full === "string") return full[0] + flags;
  return flags === "" ? [full] : [full, flags];
}

/** An attribute of the newer plugin framework that holds objects: its type as an older one would have it. */
function nestedType(nesting, attributes) {
  const object = [
    "object",
    Object.fromEntries(
      Object.entries(attributes).map(([name, { type, nesting: inner, attributes: parts }]) => [
        name,
        type ?? nestedType(inner, parts),
      ]),
    ),
  ];
  return nesting === "single" ? object : [nesting, object];
}
