// Writes reports/: what genoscan says of the two genomics stacks in every format, kept so that people can look at it. The
// clock and the identity of the pipeline are fixed, so that the same rules give the same bytes.
// With --check it writes nothing and fails when a report is not what the built command gives.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runActionExample } from "./action-example.mjs";

process.chdir(`${import.meta.dirname}/..`);

const STACKS = ["genomics-flawed", "genomics-sound"];
const FORMATS = [
  ["text", "txt"],
  ["json", "json"],
  ["sarif", "sarif"],
  ["html", "html"],
  ["markdown", "md"],
  ["junit", "junit.xml"],
  ["csv", "csv"],
  ["csv-controls", "controls.csv"],
  ["oscal", "oscal.json"],
  ["manifest", "manifest.txt"],
];
const PIPELINE = {
  SOURCE_DATE_EPOCH: "1768464000",
  GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
  GITHUB_REF_NAME: "main",
  GITHUB_ACTOR: "jane-doe",
  GITHUB_REPOSITORY: "example/genomics-platform",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_RUN_ID: "1",
};

const checkOnly = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

mkdirSync("reports", { recursive: true });
for (const stack of STACKS) {
  const made = makeReports(stack);
  for (const [format = "", ending = ""] of FORMATS) keep(`${stack}.${ending}`, made.get(format) ?? "");
}
// what the action makes of the flawed stack on a pull request
const { comment, summary, log } = await runActionExample(planOf("genomics-flawed"), PIPELINE);
keep("action-comment.md", comment);
keep("action-summary.md", summary);
keep("action-log.txt", log);

if (checkOnly && stale.length > 0) {
  console.error(`not what the command gives: ${stale.join(", ")}; run npm run reports`);
  process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {string} wanted
 */
function keep(name, wanted) {
  const target = `reports/${name}`;
  if (existsSync(target) && readFileSync(target, "utf8") === wanted) return;
  stale.push(target);
  if (!checkOnly) writeFileSync(target, wanted);
}

/** @param {string} stack */
function planOf(stack) {
  return `fixtures/terraform-plan/${stack}/plan.json`;
}

/**
 * One scan with all reports, by format.
 * @param {string} stack
 */
function makeReports(stack) {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-reports-"));
  try {
    const outputs = FORMATS.flatMap(([format]) => ["-f", `${format}=${join(folder, format ?? "")}`]);
    const args = ["dist/cli.js", planOf(stack), ...outputs, "--no-color", "--quiet"];
    const { status, stderr } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], COLUMNS: "110", ...PIPELINE },
    });
    if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr}`);
    return new Map(FORMATS.map(([format = ""]) => [format, readFileSync(join(folder, format), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
