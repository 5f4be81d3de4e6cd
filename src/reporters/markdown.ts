import type { ResultDocument, ResultVerdict } from "../model/result-document.ts";
import { groupFindings } from "./group-findings.ts";
import { fitParts } from "./markdown/fit-parts.ts";
import type { FittedParts, Part } from "./markdown/fit-parts.ts";
import { foldDiagnostics, foldFixed, foldKnown, foldUnknowns, foldWaived } from "./markdown/folded.ts";
import { showMistake } from "./markdown/mistake.ts";
import { foldControls, showFooter, showHeadline, showIncomplete } from "./markdown/overview.ts";
import type { ReportOptions } from "./reporter.ts";
import { count } from "./text/page.ts";

/** GitHub takes no longer comment: 65,536 characters, and a character of UTF-8 has at least a byte. */
export const MOST_OF_COMMENT = 65_536;
/** GitHub takes no longer summary of a job: 1 MiB. */
export const MOST_OF_SUMMARY = 1_048_576;

/** So many mistakes are open to be read; of more, the others are folded. */
const OPEN = 5;

/** What is said about what found no place is never longer. */
const ROOM_FOR_LEFT_OUT = 400;

/**
 * A page for a pull request: the numbers, then what is new, one mistake one block, the worst first, with what to paste;
 * what is known, waived or not decided is folded away. Says what it leaves out.
 */
export function reportMarkdown(result: ResultDocument, options: ReportOptions): string {
  const most = options.mostBytes ?? (options.verbose ? MOST_OF_SUMMARY : MOST_OF_COMMENT);
  const open = result.verdicts.filter(({ waiver, baseline }) => waiver === undefined && baseline !== "known");
  const top = [showHeadline(result, options), ...showIncomplete(result)];
  const groups = groupFindings(open.filter(({ verdict }) => verdict === "fail"));
  const mistakes = groups.map((group, index) =>
    showMistake(group, result, options, index >= OPEN && groups.length > OPEN + 1),
  );
  const bottom: readonly Part[] = [
    ...foldUnknowns(
      open.filter(({ verdict }) => verdict === "unknown"),
      options.strict,
    ),
    ...foldKnown(result.verdicts.filter(isKnown)),
    ...foldWaived(result.verdicts.filter(({ waiver }) => waiver !== undefined)),
    ...foldFixed(result),
    ...foldDiagnostics(result),
    ...foldControls(result),
    showFooter(result),
  ];
  const fitted = fitParts([...top, ...mistakes, ...bottom], most - ROOM_FOR_LEFT_OUT);
  const leftOut = describeLeftOut(fitted);
  return `${[fitted.text, ...leftOut].join("\n\n")}\n`;
}

function isKnown({ verdict, waiver, baseline }: ResultVerdict): boolean {
  return verdict !== "pass" && waiver === undefined && baseline === "known";
}

function describeLeftOut({ leftOut, shortened }: FittedParts): readonly string[] {
  if (leftOut === 0 && shortened === 0) return [];
  const missing = leftOut === 0 ? "" : ` ${count(leftOut, "mistake")} had no place at all.`;
  return [
    `**This page is shortened**, because GitHub takes no longer one.${missing} The JSON and SARIF reports have everything, and \`genoscan explain RULE\` says what to paste.`,
  ];
}
