// Scans each folder in a folder (clones of repositories, say) with the built command, and prints what became of their
// CloudFormation templates: resources, what was not read and why, what is wrong in them, verdicts. A crash is a stack, a
// signal, or an exit code that the command does not have.
//
//   node scripts/run-templates.mjs FOLDER [--details]

import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/run-templates.mjs FOLDER [--details]");
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");
const details = flags.includes("--details");
let crashes = 0;

for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  if (!statSync(path).isDirectory()) continue;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [CLI, path, "-f", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 29,
  });
  if (signal !== null || ![0, 1, 3].includes(status ?? -1) || /\n {4}at /u.test(stderr)) {
    crashes += 1;
    console.log(`${name}: crashed: ${stderr.trim().split("\n").slice(0, 4).join(" ")}`);
    continue;
  }
  tell(name, JSON.parse(stdout));
}
console.log(`${crashes} crashed`);
process.exitCode = crashes > 0 ? 1 : 0;

/**
 * @typedef {{ code: string, message?: string, reason?: string, subject?: string }} Note
 * @param {string} name
 * @param {{ inputs: { source?: string, resources: number }[], verdicts: { verdict: string }[], diagnostics: Note[], coverage: Note[], summary: object }} result
 */
function tell(name, { inputs, verdicts, diagnostics, coverage }) {
  const own = inputs.filter(({ source }) => source === "cloudformation");
  if (own.length === 0) return;
  const resources = own.reduce((sum, input) => sum + input.resources, 0);
  console.log(`${name}: ${resources} resources`);
  console.log(`  verdicts ${format(count(verdicts.map(({ verdict }) => verdict)))}`);
  console.log(`  not read ${format(count(coverage.map(({ code }) => code)))}`);
  console.log(`  wrong    ${format(count(diagnostics.map(({ code }) => code)))}`);
  if (!details) return;
  for (const { code, subject, reason } of coverage) console.log(`    ${code} ${subject}: ${reason}`);
  for (const { code, message } of diagnostics) console.log(`    ${code} ${message}`);
}

/** @param {string[]} words */
function count(words) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** @param {Record<string, number>} counts */
function format(counts) {
  const parts = Object.entries(counts).map(([word, times]) => `${times} ${word}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
