// Whole-process time to scan a CloudFormation template of 1 MB, in YAML and in JSON: the flawed stack of the fixtures again
// and again, which makes more resources than the 500 that CloudFormation takes. An empty process stands beside it.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";

const RUNS = 9;
const ROOT = join(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const TEMPLATE = join(ROOT, "fixtures", "cloudformation", "genomics-flawed", "main.template.yaml");

if (!existsSync(CLI)) throw new Error("dist/cli.js is missing; run npm run build first");

const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-cfn-"));
try {
  const yaml = join(folder, "template.yaml");
  const json = join(folder, "template.json");
  const { document, resources } = makeTemplate(1e6);
  writeFileSync(yaml, stringify(document));
  writeFileSync(json, JSON.stringify(document, undefined, 1));
  const empty = measure(["-e", "0"]);
  console.log(`Node ${process.version}, median of ${RUNS} runs: empty process ${empty.toFixed(0)} ms`);
  for (const file of [json, yaml]) {
    const ms = measure([CLI, file]);
    const size = (readFileSync(file).length / 1e6).toFixed(1);
    console.log(
      `  ${size} MB, ${resources} resources, ${file.endsWith("json") ? "JSON" : "YAML"}: ${ms.toFixed(0)} ms`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number} length of the JSON, about */
function makeTemplate(length) {
  const { Resources, ...rest } = parse(readFileSync(TEMPLATE, "utf8"), { logLevel: "error" });
  const ids = new RegExp(`"(${Object.keys(Resources).join("|")})"`, "gu");
  const once = JSON.stringify(Resources, undefined, 1);
  /** @type {Record<string, object>} */
  const all = {};
  for (let copy = 0; copy * once.length < length; copy += 1) {
    Object.assign(all, JSON.parse(once.replace(ids, `"$1${copy}"`)));
  }
  return { document: { ...rest, Resources: all }, resources: Object.keys(all).length };
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
