import type { ResultDocument } from "../../src/model/result-document.ts";
import { result, verdict } from "./sample.ts";

/** A result with something in every place of the contract that a stranger may write to: the text is in each. */
export function fullResult(text: string): ResultDocument {
  const location = { file: text, line: 3, column: 5 };
  const waiver = {
    kind: "comment",
    reason: text,
    owner: text,
    expires: "2027-01-01",
    ticket: text,
    location,
  } as const;
  const more = {
    location,
    calls: [{ address: text, location }],
    message: `Objects in ${text} can be deleted`,
    resource: { address: text, type: "AWS::S3::Bucket", writtenType: text, name: text, location },
    evidence: [
      { address: text, pointer: `/${text}`, attribute: text, value: text, expected: text, note: text },
      { address: "other", pointer: "/Tags", value: { [text]: text }, expected: "", item: { [text]: text } },
      { address: text, pointer: "", value: { $unknown: text }, expected: text },
      { address: text, pointer: "/Key", value: { $reference: text }, expected: text },
    ],
  };
  return result(
    [
      verdict(more),
      verdict({ ...more, rule: "site-rule", title: text, severity: "high", baseline: "new" }),
      verdict({ ...more, verdict: "unknown", reasons: [text] }),
      verdict({ ...more, waiver }),
      verdict({ ...more, baseline: "known" }),
      verdict({ ...more, verdict: "pass", severity: "low" }),
    ],
    {
      run: {
        startedAt: "2026-01-15T08:00:00.000Z",
        commit: text,
        branch: text,
        identity: text,
        repository: text,
        pipeline: text,
      },
      manifest: {
        config: { path: text, sha256: "c0ffee" },
        parameters: { allowed: [text] },
        frameworks: [{ framework: "hipaa", title: "HIPAA", source: "s", asOf: "2013-01-25" }],
        ruleFolders: [text],
        complete: [text],
        failOn: "high",
        strict: false,
      },
      inputs: [
        { path: text, source: "terraform-plan", sha256: "abc", resources: 3, status: "partial" },
        { path: text, sha256: "", resources: 0, status: "unreadable", message: text },
      ],
      diagnostics: [{ code: "c", level: "warning", message: text, location }],
      coverage: [{ code: "c", subject: text, reason: text, location }],
      controls: [
        {
          framework: "hipaa",
          id: "164.312(c)(1)",
          title: "Integrity",
          evidence: "technical",
          status: "failing",
          counts: { pass: 1, fail: 2, unknown: 1, waived: 1 },
          rules: ["aws-s3-lock", "site-rule"],
          heldBackBy: ["164.312(c)(2)"],
          attestation: {
            owner: text,
            date: "2026-01-01",
            statement: text,
            link: text,
            state: "holds",
            location,
          },
          alternative: {
            owner: text,
            date: "2026-01-01",
            reason: text,
            document: text,
            state: "expired",
            location,
          },
        },
        {
          framework: "hipaa",
          id: "164.310(b)",
          title: "Workstation use",
          evidence: "manual",
          status: "manual",
          counts: { pass: 0, fail: 0, unknown: 0, waived: 0 },
        },
      ],
      waivers: [
        {
          rule: "aws-s3-lock",
          kind: "comment",
          subject: text,
          reason: text,
          owner: text,
          expires: "2027-01-01",
          ticket: text,
          state: "holds",
          findings: 1,
          location,
        },
      ],
      baseline: {
        file: text,
        sha256: "def",
        new: 2,
        known: 1,
        fixed: [{ rule: "aws-s3-lock", title: text, severity: "low", address: text, fingerprint: "f" }],
        notSeen: 1,
      },
      notInScope: { include: [text], exclude: [text], resources: [{ address: text, type: text }] },
    },
  );
}
