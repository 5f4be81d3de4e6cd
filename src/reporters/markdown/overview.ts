import type { ResultDocument } from "../../model/result-document.ts";
import { CONTROL_STATUSES, countStatuses, describeStatus } from "../control-statuses.ts";
import { describeLocation } from "../describe-evidence.ts";
import { describeFailOn } from "../describe-fail-on.ts";
import type { ReportOptions } from "../reporter.ts";
import { describeCounts, newFindings, newUnknowns, totalOf } from "../severity-counts.ts";
import { count, firstOf } from "../text/page.ts";
import { codeSpan, escapeProse } from "./escape-markdown.ts";
import type { Part } from "./fit-parts.ts";

const MOST_GAPS = 20;
const FEW_GAPS = 3;

/** The numbers of the scan. */
export function showHeadline(result: ResultDocument, options: ReportOptions): Part {
  const { summary, baseline, inputs } = result;
  const { known } = summary;
  const findings = newFindings(summary);
  const adjective = known === undefined ? "" : "new ";
  const number = totalOf(findings);
  const heading =
    number === 0
      ? `No ${adjective}findings${summary.incomplete ? " in what was read" : ""}`
      : count(number, `${adjective}finding`);
  const others = [
    ...(number > 0 ? [`**${describeCounts(findings)}**`] : []),
    ...(known === undefined ? [] : [`${totalOf(known.findings)} known`]),
    ...(baseline !== undefined && baseline.fixed.length > 0 ? [`${baseline.fixed.length} fixed`] : []),
    ...(baseline !== undefined && baseline.notSeen > 0
      ? [`${baseline.notSeen} of the baseline not seen`]
      : []),
    `${totalOf(newUnknowns(summary))} not decided`,
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    `${summary.verdicts.pass} passed`,
    ...(summary.notShown !== undefined && summary.notShown > 0 ? [`${summary.notShown} not shown`] : []),
  ];
  const scope = summary.notInScope === undefined ? "" : ` (${summary.notInScope} not in scope)`;
  const read = `${count(summary.resources, "resource")}${scope} in ${count(inputs.length, "input")}, ${count(summary.rules, "rule")}; ${describeFailOn(options.failOn)}`;
  const label = options.label === undefined ? "" : ` (${codeSpan(options.label)})`;
  return { forms: [`### genoscan: ${heading}${label}\n\n${others.join(" · ")}\\\n${read}`], stays: true };
}

/** What was not read stands above everything else, so that an incomplete scan never looks clean. */
export function showIncomplete({ summary, inputs, coverage }: ResultDocument): readonly Part[] {
  if (!summary.incomplete) return [];
  const gaps = [
    ...inputs
      .filter(({ status }) => status === "unreadable")
      .map(({ path, message }) => `${codeSpan(path)}: ${escapeProse(message ?? "it could not be read")}`),
    ...coverage.map(({ subject, reason, location }) => {
      const place = location === undefined ? subject : describeLocation(location);
      const isSubject = location?.file === subject || place === subject;
      const behind = isSubject ? "" : ` (${codeSpan(place)})`;
      return `${codeSpan(isSubject ? place : subject)}: ${escapeProse(reason)}${behind}`;
    }),
  ];
  return [{ forms: [listGaps(gaps, MOST_GAPS), listGaps(gaps, FEW_GAPS), listGaps([], 0)], stays: true }];
}

function listGaps(gaps: readonly string[], most: number): string {
  const { shown, more } = firstOf(gaps, most);
  const lines = [
    "[!WARNING]",
    "**Incomplete:** a part of the input could not be read, and may hold what would be a finding.",
    ...shown.map((gap) => `- ${gap}`),
    ...(more > 0 ? [`- … and ${String(more)} more`] : []),
  ];
  return lines.map((line) => `> ${line}`).join("\n");
}

/** How many controls of each framework have which status. */
export function foldControls({ controls }: ResultDocument): readonly Part[] {
  if (controls.length === 0) return [];
  const frameworks = countStatuses(controls);
  const statuses = CONTROL_STATUSES.filter((status) =>
    [...frameworks.values()].some((counts) => counts.has(status)),
  );
  const rows = [...frameworks].map(([framework, counts]) => [
    framework,
    ...statuses.map((status) => String(counts.get(status) ?? 0)),
  ]);
  const table = [
    ["evidence for", ...statuses.map(describeStatus)],
    ["---", ...statuses.map(() => "---:")],
    ...rows,
  ].map((cells) => `| ${cells.join(" | ")} |`);
  return [
    {
      forms: [["<details><summary>Controls</summary>", "", ...table, "", "</details>"].join("\n")],
      stays: true,
    },
  ];
}

/** Which rules judged, and what this page is not. */
export function showFooter({ tool, run }: ResultDocument): Part {
  const commit = run?.commit === undefined ? "" : ` at commit ${codeSpan(run.commit.slice(0, 12))}`;
  const digest = codeSpan(tool.rulesetDigest.slice(0, 12));
  return {
    forms: [
      `<sub>genoscan ${escapeProse(tool.version)}, rules ${digest}${commit}. Evidence that supports controls; no attestation.</sub>`,
    ],
    stays: true,
  };
}
