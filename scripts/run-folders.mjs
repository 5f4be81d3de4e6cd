// Scans every folder with Terraform configuration below a folder of repositories with the built command, and prints a line
// for each repository: folders, resources, attributes and the share of them that is known, internal errors, diagnostics by
// code, seconds. With --details the diagnostics themselves.
//
//   node scripts/run-folders.mjs REPOSITORIES [--details]

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const [root, ...flags] = process.argv.slice(2);
if (root === undefined) throw new Error("usage: node scripts/run-folders.mjs REPOSITORIES [--details]");
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");
const SKIP = new Set([".git", ".terraform", "node_modules"]);
/** A scan of one folder that takes longer counts as an error. */
const TIMEOUT = 60_000;

/** @typedef {{ folders: number, resources: number, known: number, unknown: number, errors: string[], incomplete: number, diagnostics: Map<string, number>, seconds: number }} Tally */

for (const name of readdirSync(root).sort()) {
  const repository = join(root, name);
  /** @type {Tally} */
  const tally = {
    folders: 0,
    resources: 0,
    known: 0,
    unknown: 0,
    errors: [],
    incomplete: 0,
    diagnostics: new Map(),
    seconds: 0,
  };
  for (const folder of configurations(repository)) scan(repository, folder, tally);
  print(name, tally);
}

/** @param {string} folder @returns {string[]} */
function configurations(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.isFile() && /\.(?:tf|tofu)(?:\.json)?$/u.test(entry.name));
  const below = entries
    .filter((entry) => entry.isDirectory() && !SKIP.has(entry.name))
    .flatMap((entry) => configurations(join(folder, entry.name)));
  return own ? [folder, ...below] : below;
}

/** @param {string} repository @param {string} folder @param {Tally} tally */
function scan(repository, folder, tally) {
  const path = relative(repository, folder) || ".";
  tally.folders += 1;
  const start = performance.now();
  const options = {
    cwd: repository,
    encoding: /** @type {const} */ ("utf8"),
    maxBuffer: 2 ** 29,
    timeout: TIMEOUT,
  };
  const scanned = spawnSync(process.execPath, [CLI, path, "-f", "json"], options);
  tally.seconds += (performance.now() - start) / 1000;
  if (![0, 1, 3].includes(scanned.status ?? -1) || /\n {4}at /u.test(scanned.stderr)) {
    tally.errors.push(`${path}: ${scanned.signal ?? scanned.status} ${scanned.stderr.slice(0, 300)}`);
    return;
  }
  const { inputs, diagnostics = [], summary } = JSON.parse(scanned.stdout);
  if (summary.incomplete) tally.incomplete += 1;
  for (const { resources } of inputs) tally.resources += resources ?? 0;
  for (const { code, message, location = { file: "", line: "" } } of diagnostics) {
    tally.diagnostics.set(code, (tally.diagnostics.get(code) ?? 0) + 1);
    if (flags.includes("--details")) {
      console.log(`  ${path}: ${location.file}:${location.line} ${code}: ${message}`);
    }
  }
  inspect(path, options, tally);
}

/** @param {string} path @param {import("node:child_process").SpawnSyncOptionsWithStringEncoding} options @param {Tally} tally */
function inspect(path, options, tally) {
  const inspected = spawnSync(process.execPath, [CLI, "inspect", path, "-f", "json"], options);
  const { resources } = JSON.parse(inspected.stdout || "{}");
  for (const { properties } of resources ?? []) countValues(properties, tally);
}

/** Values that are no lists or objects, in the properties of resources. @param {any} value @param {Tally} tally */
function countValues(value, tally) {
  if (Array.isArray(value)) {
    for (const item of value) countValues(item, tally);
  } else if (value !== null && typeof value === "object") {
    if (typeof value.unknown === "string" || "$unknown" in value) tally.unknown += 1;
    else if ("$reference" in value) tally.known += 1;
    else {
      for (const [key, held] of Object.entries(value)) if (key !== "Facts") countValues(held, tally);
    }
  } else tally.known += 1;
}

/** @param {string} name @param {Tally} tally */
function print(name, { folders, resources, known, unknown, errors, incomplete, diagnostics, seconds }) {
  const share = known + unknown === 0 ? "-" : `${((100 * known) / (known + unknown)).toFixed(1)} %`;
  const codes = [...diagnostics].map(([code, count]) => `${code} ${count}`).join(", ") || "none";
  console.log(
    `${name}: ${folders} folders (${incomplete} incomplete), ${resources} resources, ${known + unknown} values, ${share} known, ${errors.length} errors, diagnostics: ${codes}, ${seconds.toFixed(1)} s`,
  );
  for (const error of errors) console.log(`  ERROR ${error}`);
}
