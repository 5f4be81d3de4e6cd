// Writes src/ruleset/bundled-ruleset.generated.json: every rule, the parameters and the control catalogues as JSON,
// because parsing 200 rules as YAML costs about 200 ms at every start of the command. What tells whether a scan needs a
// rule, and what every result tells of every rule, stands apart from the rules themselves, which the built command reads one by one.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseDocument } from "yaml";

/** @typedef {{ id: string, title: string, severity: string, controls: object, select: { type: string | string[] } }} RuleDocument */

const TARGET = "src/ruleset/bundled-ruleset.generated.json";

process.chdir(`${import.meta.dirname}/..`);

const files = listYaml("rules");
const rules = readRules();
const bundle = {
  digest: digest(files),
  rules: rules.map(({ path, rule: { id, select, title, severity, controls } }) => {
    return { path, id, types: [select.type].flat(), title, severity, controls };
  }),
  documents: Object.fromEntries(rules.map(({ rule }) => [rule.id, rule])),
  parameters: parameters(),
  controls: controls(),
};

mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, `${JSON.stringify(bundle)}\n`);
console.log(`${TARGET}: ${rules.length} rules, ${Object.keys(bundle.controls).length} frameworks`);

function readRules() {
  return files
    .filter((path) => path !== "rules/parameters.yaml" && !path.startsWith("rules/controls/"))
    .map((path) => ({ path, rule: /** @type {RuleDocument} */ (parseYaml(path)) }));
}

function parameters() {
  return files.includes("rules/parameters.yaml") ? parseYaml("rules/parameters.yaml") : {};
}

function controls() {
  const catalogues = files.filter((path) => path.startsWith("rules/controls/"));
  return Object.fromEntries(catalogues.map((path) => [basename(path, ".yaml"), parseYaml(path)]));
}

/**
 * The paths of the YAML files below a folder, with forward slashes, in the order of their characters.
 * @param {string} folder
 * @returns {string[]}
 */
function listYaml(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

/**
 * SHA-256 over the paths and contents: two builds with the same digest judge alike.
 * @param {string[]} paths
 */
function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const bytes = readFileSync(path);
    // the length keeps the end of one file apart from the beginning of the next
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {unknown}
 */
function parseYaml(path) {
  const document = parseDocument(readFileSync(path, "utf8"), { prettyErrors: true });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => `${path}: ${problem.message}`).join("\n"));
  }
  return document.toJS();
}
