import type { ResultDocument, ResultVerdict } from "../../src/model/result-document.ts";
import type { ReportOptions } from "../../src/reporters/reporter.ts";
import { summarize } from "../../src/triage/summarize.ts";
import { rule } from "../triage/sample.ts";

/** A text that a stranger might put into the name of a resource. */
export const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "\u001b[2J\u001b[31mgone\u0007",
  "::error file=a.ts::pwned",
  "##[error]pwned",
  "\u202Etxt.exe",
  "\u009b31m",
  "line\nbreak\r\u2028",
  "[click](https://evil.example)",
  "\ud800",
] as const;

export function verdict(more: Partial<ResultVerdict> & { readonly address?: string } = {}): ResultVerdict {
  const { address = "aws_s3_bucket.reports", ...own } = more;
  return {
    rule: "aws-s3-lock",
    title: "Report buckets lock every object",
    severity: "critical",
    verdict: "fail",
    resource: { address, type: "AWS::S3::Bucket" },
    controls: [
      { framework: "hipaa", id: "164.312(c)(1)" },
      { framework: "genomics", id: "GEN-AWS-RPT-001" },
    ],
    message: `Objects in ${address} can be deleted`,
    reasons: [],
    evidence: [
      { address, pointer: "/Mode", attribute: "rule[0].mode", value: "GOVERNANCE", expected: '"COMPLIANCE"' },
    ],
    fingerprint: `f-${address}`,
    ...own,
  };
}

export function result(
  verdicts: readonly ResultVerdict[],
  more: Partial<ResultDocument> = {},
): ResultDocument {
  const incomplete =
    (more.coverage ?? []).length > 0 || (more.inputs ?? []).some(({ status }) => status !== "read");
  return {
    schemaVersion: "1",
    tool: { name: "genoscan", version: "1.2.3", rulesetDigest: "d1g357" },
    inputs: [
      { path: "plans/plan.json", source: "terraform-plan", sha256: "abc", resources: 3, status: "read" },
    ],
    verdicts: [...verdicts],
    diagnostics: [],
    controls: [],
    coverage: [],
    summary: summarize({ verdicts, notApplicable: 2, resources: 3, rules: 4, incomplete }),
    ...more,
  };
}

export const OPTIONS: ReportOptions = {
  rules: new Map(
    [
      rule("aws-s3-lock", {
        title: "Report buckets lock every object",
        severity: "critical",
        description: "Whoever can delete a report\ncan rewrite it.",
        controls: verdict().controls,
        remediation: {
          text: "Lock the objects.",
          terraform: 'resource "x" "y" {\n  mode = "COMPLIANCE"\n}\n',
          bicep: "resource y 'x'",
        },
        references: ["https://docs.example.org/lock"],
      }),
    ].map((one) => [one.id, one]),
  ),
  width: 80,
  color: false,
  verbose: false,
  failOn: "high",
  strict: false,
};
