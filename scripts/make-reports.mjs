// Writes reports/: what genoscan says of the two genomics stacks, kept so that people can look at it.
// With --check it writes nothing and fails when a report is not what the built command gives.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

process.chdir(`${import.meta.dirname}/..`);

const STACKS = ["genomics-flawed", "genomics-sound"];
const FORMATS = [
  ["text", "txt"],
  ["sarif", "sarif"],
  ["html", "html"],
];

// what a report tells of its run is the same on every machine and on every day
const { PATH = "" } = process.env;
const ENVIRONMENT = { PATH, COLUMNS: "110", SOURCE_DATE_EPOCH: "1767225600" };

const checkOnly = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

mkdirSync("reports", { recursive: true });
for (const stack of STACKS) {
  for (const [format = "", ending = ""] of FORMATS) {
    const target = `reports/${stack}.${ending}`;
    const wanted = report(stack, format);
    if (existsSync(target) && readFileSync(target, "utf8") === wanted) continue;
    stale.push(target);
    if (!checkOnly) writeFileSync(target, wanted);
  }
}
if (checkOnly && stale.length > 0) {
  console.error(`not what the command gives: ${stale.join(", ")}; run npm run reports`);
  process.exitCode = 1;
}

/**
 * @param {string} stack
 * @param {string} format
 */
function report(stack, format) {
  const plan = `fixtures/terraform-plan/${stack}/plan.json`;
  const args = ["dist/cli.js", plan, "--format", format, "--no-color", "--quiet"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: ENVIRONMENT,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr}`);
  return stdout;
}
