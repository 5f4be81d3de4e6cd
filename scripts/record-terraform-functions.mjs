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

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CALLS, EXPRESSIONS } from "../fixtures/terraform-functions/cases.mjs";

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
/** @typedef {{ value?: unknown, unknown?: unknown, type?: unknown }} Output */
/** @typedef {{ name: string, type: unknown, is_nullable?: boolean }} Parameter */

/** @type {Case[]} */
const cases = [
  ...CALLS.map((call) => ({ call, expression: writeCall(call) })),
  ...EXPRESSIONS.map((expression) => ({ expression })),
];

try {
  cpSync(join(fixture, "files"), folder, { recursive: true });
  const version = JSON.parse(terraform("version", "-json")).terraform_version;
  writeSignatures(version);
  terraform("init", "-backend=false");
  const answers = plan(cases.map(({ expression }) => `can(${expression})`));
  const fails = new Set(cases.filter((_, index) => answers[index]?.value === false));
  const sound = cases.filter((each) => !fails.has(each));
  const values = plan(sound.map(({ expression }) => expression));
  const texts = plan(sound.map(({ expression }) => `try(jsonencode(${expression}), null)`));
  const results = new Map(
    sound.map((each, index) => [each, describe(values[index] ?? {}, texts[index] ?? {})]),
  );
  const lines = cases.map((each) => JSON.stringify({ ...each, ...(results.get(each) ?? { error: true }) }));
  writeFileSync(
    join(fixture, "expected.json"),
    `{"terraform":"${version}","cases":[\n${lines.join(",\n")}\n]}\n`,
  );
  console.log(`${cases.length} cases, ${fails.size} of them errors, terraform ${version}`);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {Output} output
 * @param {Output} text
 */
function describe({ value, unknown, type }, text) {
  if (unknown !== false || typeof text.value !== "string") return { after: value ?? null, unknown };
  return { type, json: text.value };
}

/**
 * The values of all expressions in one plan.
 * @param {string[]} expressions
 * @returns {Output[]}
 */
function plan(expressions) {
  const outputs = expressions.map(
    (expression, index) => `output "o${index}" {\n  value     = ${expression}\n  sensitive = true\n}\n`,
  );
  writeFileSync(join(folder, "main.tf"), SETTING + outputs.join(""));
  terraform("plan", "-refresh=false", "-lock=false", "-out=plan");
  const { output_changes: changes, planned_values: planned } = JSON.parse(terraform("show", "-json", "plan"));
  return expressions.map((_, index) => ({
    value: changes[`o${index}`]?.after,
    unknown: changes[`o${index}`]?.after_unknown ?? false,
    type: planned.outputs[`o${index}`]?.type,
  }));
}

/** @param {string} version */
function writeSignatures(version) {
  const { function_signatures: signatures } = JSON.parse(terraform("metadata", "functions", "-json"));
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

/** @param {...string} args */
function terraform(...args) {
  return execFileSync("terraform", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" },
  });
}
