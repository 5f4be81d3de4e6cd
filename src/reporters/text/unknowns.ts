import type { ResultDocument, ResultVerdict } from "../../model/result-document.ts";
import { escapeText } from "../escape-text.ts";
import { groupFindings } from "../group-findings.ts";
import type { FindingGroup } from "../group-findings.ts";
import type { ReportOptions } from "../reporter.ts";
import { count, firstOf } from "./page.ts";
import type { Block, Page } from "./page.ts";

const MOST_ADDRESSES = 3;

/** What the input does not settle, by rule, and what would settle it. */
export function showUnknowns(result: ResultDocument, options: ReportOptions, page: Page): readonly Block[] {
  const unknowns = result.verdicts.filter(
    ({ verdict, waiver, baseline }) => verdict === "unknown" && waiver === undefined && baseline !== "known",
  );
  if (unknowns.length === 0) return [];
  const groups = groupFindings(unknowns);
  const counted = options.strict ? "; they count as findings (--strict)" : "";
  const heading = `${page.chalk.magenta("NOT DECIDED")} ${count(unknowns.length, "verdict")} of ${count(groups.length, "rule")}: neither pass nor fail${counted}`;
  return [[heading], ...groups.map((group) => showGroup(group, options, page))];
}

function showGroup({ first, alike }: FindingGroup, options: ReportOptions, page: Page): Block {
  const { chalk } = page;
  return [
    ...page.prose(`${first.severity}: ${first.title}`, "  "),
    chalk.dim(`  ${escapeText(first.rule)}`),
    ...alike.flatMap((verdicts) => showAlike(verdicts, options, page)),
    // the sentence is the same for all: it says what would settle the rule
    ...(first.message.endsWith(first.title) ? [] : page.prose(`To settle it: ${first.message}`, "    ")),
  ];
}

function showAlike(verdicts: readonly ResultVerdict[], { verbose }: ReportOptions, page: Page): Block {
  const addresses = verdicts.map(({ resource }) => resource?.address ?? "the input as a whole");
  const { shown, more } = firstOf(addresses, verbose ? addresses.length : MOST_ADDRESSES);
  const reasons = firstOf(verdicts[0]?.reasons ?? [], verbose ? Infinity : MOST_ADDRESSES);
  return [
    ...shown.map((address) => `    ${page.chalk.cyan(escapeText(address))}`),
    ...(more > 0 ? [page.chalk.dim(`    … and ${more} more for the same reason`)] : []),
    ...reasons.shown.flatMap((reason) => page.prose(`because: ${reason}`, "      ")),
    ...(reasons.more > 0 ? [page.chalk.dim(`      … and ${reasons.more} more reasons`)] : []),
  ];
}
