import { createHash } from "node:crypto";
import type { ResultDocument } from "../../model/result-document.ts";
import { reportJson } from "../json.ts";
import { describeCounts, newFindings, newUnknowns, totalOf } from "../severity-counts.ts";
import { field } from "./section.ts";
import type { Section } from "./section.ts";

/** The numbers, and the hash that binds this sheet to the report with every verdict. */
export function showSummary(result: ResultDocument): Section {
  const { summary, baseline } = result;
  const findings = newFindings(summary);
  const detail = totalOf(findings) === 0 ? "" : ` (${describeCounts(findings)})`;
  return {
    heading: "Result",
    lines: [
      ...field(baseline === undefined ? "findings" : "new findings", `${totalOf(findings)}${detail}`),
      ...field("known findings", summary.known === undefined ? undefined : totalOf(summary.known.findings)),
      ...field("not decided", totalOf(newUnknowns(summary))),
      ...field("waived", summary.waived),
      ...field("passed", summary.verdicts.pass),
      ...field("not applicable", summary.verdicts.notApplicable),
      ...field("not shown", summary.notShown),
      ...field("resources", summary.resources),
      ...field("not in scope", summary.notInScope),
      ...field("JSON sha256", hashOf(result)),
      "  The last line is the hash of the JSON report of this scan (-f json=FILE), which holds every verdict.",
    ],
  };
}

function hashOf(result: ResultDocument): string {
  const hash = createHash("sha256");
  for (const part of reportJson(result)) hash.update(part);
  return hash.digest("hex");
}

/** For the persons who have read it. */
export function showSignOff(): Section {
  const blank = "_".repeat(40);
  const block = (role: string): readonly string[] => [
    `  ${role}`,
    `    Name       ${blank}`,
    `    Signature  ${blank}`,
    `    Date       ${blank}`,
    "",
  ];
  return {
    heading: "Sign-off",
    lines: [
      "  I have read this sheet and the report that its hash names. Signing accepts no finding and attests no law.",
      "",
      ...block("Prepared by"),
      ...block("Reviewed by"),
    ],
  };
}
