import type { ResultDocument, ResultVerdict, ResultWaiver } from "../../model/result-document.ts";
import { describeWaiver } from "../describe-waiver.ts";
import { escapeText } from "../escape-text.ts";
import type { ReportOptions } from "../reporter.ts";
import { firstOf } from "./page.ts";
import type { Block, Page } from "./page.ts";

const MOST_WAIVED = 5;

/** What persons have accepted, and until when. It stays to be seen: a waiver changes no verdict. */
export function showWaived(result: ResultDocument, options: ReportOptions, page: Page): readonly Block[] {
  const waived = result.verdicts.filter(({ waiver }) => waiver !== undefined);
  if (waived.length === 0) return [];
  const { shown, more } = firstOf(waived, options.verbose ? waived.length : MOST_WAIVED);
  const lines = shown.flatMap((verdict) =>
    verdict.waiver === undefined ? [] : describe(verdict, verdict.waiver, page),
  );
  const others = more > 0 ? [page.chalk.dim(`  … and ${String(more)} more (--verbose lists them)`)] : [];
  return [[page.chalk.bold("WAIVED"), ...lines, ...others]];
}

function describe(verdict: ResultVerdict, waiver: ResultWaiver, page: Page): readonly string[] {
  const place = escapeText(verdict.resource?.address ?? "the input as a whole");
  return [
    `  ${verdict.severity} ${verdict.verdict} ${verdict.rule} ${page.chalk.cyan(place)}`,
    ...page.prose(describeWaiver(waiver), "    "),
  ];
}
