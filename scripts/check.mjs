// Every check of the repository, one line each; all run, and the end says which failed.
//
//   GENOSCAN_CHECK_SKIP_TESTS=1   leaves the tests out, when they have just run
//   GENOSCAN_CHECK_RESULT=FILE    writes {"passed": n, "failed": n} to the file

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";

process.chdir(`${import.meta.dirname}/..`);

const STEPS = [
  { name: "generated types fresh", command: "node scripts/generate-types.mjs --check" },
  { name: "generated documentation fresh", command: "node scripts/generate-docs.mjs --check" },
  { name: "build", command: "node scripts/build.mjs" },
  { name: "bundle of the action fresh", command: "node scripts/build-action.mjs --check" },
  { name: "types", command: "tsc" },
  { name: "types of the report's script", command: "tsc -p src/reporters/html/client" },
  { name: "lint", command: "oxlint --type-aware" },
  { name: "format", command: "prettier --check --log-level warn ." },
  { name: "dependency rules", command: "depcruise --config .dependency-cruiser.mjs src" },
  { name: "unused code and dependencies", command: "knip" },
  { name: "tests with coverage", command: "vitest run --coverage" },
  { name: "package", command: "publint --strict" },
  { name: "lock file without addresses", command: "node scripts/check-lock-file.mjs" },
];

const skipTests = process.env["GENOSCAN_CHECK_SKIP_TESTS"] === "1";
const steps = STEPS.filter(({ name }) => !(skipTests && name.startsWith("tests")));
/** @type {string[]} */
const failed = [];

for (const { name, command } of steps) {
  const started = performance.now();
  const { status, stdout, stderr } = run(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok  " : "FAIL"}  ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`${stdout}${stderr}`.trimEnd().replaceAll(/^/gm, "      "));
}

const passed = steps.length - failed.length;
console.log(
  `check: ${passed} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(", ")}` : ""}`,
);
if (skipTests) console.log("check: the tests were left out (GENOSCAN_CHECK_SKIP_TESTS)");
if (process.env["GENOSCAN_CHECK_RESULT"] !== undefined) {
  writeFileSync(process.env["GENOSCAN_CHECK_RESULT"], JSON.stringify({ passed, failed: failed.length }));
}
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * Runs a command of ours with the tools of this repository; no argument has a space.
 * @param {string} command
 */
function run(command) {
  const path = `${resolve("node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  return spawnSync(command, {
    shell: true,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
    maxBuffer: 2 ** 26,
  });
}
