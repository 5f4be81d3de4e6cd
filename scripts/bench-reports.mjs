// How long each report of a large result takes, and how much memory: the verdicts of the flawed stack, copied under other
// addresses until there are 100,000 (or as many as the first argument says). A line for reading the result alone comes
// first, because every other one contains it.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WANTED = Number(process.argv[2] ?? 100_000);
const CLI = join(import.meta.dirname, "..", "dist", "cli.js");
const PLAN = join(import.meta.dirname, "..", "fixtures/terraform-plan/genomics-flawed/plan.json");
const READ = "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))";

if (!existsSync(CLI)) throw new Error("dist/cli.js is missing; run npm run build first");
const hasTime = existsSync("/usr/bin/time");
const folder = mkdtempSync(join(tmpdir(), "genoscan-bench-"));
try {
  const file = join(folder, "result.json");
  writeLargeResult(file);
  console.log(`${WANTED} verdicts, ${megabytes(file)} MB of JSON, ${process.version}`);
  measure("JSON.parse alone", ["-e", READ, file]);
  for (const format of formats()) {
    const target = join(folder, `report.${format}`);
    measure(format, [CLI, "report", file, "-f", `${format}=${target}`, "--quiet"], target);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The names of the formats, as the command tells them. */
function formats() {
  const { stderr } = spawnSync(process.execPath, [CLI, PLAN, "-f", "zzzzzzzzzz"], { encoding: "utf8" });
  return /known are (.*)$/m.exec(stderr)?.[1]?.split(", ") ?? [];
}

/** @param {string} file */
function writeLargeResult(file) {
  const args = [CLI, PLAN, "-f", "json", "--evidence", "--quiet"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  /** @type {{ verdicts: { resource?: { address: string } }[] }} */
  const result = JSON.parse(stdout);
  const { verdicts, ...frame } = result;
  const descriptor = openSync(file, "w");
  writeSync(descriptor, `${JSON.stringify(frame).slice(0, -1)},"verdicts":[`);
  for (let index = 0; index < WANTED; index += 1) {
    const verdict = verdicts[index % verdicts.length];
    const copy = Math.floor(index / verdicts.length);
    const text = JSON.stringify(verdict).replaceAll(
      JSON.stringify(verdict?.resource?.address ?? "").slice(1, -1) || "\u0000",
      `module.copy_${copy}.${verdict?.resource?.address ?? ""}`.replaceAll('"', '\\"'),
    );
    writeSync(descriptor, `${index === 0 ? "" : ","}\n${text}`);
  }
  writeSync(descriptor, "]}\n");
  closeSync(descriptor);
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {string} [target]
 */
function measure(name, args, target) {
  const start = process.hrtime.bigint();
  const command = hasTime ? "/usr/bin/time" : process.execPath;
  const { status, stderr } = spawnSync(command, hasTime ? ["-f", "%M %U", process.execPath, ...args] : args, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`${name}: exit code ${status}: ${stderr}`);
  // other work on the machine makes the clock run on, and processor time hardly
  const [kib = "0", cpu = "0"] = stderr.trim().split("\n").at(-1)?.split(" ") ?? [];
  const memory = hasTime
    ? `${cpu.padStart(6)} s of processor  ${(Number(kib) / 1024).toFixed(0)} MB peak`
    : "";
  const size = target === undefined ? "" : `${megabytes(target)} MB written`;
  console.log(`  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${memory.padEnd(36)} ${size}`);
}

/** @param {string} file */
function megabytes(file) {
  return (statSync(file).size / 1e6).toFixed(1);
}
