import { summary, warning } from "@actions/core";
import type { ResultDocument } from "../model/result-document.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { MOST_OF_SUMMARY, reportMarkdown } from "../reporters/markdown.ts";
import type { ReportOptions } from "../reporters/reporter.ts";

/** GitHub refuses a summary that is a byte too long as a whole. */
const SLACK = 1024;

/** Writes the report into the job summary, where the runner has one. */
export async function writeSummary(result: ResultDocument, options: ReportOptions): Promise<void> {
  const mostBytes = MOST_OF_SUMMARY - SLACK;
  const text = reportMarkdown(result, { ...options, mostBytes, verbose: true });
  try {
    await summary.addRaw(text, true).write();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    warning(`the job summary could not be written: ${escapeText(why)}`, { title: "genoscan" });
  }
}
