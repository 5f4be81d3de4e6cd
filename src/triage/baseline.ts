import type { Severity } from "../model/result-document.ts";
import type { BaselineDocument, BaselineFinding } from "./baseline-document.ts";

/** Findings that are known, as read from a file that people review and commit. */
export interface Baseline {
  readonly file: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  readonly findings: readonly BaselineFinding[];
}

/** The text of a baseline: by rule and address, one property a line, so that a review shows what comes and goes. */
export function formatBaseline(tool: BaselineDocument["tool"], findings: readonly BaselineFinding[]): string {
  const document: BaselineDocument = {
    schemaVersion: "1",
    tool,
    findings: findings.toSorted(compareFindings).map(inOrder),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function inOrder({ rule, title, severity, verdict, address, fingerprint }: BaselineFinding): BaselineFinding {
  return { rule, title, severity, verdict, ...(address !== undefined && { address }), fingerprint };
}

function compareFindings(left: BaselineFinding, right: BaselineFinding): number {
  return (
    compareText(left.rule, right.rule) ||
    compareText(left.address ?? "", right.address ?? "") ||
    compareText(left.fingerprint, right.fingerprint)
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `3 critical, 1 low` */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): string {
  const severities = ["critical", "high", "medium", "low"] as const;
  return severities
    .map(
      (severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${String(count)} ${severity}`)
    .join(", ");
}
