// Writes the TypeScript types of the data files that people write and of the result, from their JSON Schemas.
// With --check it writes nothing and fails when a file is not what its schema gives.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compile } from "json-schema-to-typescript";
import { format, resolveConfig } from "prettier";

const TARGETS = [
  ["schemas/rule.schema.json", "src/ruleset/rule-document.ts"],
  ["schemas/parameters.schema.json", "src/ruleset/parameters-document.ts"],
  ["schemas/config.schema.json", "src/config/config-document.ts"],
  ["schemas/result.schema.json", "src/model/result-document.ts"],
  ["schemas/baseline.schema.json", "src/triage/baseline-document.ts"],
  ["schemas/control-catalogue.schema.json", "src/ruleset/control-catalogue-document.ts"],
];

process.chdir(`${import.meta.dirname}/..`);

const checkOnly = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

for (const [schema, target] of TARGETS) {
  if (schema === undefined || target === undefined || !existsSync(schema)) continue;
  const wanted = await types(schema, target);
  const present = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (wanted === present) continue;
  stale.push(target);
  if (checkOnly) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, wanted);
  console.log(`${target}: written from ${schema}`);
}

if (checkOnly && stale.length > 0) {
  console.error(`not what the schemas give: ${stale.join(", ")}; run npm run generate`);
  process.exitCode = 1;
}

/**
 * @param {string} schema
 * @param {string} target
 */
async function types(schema, target) {
  const code = await compile(JSON.parse(readFileSync(schema, "utf8")), "Document", {
    additionalProperties: false,
    bannerComment: `// generated from ${schema}; run npm run generate`,
    cwd: dirname(schema),
    format: false,
    // an array stays an array: a tuple with a rest says no more that the code could use
    ignoreMinAndMaxItems: true,
    // a schema is complete in itself; nothing is fetched
    $refOptions: { resolve: { http: false } },
  });
  return format(code, { ...(await resolveConfig(target)), filepath: target });
}
