import { setOutput } from "@actions/core";
import type { ResultSummary } from "../model/result-document.ts";
import { newFindings, newUnknowns, totalOf } from "../reporters/severity-counts.ts";
import type { WrittenFiles } from "./write-files.ts";

/** The outputs of the step. Counts by severity are of new findings: what a later step decides by. */
export function writeOutputs(exitCode: number, summary: ResultSummary, files: WrittenFiles): void {
  const fresh = newFindings(summary);
  const outputs = {
    "exit-code": exitCode,
    findings: totalOf(summary.findings),
    "new-findings": totalOf(fresh),
    ...fresh,
    unknown: totalOf(newUnknowns(summary)),
    incomplete: summary.incomplete,
    "sarif-file": files.sarif,
    "report-file": files.report,
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, String(value));
}
