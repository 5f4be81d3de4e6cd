// Scans every file of a folder with the built command, and prints how each ended: read, refused with a sentence, or
// crashed. A crash is a stack, a signal, or an exit code that the command does not have.
//
//   node scripts/run-corpus.mjs FOLDER [--findings]

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/run-corpus.mjs FOLDER [--findings]");
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");

/** @type {Map<string, number>} */
const ends = new Map();
/** @type {Map<string, { fail: number, unknown: number, pass: number }>} */
const rules = new Map();

for (const name of readdirSync(folder).sort()) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, join(folder, name), "-f", "json"],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  const crashed = signal !== null || ![0, 1, 2, 3].includes(status ?? -1) || /\n {4}at /.test(stderr);
  const end = crashed ? "crashed" : status === 2 ? "refused" : `exit ${String(status)}`;
  ends.set(end, (ends.get(end) ?? 0) + 1);
  if (crashed || status === 2) {
    console.log(`${name}: ${end}: ${stderr.trim().split("\n").slice(0, 4).join(" ")}`);
  }
  if (stdout !== "") count(JSON.parse(stdout));
}
console.log(Object.fromEntries(ends));
if (flags.includes("--findings")) {
  for (const [rule, counts] of [...rules].sort((a, b) => b[1].fail - a[1].fail)) {
    console.log(
      `${String(counts.fail).padStart(5)} fail ${String(counts.unknown).padStart(5)} unknown ${String(counts.pass).padStart(5)} pass  ${rule}`,
    );
  }
}

/** @param {{ verdicts?: { rule: string, verdict: "fail" | "unknown" | "pass" }[] }} result */
function count({ verdicts = [] }) {
  for (const { rule, verdict } of verdicts) {
    const counts = rules.get(rule) ?? { fail: 0, unknown: 0, pass: 0 };
    counts[verdict] += 1;
    rules.set(rule, counts);
  }
}
