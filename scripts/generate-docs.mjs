// Writes docs/facts.md from the catalogue of facts and docs/rules/ from the rules.
// With --check it writes nothing and fails when a page is not what its source gives.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";
import { parse } from "yaml";

process.chdir(`${import.meta.dirname}/..`);

/** @typedef {{ name: string, types: readonly string[] | "*", description: string, fields?: Fields }} Fact */
/** @typedef {{ [name: string]: true | Fields }} Fields */
/** @typedef {{ path: string, rule: any }} RuleFile */

/** @type {Record<string, string>} */
const LANGUAGES = {
  terraform: "Terraform",
  cloudformation: "CloudFormation",
  bicep: "Bicep",
  arm: "ARM",
  kubernetes: "Kubernetes",
};
/** @type {Record<string, string>} */
const FENCES = { terraform: "hcl", cloudformation: "yaml", bicep: "bicep", arm: "json", kubernetes: "yaml" };

const checkOnly = process.argv.includes("--check");
const rules = readRules();
const pages = new Map([
  ["docs/facts.md", factsPage(await loadFacts())],
  ["docs/rules/README.md", indexPage(rules)],
  ...rules.map(({ path, rule }) => /** @type {[string, string]} */ ([pageOf(rule.id), rulePage(path, rule)])),
]);

/** @type {string[]} */
const stale = [];
for (const [target, text] of pages) {
  const options = await resolveConfig(target);
  const wanted = await format(text, { ...options, filepath: target });
  if (existsSync(target) && readFileSync(target, "utf8") === wanted) continue;
  stale.push(target);
  if (checkOnly) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, wanted);
}
for (const name of existsSync("docs/rules") ? readdirSync("docs/rules") : []) {
  const target = `docs/rules/${name}`;
  if (pages.has(target)) continue;
  stale.push(target);
  if (!checkOnly) rmSync(target);
}
if (checkOnly && stale.length > 0) {
  console.error(`not what their sources give: ${stale.join(", ")}; run npm run generate`);
  process.exitCode = 1;
}

/** @returns {Promise<readonly Fact[]>} */
async function loadFacts() {
  const { outputFiles } = await build({
    entryPoints: ["src/facts/catalogue.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const module = await import(`data:text/javascript;base64,${code}`);
  return module.FACTS;
}

/** @returns {RuleFile[]} */
function readRules() {
  return readdirSync("rules", { recursive: true, encoding: "utf8" })
    .map((name) => join("rules", name).replaceAll("\\", "/"))
    .filter((path) => /^rules\/(aws|azure|general|kubernetes)\/.*\.yaml$/.test(path))
    .sort()
    .map((path) => ({ path, rule: parse(readFileSync(path, "utf8")) }));
}

/** @param {readonly Fact[]} facts */
function factsPage(facts) {
  const rows = [...facts]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, types, description, fields }) => {
      const about = types === "*" ? "every type" : types.map((type) => `\`${type}\``).join(", ");
      return `### /Facts/${name}\n\n${description}\n\nOf ${about}.\n${fields === undefined ? "" : `\n${fieldList(fields, "")}\n`}`;
    });
  return `# Facts

What has to be computed, as properties that rules read like any other. Facts never judge. An unknown part of the input stays unknown in the fact. This page is generated from \`src/facts\`.

${rows.join("\n")}`;
}

/** @param {Fields} fields @param {string} indent @returns {string} */
function fieldList(fields, indent) {
  return Object.entries(fields)
    .map(
      ([name, inner]) =>
        `${indent}- \`${name}\`${inner === true ? "" : `\n${fieldList(inner, `${indent}  `)}`}`,
    )
    .join("\n");
}

/** @param {RuleFile[]} all */
function indexPage(all) {
  const rows = all.map(
    ({ rule }) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.title} | ${(rule.controls.genomics ?? []).join(", ")} |`,
  );
  return `# Rules

${all.length} rules. A verdict is evidence for the controls that a rule names; it is no statement of compliance. This page is generated from \`rules\`.

| rule | severity | says | genomics controls |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

/** @param {string} path @param {any} rule */
function rulePage(path, rule) {
  const controls = Object.entries(rule.controls).map(
    ([framework, ids]) => `- ${framework}: ${/** @type {string[]} */ (ids).join(", ")}`,
  );
  const types = [rule.select.type].flat().map((/** @type {string} */ type) => `\`${type}\``);
  const snippets = Object.entries(rule.remediation).map(([language, text]) =>
    language === "text"
      ? text
      : `### ${LANGUAGES[language] ?? language}\n\n\`\`\`${FENCES[language] ?? ""}\n${String(text).trimEnd()}\n\`\`\``,
  );
  const examples = rule.examples.map(
    (/** @type {any} */ example) => `- **${example.verdict}**: ${example.name}`,
  );
  const references = (rule.references ?? []).map((/** @type {string} */ url) => `- <${url}>`);
  return `# ${rule.title}

\`${rule.id}\`, ${rule.severity}. Judges ${types.join(", ")}${rule.select.scope === "graph" ? ", once for the whole input" : ""}. Source: [${path}](../../${path}).

${rule.description}

${rule.params === undefined ? "" : `Parameters: ${rule.params.map((/** @type {string} */ name) => `\`${name}\``).join(", ")} (\`genoscan list parameters\`).\n`}
## Evidence for

${controls.join("\n")}

## Remediation

${snippets.join("\n\n")}

## Examples

${examples.join("\n")}
${references.length === 0 ? "" : `\n## References\n\n${references.join("\n")}\n`}`;
}

/** @param {string} id */
function pageOf(id) {
  return `docs/rules/${id}.md`;
}
