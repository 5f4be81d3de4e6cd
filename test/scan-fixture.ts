import { spawnSync } from "node:child_process";
import type { ResultDocument } from "../src/model/result-document.ts";

/** The result of the built command on a plan of fixtures/terraform-plan, with the genoscan.yaml beside it. */
export function scanFixture(scenario: string): ResultDocument {
  const plan = `fixtures/terraform-plan/${scenario}/plan.json`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["dist/cli.js", plan, "-f", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`exit code ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as ResultDocument;
}
