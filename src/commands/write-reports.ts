import { closeSync, openSync, writeFileSync } from "node:fs";
import type { ResultDocument } from "../model/result-document.ts";
import { REPORTERS } from "../reporters/index.ts";
import type { Report, ReportOptions } from "../reporters/reporter.ts";
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
    const report = await REPORTERS[format]();
    if (file !== undefined && inside !== undefined) await checkInside(file, inside);
    if (file === undefined) await printReport(report(result, options), terminal);
    else writeReport(file, report(result, { ...options, color: false }));
  }
}

async function printReport(report: Report, terminal: Terminal): Promise<void> {
  for (const part of partsOf(report)) await terminal.print(part);
}

/** A text is a list of characters, and not meant to be written as one. */
function partsOf(report: Report): Iterable<string> {
  return typeof report === "string" ? [report] : report;
}

function writeReport(file: string, report: Report): void {
  try {
    const descriptor = openSync(file, "w");
    try {
      for (const part of partsOf(report)) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw usageError(`the report cannot be written to "${file}": ${why}`, { cause });
  }
}
