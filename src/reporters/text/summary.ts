import type { ResultDocument } from "../../model/result-document.ts";
import { CONTROL_STATUSES, countStatuses, describeStatus } from "../control-statuses.ts";
import { describeFailOn } from "../describe-fail-on.ts";
import type { ReportOptions } from "../reporter.ts";
import { describeCounts, newFindings, newUnknowns, totalOf } from "../severity-counts.ts";
import { count } from "./page.ts";
import type { Block, Page } from "./page.ts";

/** The numbers of the scan. What was not read is said again, so that an incomplete scan never looks clean. */
export function showSummary(result: ResultDocument, options: ReportOptions, page: Page): Block {
  const { summary } = result;
  const { chalk } = page;
  const { known } = summary;
  const fresh = newFindings(summary);
  const findings = totalOf(fresh);
  const adjective = known === undefined ? "" : "new ";
  const headline =
    findings === 0
      ? chalk.bold(`No ${adjective}findings${summary.incomplete ? " in what was read" : ""}`)
      : chalk.bold(`${count(findings, `${adjective}finding`)}: ${describeCounts(fresh)}`);
  const others = [
    ...(known === undefined ? [] : [describeKnown(result, options)]),
    `${totalOf(newUnknowns(summary))} not decided`,
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

const JUDGED = ["failing", "unknown", "passing"] as const;

function showControls({ controls }: ResultDocument, { chalk }: Page): Block {
  if (controls.length === 0) return [];
  const counted = [...countStatuses(controls)];
  // Azure's policies have no evidence in a template of AWS, unless nothing has
  const judged = counted.filter(([, counts]) => JUDGED.some((status) => counts.has(status)));
  return (judged.length === 0 ? counted : judged).map(([framework, counts]) => {
    const parts = CONTROL_STATUSES.filter((status) => counts.has(status)).map(
      (status) => `${counts.get(status) ?? 0} ${describeStatus(status)}`,
    );
    return chalk.dim(`evidence for ${framework}: ${parts.join(", ")}`);
  });
}

/** What the baseline holds of findings and unknowns, so that nothing is hidden by it. */
function describeKnown({ summary, baseline }: ResultDocument, { verbose }: ReportOptions): string {
  const { findings, unknowns } = summary.known ?? {};
  const undecided = unknowns === undefined ? 0 : totalOf(unknowns);
  const parts = [
    `${findings === undefined ? 0 : totalOf(findings)} known`,
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
