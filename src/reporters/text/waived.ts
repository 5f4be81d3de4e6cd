import type { ResultDocument, ResultVerdict, ResultWaiver } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import type { ReportOptions } from "../reporter.ts";
import type { Block, Page } from "./page.ts";

/** What persons have accepted, and until when. Without --verbose the summary gives the number. */
export function showWaived(result: ResultDocument, options: ReportOptions, page: Page): readonly Block[] {
  if (!options.verbose) return [];
  const lines = result.verdicts.flatMap((verdict) =>
    verdict.waiver === undefined ? [] : describe(verdict, verdict.waiver, page),
  );
  return lines.length === 0 ? [] : [[page.chalk.bold("WAIVED"), ...lines]];
}

function describe(verdict: ResultVerdict, waiver: ResultWaiver, page: Page): readonly string[] {
  const { reason, owner, expires, ticket } = waiver;
  const place = escapeText(verdict.resource?.address ?? "the input as a whole");
  const where = ticket === undefined ? "" : `, ${ticket}`;
  return [
    `  ${verdict.severity} ${verdict.verdict} ${verdict.rule} ${page.chalk.cyan(place)}`,
    ...page.prose(`${reason} (${owner}, until ${expires}${where})`, "    "),
  ];
}
