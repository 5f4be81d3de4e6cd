import { writeFile } from "node:fs/promises";
import type { ResultDocument } from "../model/result-document.ts";
import { REPORTERS } from "../reporters/index.ts";
import type { ReportOptions } from "../reporters/reporter.ts";
import { checkInside } from "./check-inside.ts";
import type { Output } from "./plan-outputs.ts";
import type { Terminal } from "./terminal.ts";
import { usageError } from "./usage-error.ts";

/** Writes every report to its place. Throws a ConfigError for a file that cannot be written. */
export async function writeReports(
  result: ResultDocument,
  outputs: readonly Output[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  for (const { format, file, inside } of outputs) {
    const report = REPORTERS[format];
    if (file !== undefined && inside !== undefined) await checkInside(file, inside);
    if (file === undefined) await terminal.print(report(result, options));
    else await writeReport(file, report(result, { ...options, color: false }));
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw usageError(`the report cannot be written to "${file}": ${why}`, { cause });
  }
}
