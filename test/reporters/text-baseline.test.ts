import { describe, expect, it } from "vitest";
import type { ResultBaseline } from "../../src/model/result-document.ts";
import { reportText } from "../../src/reporters/text.ts";
import { summarize } from "../../src/triage/summarize.ts";
import { OPTIONS, result, verdict } from "./sample.ts";

const BASELINE: ResultBaseline = {
  file: "known.json",
  sha256: "abc",
  new: 1,
  known: 2,
  fixed: [],
  notSeen: 0,
};
const VERDICTS = [
  verdict({ baseline: "new", resource: { address: "fresh", type: "T" } }),
  verdict({ baseline: "known", resource: { address: "old", type: "T" } }),
  verdict({ baseline: "known", verdict: "unknown", resource: { address: "dim", type: "T" } }),
];

function report(verbose: boolean, more: Partial<ResultBaseline> = {}): string {
  const counts = { verdicts: VERDICTS, notApplicable: 0, resources: 3, rules: 1, incomplete: false };
  const summary = summarize({ ...counts, hasBaseline: true });
  return reportText(result(VERDICTS, { baseline: { ...BASELINE, ...more }, summary }), {
    ...OPTIONS,
    verbose,
  });
}

describe("the text report of a scan with a baseline", () => {
  it("shows what is new, and counts what is known", () => {
    const text = report(false);
    expect(text).toContain("fresh");
    expect(text).not.toMatch(/\bold\b|\bdim\b/);
    expect(text).toContain(
      "1 new finding: 1 critical · 1 known, 1 known and not decided (--verbose lists them)",
    );
  });

  it("lists what is known when everything is asked for", () => {
    expect(report(true)).toContain("KNOWN known.json holds them\n  critical fail aws-s3-lock old\n");
  });

  it("tells what is fixed, harmless whatever it is called", () => {
    const rule = "r";
    const fixed = [{ rule, title: "t", severity: "low", address: "a\u001b[2Jb", fingerprint: "f" } as const];
    expect(report(false, { fixed })).toContain(
      "FIXED 1 finding of the baseline; genoscan baseline update drops it\n  r a\\x1b[2Jb\n",
    );
  });

  it("says how many entries the scan says nothing of", () => {
    expect(report(false, { notSeen: 4 })).toContain("4 of the baseline not seen");
  });
});
