import type { ResultDocument, ResultSeverityCounts } from "../../model/result-document.ts";
import { SEVERITIES } from "../../model/verdict.ts";
import type { ReportOptions } from "../reporter.ts";
import { count } from "./page.ts";
import type { Block, Page } from "./page.ts";

const STATUSES = ["failing", "unknown", "passing", "manual", "not-assessed"] as const;

/** The numbers of the scan. What was not read is said again, so that an incomplete scan never looks clean. */
export function showSummary(result: ResultDocument, options: ReportOptions, page: Page): Block {
  const { summary } = result;
  const { chalk } = page;
  const findings = total(summary.findings);
  const headline =
    findings === 0
      ? chalk.bold(summary.incomplete ? "No findings in what was read" : "No findings")
      : chalk.bold(`${count(findings, "finding")}: ${bySeverity(summary.findings)}`);
  const others = [
    `${total(summary.unknowns)} not decided`,
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
      `${count(summary.resources, "resource")} in ${count(result.inputs.length, "input")}, ${count(summary.rules, "rule")}; ${describeFailOn(options.failOn)}`,
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
      (status) => `${counts.get(status) ?? 0} ${status.replace("-", " ")}`,
    );
    return chalk.dim(`evidence for ${framework}: ${parts.join(", ")}`);
  });
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
