// Whole-process time to scan CloudFormation templates, in YAML and in JSON, next to an empty process and a JSON.parse of the
// same: one as large as CloudFormation takes it (500 resources in 1 MB), and the flawed stack of the fixtures again and again,
// which makes more resources than that.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { makeTemplate } from "./bench/make-template.mjs";

const RUNS = Number(process.env.GENOSCAN_BENCH_RUNS ?? 9);
const ROOT = join(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const TEMPLATE = join(ROOT, "fixtures", "cloudformation", "genomics-flawed", "main.template.yaml");
const PARSE = "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))";

if (!existsSync(CLI)) throw new Error("dist/cli.js is missing; run npm run build first");

const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-cfn-"));
try {
  console.log(
    `Node ${process.version}, median of ${RUNS} runs: empty process ${format(measure(["-e", "0"]))}`,
  );
  bench("largest", makeTemplate());
  bench("many", repeatFixture(1e6));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {{ Resources: object }} template
 */
function bench(name, template) {
  const json = join(folder, `${name}.json`);
  const yaml = join(folder, `${name}.yaml`);
  writeFileSync(json, JSON.stringify(template, undefined, 1));
  // long lines stay whole, as people and generators write them; CloudFormation knows no aliases
  writeFileSync(yaml, stringify(template, { aliasDuplicateObjects: false, lineWidth: 0 }));
  console.log(`  ${Object.keys(template.Resources).length} resources`);
  console.log(`    JSON.parse        ${format(measure(["-e", PARSE, json]))}`);
  for (const file of [json, yaml]) {
    const kind = file.endsWith("json") ? "JSON" : "YAML";
    const size = (readFileSync(file).length / 1e6).toFixed(2);
    console.log(`    ${kind}, ${size} MB: ${format(measure([CLI, file]))}`);
  }
}

/** @param {number} length of the JSON, about */
function repeatFixture(length) {
  const { Resources, ...rest } = parse(readFileSync(TEMPLATE, "utf8"), { logLevel: "error" });
  const ids = new RegExp(`"(${Object.keys(Resources).join("|")})"`, "gu");
  const once = JSON.stringify(Resources, undefined, 1);
  /** @type {Record<string, object>} */
  const all = {};
  for (let copy = 0; copy * once.length < length; copy += 1) {
    Object.assign(all, JSON.parse(once.replace(ids, `"$1${copy}"`)));
  }
  return { ...rest, Resources: all };
}

/** @param {string[]} args */
function measure(args) {
  const env = { ...process.env };
  // reading extra certificates costs 35 ms a start on Node 20 and has nothing to do with the scan
  delete env.NODE_EXTRA_CA_CERTS;
  const times = Array.from({ length: RUNS }, () => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0 && status !== 1) throw new Error(`exit code ${String(status)}: ${String(stderr)}`);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.toSorted((left, right) => left - right)[Math.floor(RUNS / 2)] ?? 0;
}

/** @param {number} ms */
function format(ms) {
  return `${ms.toFixed(0)} ms`;
}
