import type { ResultDocument } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import type { ReportOptions } from "../reporter.ts";
import { count, firstOf } from "./page.ts";
import type { Block, Page } from "./page.ts";

const MOST_FIXED = 8;

/** What the baseline holds: what is fixed always, and what is known still when everything is asked for. */
export function showBaseline(result: ResultDocument, options: ReportOptions, page: Page): readonly Block[] {
  if (result.baseline === undefined) return [];
  return [...(options.verbose ? showKnown(result, page) : []), ...showFixed(result, options, page)];
}

function showKnown({ verdicts, baseline }: ResultDocument, { chalk }: Page): readonly Block[] {
  const known = verdicts.filter((verdict) => verdict.baseline === "known" && verdict.waiver === undefined);
  if (known.length === 0 || baseline === undefined) return [];
  const lines = known.map(
    ({ severity, verdict, rule, resource }) =>
      `  ${severity} ${verdict} ${rule} ${chalk.cyan(escapeText(resource?.address ?? "the input as a whole"))}`,
  );
  return [[`${chalk.bold("KNOWN")} ${escapeText(baseline.file)} holds them`, ...lines]];
}

function showFixed(result: ResultDocument, options: ReportOptions, { chalk }: Page): readonly Block[] {
  const fixed = result.baseline?.fixed ?? [];
  if (fixed.length === 0) return [];
  const { shown, more } = firstOf(fixed, options.verbose ? fixed.length : MOST_FIXED);
  return [
    [
      `${chalk.green.bold("FIXED")} ${count(fixed.length, "finding")} of the baseline; genoscan baseline update drops ${fixed.length === 1 ? "it" : "them"}`,
      ...shown.map(
        ({ rule, address = "the input as a whole" }) =>
          `  ${escapeText(rule)} ${chalk.cyan(escapeText(address))}`,
      ),
      ...(more > 0 ? [chalk.dim(`  … and ${String(more)} more (--verbose lists them)`)] : []),
    ],
  ];
}
