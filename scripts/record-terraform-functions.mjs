// Has Terraform evaluate the calls of fixtures/terraform-functions/cases.mjs and keeps what it says beside them.
// Needs the command `terraform` and no provider. Run by hand, once per version of Terraform:
//
//   node scripts/record-terraform-functions.mjs
//
// It writes fixtures/terraform-functions/expected.json, in which each case is one of
//   { call, expression, type, json }      what Terraform says, exactly: jsonencode of the value
//   { call, expression, after, unknown }  something in it is known only after apply; `unknown` says what
//   { call, expression, error: true }     Terraform refuses it
// and src/languages/hcl/functions/signatures.json, the names and parameters of all functions.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CALLS, EXPRESSIONS } from "../fixtures/terraform-functions/cases.mjs";
import { answers, terraform } from "./ask-terraform.mjs";

const root = join(import.meta.dirname, "..");
const fixture = join(root, "fixtures/terraform-functions");
const folder = mkdtempSync(join(tmpdir(), "terraform-functions-"));

const SETTING = `
resource "terraform_data" "source" {}
resource "terraform_data" "unknown" { input = terraform_data.source.id }
locals { template = "Hello $\${name}!" }
`;
const UNKNOWN = {
  any: "jsondecode(terraform_data.unknown.id)",
  string: "terraform_data.unknown.id",
  list: 'split(",", terraform_data.unknown.id)',
  number: "length(terraform_data.unknown.id)",
};

/** @typedef {{ call?: unknown[], expression: string }} Case */
/** @typedef {{ name: string, type: unknown, is_nullable?: boolean }} Parameter */

/** @type {Case[]} */
const cases = [
  ...CALLS.map((call) => ({ call, expression: writeCall(call) })),
  ...EXPRESSIONS.map((expression) => ({ expression })),
];

try {
  cpSync(join(fixture, "files"), folder, { recursive: true });
  writeFileSync(join(folder, "main.tf"), SETTING);
  const version = JSON.parse(terraform(folder, "version", "-json")).terraform_version;
  writeSignatures(version);
  terraform(folder, "init", "-backend=false");
  const said = answers(
    folder,
    cases.map(({ expression }) => expression),
  );
  const lines = cases.map((each, index) => JSON.stringify({ ...each, ...said[index] }));
  const errors = said.filter((answer) => "error" in answer).length;
  writeFileSync(
    join(fixture, "expected.json"),
    `{"terraform":"${version}","cases":[\n${lines.join(",\n")}\n]}\n`,
  );
  console.log(`${cases.length} cases, ${errors} of them errors, terraform ${version}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} version */
function writeSignatures(version) {
  const { function_signatures: signatures } = JSON.parse(terraform(folder, "metadata", "functions", "-json"));
  const lines = Object.keys(signatures)
    .filter((name) => !name.includes("::"))
    .sort()
    .map((name) => {
      const { parameters = [], variadic_parameter: variadic, return_type: returns } = signatures[name];
      const entry = {
        parameters: parameters.map(describeParameter),
        ...(variadic && { variadic: describeParameter(variadic) }),
        returns,
      };
      return `${JSON.stringify(name)}:${JSON.stringify(entry)}`;
    });
  const file = join(root, "src/languages/hcl/functions/signatures.json");
  writeFileSync(file, `{"terraform":"${version}","functions":{\n${lines.join(",\n")}\n}}\n`);
}

/** @param {Parameter} parameter */
function describeParameter({ name, type, is_nullable: nullable }) {
  return { name, type, ...(nullable && { nullable }) };
}

/** @param {unknown[]} call */
function writeCall([name, ...args]) {
  return `${String(name)}(${args.map(writeValue).join(", ")})`;
}

/**
 * @param {any} value
 * @returns {string}
 */
function writeValue(value) {
  if (typeof value === "string") return writeText(value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(writeValue).join(", ")}]`;
  if (value.call) return writeCall(value.call);
  if (value.number) return value.number;
  if (value.unknown) return UNKNOWN[/** @type {keyof typeof UNKNOWN} */ (value.unknown)];
  return `{${Object.entries(value)
    .map(([key, held]) => `${writeText(key)} = ${writeValue(held)}`)
    .join(", ")}}`;
}

/** A string of HCL, which has fewer escapes than JSON. @param {string} text */
function writeText(text) {
  return JSON.stringify(text)
    .replaceAll(/\\(.)/g, (escape, letter) =>
      letter === "b" ? "\\u0008" : letter === "f" ? "\\u000c" : escape,
    )
    .replaceAll("${", () => "$${")
    .replaceAll("%{", () => "%%{");
}
