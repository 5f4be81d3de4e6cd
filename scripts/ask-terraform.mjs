// What Terraform says of expressions in a configuration: each becomes an output of one plan.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ error: true } | { type: unknown, json: string } | { after: unknown, unknown: unknown }} Answer */
/** @typedef {{ value?: unknown, unknown?: unknown, type?: unknown }} Output */

/**
 * Runs terraform in a folder and gives what it prints. Nothing is fetched and nobody is told.
 *
 * @param {string} folder
 * @param {string[]} args
 */
export function terraform(folder, ...args) {
  return execFileSync("terraform", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" },
  });
}

/**
 * The answer to each expression: Terraform refuses it; its type and its value as jsonencode writes it; or what of it is
 * known only after apply.
 *
 * @param {string} folder Initialised; cases.tf is written into it.
 * @param {readonly string[]} expressions
 * @returns {Answer[]}
 */
export function answers(folder, expressions) {
  const sound = plan(
    folder,
    expressions.map((expression) => `can(${expression})`),
  ).map(({ value }) => value !== false);
  const asked = expressions.filter((_, index) => sound[index]);
  const values = plan(folder, asked);
  const texts = plan(
    folder,
    asked.map((expression) => `try(jsonencode(${expression}), null)`),
  );
  const found = new Map(
    asked.map((expression, index) => [expression, describe(values[index] ?? {}, texts[index] ?? {})]),
  );
  return expressions.map((expression) => found.get(expression) ?? { error: true });
}

/**
 * The values of all expressions in one plan.
 *
 * @param {string} folder
 * @param {readonly string[]} expressions
 * @returns {Output[]}
 */
export function plan(folder, expressions) {
  const outputs = expressions.map(
    (expression, index) => `output "o${index}" {\n  value     = ${expression}\n  sensitive = true\n}\n`,
  );
  writeFileSync(join(folder, "cases.tf"), outputs.join(""));
  terraform(folder, "plan", "-no-color", "-refresh=false", "-lock=false", "-out=plan");
  const shown = JSON.parse(terraform(folder, "show", "-json", "plan"));
  const { output_changes: changes, planned_values: planned } = shown;
  return expressions.map((_, index) => ({
    value: changes[`o${index}`]?.after,
    unknown: changes[`o${index}`]?.after_unknown ?? false,
    type: planned.outputs[`o${index}`]?.type,
  }));
}

/**
 * @param {Output} output
 * @param {Output} text
 * @returns {Answer}
 */
function describe({ value, unknown, type }, text) {
  if (unknown !== false || typeof text.value !== "string") return { after: value ?? null, unknown };
  return { type, json: text.value };
}
