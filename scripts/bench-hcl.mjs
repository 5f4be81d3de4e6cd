// Wall time to parse a megabyte of HCL, made of the fixtures: in a process that has just started, which is what a scan
// pays, and when the code is warm; with V8 as src/cli.ts sets it. Times differ from machine to machine.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const RUNS = 9;
const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-hcl-"));

try {
  const input = join(folder, "main.tf");
  writeFileSync(input, makeText(1e6));
  const parser = join(folder, "parse-hcl.mjs");
  const entry = join(ROOT, "src", "languages", "hcl", "parse-hcl.ts");
  await build({ entryPoints: [entry], bundle: true, format: "esm", platform: "node", outfile: parser });
  const timer = join(folder, "time.mjs");
  writeFileSync(timer, TIMER());
  const cold = Array.from({ length: RUNS }, () => timesOf(timer, parser, input, 1)[0] ?? 0);
  const warm = timesOf(timer, parser, input, 4 * RUNS).slice(-RUNS);
  console.log(`1 MB of HCL, median of ${RUNS}: ${median(cold)} ms in a new process, ${median(warm)} ms warm`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function TIMER() {
  return `
    import { readFileSync } from "node:fs";
    const [, , parser, input, runs] = process.argv;
    const { parseHcl } = await import(parser);
    const text = readFileSync(input, "utf8");
    const times = [];
    for (let run = 0; run < Number(runs); run += 1) {
      const start = process.hrtime.bigint();
      const { problems } = parseHcl(text, input);
      times.push(Math.round(Number(process.hrtime.bigint() - start) / 1e6));
      if (problems.length > 0) throw new Error(problems[0].message);
    }
    console.log(JSON.stringify(times));
  `;
}

/**
 * @param {string} timer
 * @param {string} parser
 * @param {string} input
 * @param {number} runs
 * @returns {number[]}
 */
function timesOf(timer, parser, input, runs) {
  return JSON.parse(
    execFileSync(process.execPath, ["--no-opt", timer, parser, input, String(runs)], { encoding: "utf8" }),
  );
}

/**
 * All configurations of the fixtures, again and again.
 *
 * @param {number} length
 */
function makeText(length) {
  const fixtures = join(ROOT, "fixtures");
  const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".tf"),
  );
  const once = files.map((path) => `${readFileSync(join(fixtures, path), "utf8")}\n`).join("");
  const text = once.repeat(Math.ceil(length / once.length)).slice(0, length);
  return text.slice(0, text.lastIndexOf("\n}\n") + 3);
}

/** @param {number[]} times */
function median(times) {
  const sorted = times.toSorted((left, right) => left - right);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0);
}
