import type { ResultDocument, ResultVerdict } from "../../model/result-document.ts";
import { describeLocation } from "../describe-evidence.ts";
import { describeWaiver } from "../describe-waiver.ts";
import { groupFindings } from "../group-findings.ts";
import type { FindingGroup } from "../group-findings.ts";
import { count, firstOf } from "../text/page.ts";
import { codeSpan, escapeProse } from "./escape-markdown.ts";
import type { Part } from "./fit-parts.ts";
import { messageOf, mistakeLine } from "./mistake.ts";

/** How many lines of a list are tried, from all of them down to none. */
const LENGTHS = [Infinity, 50, 10, 0];
const MOST_REASONS = 3;

/** What the input does not settle, by rule, with what would settle it. */
export function foldUnknowns(unknowns: readonly ResultVerdict[], isStrict: boolean): readonly Part[] {
  const counted = isStrict ? "; they count as findings" : "";
  const groups = groupFindings(unknowns);
  return fold(
    `${count(unknowns.length, "verdict")} not decided: neither pass nor fail${counted}`,
    groups.map(unknownLine),
  );
}

function unknownLine(group: FindingGroup): string {
  const reasons = [...new Set(group.alike.flatMap(([first]) => first?.reasons ?? []))];
  const { shown, more } = firstOf(reasons, MOST_REASONS);
  const others = more > 0 ? [`  - … and ${String(more)} more reasons`] : [];
  const settle = group.first.message.endsWith(group.first.title) ? [] : [`  - ${messageOf(group.first)}`];
  return [
    mistakeLine(group),
    ...shown.map((reason) => `  - because: ${escapeProse(reason)}`),
    ...others,
    ...settle,
  ].join("\n");
}

/** What the baseline holds already: counted, and folded away. */
export function foldKnown(known: readonly ResultVerdict[]): readonly Part[] {
  const failures = known.filter(({ verdict }) => verdict === "fail").length;
  const undecided = known.length - failures;
  const others = undecided > 0 ? ` and ${String(undecided)} not decided` : "";
  return fold(
    `${count(failures, "known finding")}${others}: the baseline holds them`,
    groupFindings(known).map(mistakeLine),
  );
}

/** What persons have accepted, and until when. */
export function foldWaived(waived: readonly ResultVerdict[]): readonly Part[] {
  return fold(
    `${count(waived.length, "waived finding")}`,
    waived.map(({ severity, rule, resource, waiver }) => {
      const reason = waiver === undefined ? "" : `: ${escapeProse(describeWaiver(waiver))}`;
      return `- **${severity}** ${codeSpan(rule)} ${codeSpan(resource?.address ?? "the input as a whole")}${reason}`;
    }),
  );
}

/** What was found before and is no more. */
export function foldFixed({ baseline }: ResultDocument): readonly Part[] {
  const fixed = baseline?.fixed ?? [];
  return fold(
    `${count(fixed.length, "finding")} fixed`,
    fixed.map(
      ({ severity, rule, address = "the input as a whole" }) =>
        `- **${severity}** ${codeSpan(rule)} ${codeSpan(address)}`,
    ),
  );
}

/** What there is to say about the input beside compliance. */
export function foldDiagnostics({ diagnostics }: ResultDocument): readonly Part[] {
  return fold(
    `${count(diagnostics.length, "note")} about the input`,
    diagnostics.map(({ level, message, location }) => {
      const place = location === undefined ? "" : ` (${codeSpan(describeLocation(location))})`;
      return `- ${level}: ${escapeProse(message)}${place}`;
    }),
  );
}

function fold(summary: string, lines: readonly string[]): readonly Part[] {
  if (lines.length === 0) return [];
  const lengths = LENGTHS.filter((length) => length === Infinity || length < lines.length);
  return [{ forms: lengths.map((length) => foldLines(summary, lines, length)), stays: true }];
}

function foldLines(summary: string, lines: readonly string[], most: number): string {
  if (most === 0) return `${summary} (too many to be listed here)`;
  const { shown, more } = firstOf(lines, most);
  const others = more > 0 ? [`- … and ${String(more)} more`] : [];
  return [`<details><summary>${summary}</summary>`, "", ...shown, ...others, "", "</details>"].join("\n");
}
