import type { ResultDocument, ResultSeverityCounts } from "../../model/result-document.ts";
import { SEVERITIES } from "../../model/verdict.ts";
import type { ReportOptions } from "../reporter.ts";
import { count } from "./page.ts";
import type { Block, Page } from "./page.ts";

const STATUSES = [
  "failing",
  "unknown",
  "passing",
  "attested",
  "documented-alternative",
  "manual",
  "live-only",
  "not-assessed",
  "not-covered",
] as const;

/** The numbers of the scan. What was not read is said again, so that an incomplete scan never looks clean. */
export function showSummary(result: ResultDocument, options: ReportOptions, page: Page): Block {
  const { summary } = result;
  const { chalk } = page;
  const { known } = summary;
  const fresh = subtract(summary.findings, known?.findings);
  const findings = total(fresh);
  const adjective = known === undefined ? "" : "new ";
  const headline =
    findings === 0
      ? chalk.bold(`No ${adjective}findings${summary.incomplete ? " in what was read" : ""}`)
      : chalk.bold(`${count(findings, `${adjective}finding`)}: ${bySeverity(fresh)}`);
  const others = [
    ...(known === undefined ? [] : [describeKnown(result, options)]),
    `${total(subtract(summary.unknowns, known?.unknowns))} not decided`,
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    `${summary.verdicts.pass} passed`,
    `${summary.verdicts.notApplicable} not applicable`,
    ...(summary.notShown !== undefined && summary.notShown > 0
      ? [`${summary.notShown} not shown (--severity)`]
      : []),
  ];
  return [
    [headline, ...others].join(" · "),
    chalk.dim(
      `${count(summary.resources, "resource")}${describeScope(summary)} in ${count(result.inputs.length, "input")}, ${count(summary.rules, "rule")}; ${describeFailOn(options.failOn)}`,
    ),
    ...showControls(result, page),
    ...(summary.incomplete
      ? [
          chalk.yellow.bold(
            "Incomplete: a part of the input could not be read, and may hold what would be a finding.",
          ),
        ]
      : []),
  ];
}

function showControls({ controls }: ResultDocument, { chalk }: Page): Block {
  if (controls.length === 0) return [];
  const frameworks = new Map<string, Map<string, number>>();
  for (const { framework, status } of controls) {
    const counts = frameworks.get(framework) ?? new Map<string, number>();
    counts.set(status, (counts.get(status) ?? 0) + 1);
    frameworks.set(framework, counts);
  }
  return [...frameworks].map(([framework, counts]) => {
    const parts = STATUSES.filter((status) => counts.has(status)).map(
      (status) =>
        `${counts.get(status) ?? 0} ${status === "manual" ? "manual (open)" : status.replaceAll("-", " ")}`,
    );
    return chalk.dim(`evidence for ${framework}: ${parts.join(", ")}`);
  });
}

/** What the baseline holds of findings and unknowns, so that nothing is hidden by it. */
function describeKnown({ summary, baseline }: ResultDocument, { verbose }: ReportOptions): string {
  const { findings, unknowns } = summary.known ?? {};
  const undecided = unknowns === undefined ? 0 : total(unknowns);
  const parts = [
    `${findings === undefined ? 0 : total(findings)} known`,
    ...(undecided > 0 ? [`${undecided} known and not decided`] : []),
    ...(baseline !== undefined && baseline.notSeen > 0
      ? [`${baseline.notSeen} of the baseline not seen`]
      : []),
  ];
  return `${parts.join(", ")}${verbose ? "" : " (--verbose lists them)"}`;
}

/** What has no verdict because genoscan.yaml says so is told in every report. */
function describeScope({ notInScope }: ResultDocument["summary"]): string {
  return notInScope === undefined ? "" : ` (${notInScope} not in scope)`;
}

function subtract(from: ResultSeverityCounts, part: ResultSeverityCounts | undefined): ResultSeverityCounts {
  if (part === undefined) return from;
  return {
    critical: from.critical - part.critical,
    high: from.high - part.high,
    medium: from.medium - part.medium,
    low: from.low - part.low,
  };
}

function total(counts: ResultSeverityCounts): number {
  return counts.critical + counts.high + counts.medium + counts.low;
}

function bySeverity(counts: ResultSeverityCounts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(", ");
}

function describeFailOn(failOn: ReportOptions["failOn"]): string {
  if (failOn === "none") return "no finding fails the scan";
  return failOn === "critical"
    ? "the scan fails on critical findings"
    : `the scan fails on findings from ${failOn}`;
}
