// Builds the command and scans a plan with known faults. A scan that finds them is what is to be shown,
// so the demo ends with 0 unless the scan itself did not work.

import { spawnSync } from "node:child_process";

const PLAN = "fixtures/terraform-plan/genomics-flawed/plan.json";
const MEANINGS = new Map([
  [0, "clean"],
  [1, "findings at or above --fail-on"],
  [3, "incomplete: a part of the input could not be read"],
]);

process.chdir(`${import.meta.dirname}/..`);

const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

console.log(`\n$ genoscan ${PLAN}\n`);
const { status } = spawnSync(process.execPath, ["dist/cli.js", PLAN], { stdio: "inherit" });
const meaning = status === null ? undefined : MEANINGS.get(status);
console.log(`\nThe scan ended with exit code ${status}: ${meaning ?? "it did not work"}.`);
process.exitCode = meaning === undefined ? 1 : 0;
