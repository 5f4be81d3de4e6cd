import type { ResultDocument } from "../model/result-document.ts";
import { MOST_OF_COMMENT, reportMarkdown } from "../reporters/markdown.ts";
import { codeSpan } from "../reporters/markdown/escape-markdown.ts";
import type { ReportOptions } from "../reporters/reporter.ts";
import { newFindings, newUnknowns, totalOf } from "../reporters/severity-counts.ts";
import { count } from "../reporters/text/page.ts";
import { DEFAULT_CATEGORY } from "./action-inputs.ts";

/** A hidden line by which the comment of a category is found again. */
export function markerOf(category: string): string {
  // two dashes would end the HTML comment
  return `<!-- genoscan:${encodeURIComponent(category).replaceAll("-", "%2D")} -->`;
}

/** Nothing that somebody has to act on or to know: no new finding, nothing newly undecided, everything read. */
export function isClear({ summary }: ResultDocument): boolean {
  return totalOf(newFindings(summary)) === 0 && totalOf(newUnknowns(summary)) === 0 && !summary.incomplete;
}

/** The comment on a pull request: the report, or that all is clear, which a comment becomes when it is resolved. */
export function commentBody(result: ResultDocument, options: ReportOptions, category: string): string {
  const marker = markerOf(category);
  if (isClear(result)) return `${marker}\n${allClear(result, category)}\n`;
  const mostBytes = MOST_OF_COMMENT - Buffer.byteLength(marker) - 1;
  return `${marker}\n${reportMarkdown(result, { ...options, mostBytes, verbose: false })}`;
}

function allClear({ summary, baseline, run, tool }: ResultDocument, category: string): string {
  const label = category === DEFAULT_CATEGORY ? "" : ` (${codeSpan(category)})`;
  const known = summary.known === undefined ? 0 : totalOf(summary.known.findings);
  const parts = [
    `No ${baseline === undefined ? "" : "new "}findings in ${count(summary.resources, "resource")}`,
    ...(known > 0 ? [`${String(known)} known`] : []),
    ...(summary.waived > 0 ? [`${String(summary.waived)} waived`] : []),
    `${String(summary.verdicts.pass)} passed`,
  ];
  const commit = run?.commit === undefined ? "" : ` at commit ${codeSpan(run.commit.slice(0, 12))}`;
  return `### genoscan: all clear${label}\n\n${parts.join(" · ")}\n\n<sub>genoscan ${tool.version}${commit}. Evidence that supports controls; no attestation.</sub>`;
}
