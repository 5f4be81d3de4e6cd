import type { ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence, describeLocation } from "../describe-evidence.ts";
import { describeWaiver } from "../describe-waiver.ts";
import type { ReportOptions } from "../reporter.ts";
import { xmlAttributes, xmlText } from "./xml.ts";

export type CaseOutcome = "passed" | "failure" | "skipped";

const LONGEST_VALUE = 300;

/**
 * How a verdict counts. JUnit has no word for what is not decided: such a test is skipped, which no server shows as
 * passed, and a failure when unknowns count as findings. What is accepted or known already is skipped as well, so that
 * the pipeline is red for the same findings as the command.
 */
export function outcomeOf(
  { verdict, waiver, baseline }: ResultVerdict,
  { strict }: ReportOptions,
): CaseOutcome {
  if (verdict === "pass") return "passed";
  if (waiver !== undefined || baseline === "known") return "skipped";
  return verdict === "fail" || strict ? "failure" : "skipped";
}

/** A test of one rule on one resource. */
export function formatCase(verdict: ResultVerdict, options: ReportOptions): string {
  const attributes = {
    // no test is without a name, and the schemas want blanks in it single
    name: (verdict.resource?.address ?? "the input as a whole").replace(/\s+/g, " ").trim() || "(no name)",
    classname: verdict.rule,
    time: 0,
  };
  const outcome = outcomeOf(verdict, options);
  const start = `<testcase${xmlAttributes(attributes)}`;
  if (outcome === "passed") return `    ${start}/>\n`;
  const inside = outcome === "failure" ? formatFailure(verdict) : formatSkipped(verdict);
  return `    ${start}>\n${inside}    </testcase>\n`;
}

function formatFailure(verdict: ResultVerdict): string {
  const { severity, location } = verdict;
  const lines = [
    verdict.title,
    ...(location === undefined ? [] : [`at ${describeLocation(location)}`]),
    ...verdict.reasons.map((reason) => `because: ${reason}`),
    ...verdict.evidence.map((item) => describeEvidence(item, verdict.resource?.address, LONGEST_VALUE)),
    `controls: ${verdict.controls.map(({ framework, id }) => `${framework} ${id}`).join(", ")}`,
  ];
  const attributes = xmlAttributes({ message: sentenceOf(verdict), type: severity });
  return `      <failure${attributes}>${lines.map(xmlText).join("\n")}</failure>\n`;
}

function formatSkipped(verdict: ResultVerdict): string {
  const { waiver, baseline } = verdict;
  const because = verdict.reasons.length > 0 ? ` because ${verdict.reasons.join("; ")}` : "";
  const sentence = `${sentenceOf(verdict)}${because}`;
  if (waiver !== undefined) return skipped(`waived: ${describeWaiver(waiver)}: ${sentence}`);
  return skipped(baseline === "known" ? `known: the baseline holds it: ${sentence}` : sentence);
}

/** As text, because not every schema has an attribute for it. */
function skipped(message: string): string {
  return `      <skipped>${xmlText(message)}</skipped>\n`;
}

function sentenceOf({ verdict, message }: ResultVerdict): string {
  return verdict === "unknown" ? `not decided: ${message}` : message;
}
