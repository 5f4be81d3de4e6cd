import { execFileSync } from "node:child_process";

/** Makes what is bundled and not written by hand: the rules as JSON, the check of genoscan.yaml, and the page of the HTML report. */
export function generateBundled() {
  for (const script of ["generate-ruleset", "generate-config-check", "generate-report-assets"]) {
    execFileSync(process.execPath, [`scripts/${script}.mjs`], { stdio: "inherit" });
  }
}
