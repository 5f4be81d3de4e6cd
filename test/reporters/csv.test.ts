import { describe, expect, it } from "vitest";
import { reportCsv } from "../../src/reporters/csv.ts";
import { reportCsvControls } from "../../src/reporters/csv-controls.ts";
import { fullResult } from "./full-result.ts";
import { parseCsv } from "./render.ts";
import { result, verdict } from "./sample.ts";

function table(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

describe("reportCsv", () => {
  it("has a line for every verdict, those that passed included", () => {
    const rows = table(
      [...reportCsv(result([verdict(), verdict({ address: "b", verdict: "pass" })]))].join(""),
    );
    expect(rows.map(({ verdict: said, address }) => [said, address])).toEqual([
      ["fail", "aws_s3_bucket.reports"],
      ["pass", "b"],
    ]);
    expect(rows[0]).toMatchObject({
      severity: "critical",
      controls: "hipaa 164.312(c)(1); genomics GEN-AWS-RPT-001",
      evidence: 'rule[0].mode is "GOVERNANCE", expected "COMPLIANCE"',
    });
  });

  it("is what RFC 4180 says: quotes doubled, lines ended by CRLF, a comma is text", () => {
    const text = [...reportCsv(result([verdict({ message: 'say "a, b"' })]))].join("");
    expect(text).toContain('"say ""a, b"""');
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(table(text)[0]?.["message"]).toBe('say "a, b"');
  });

  it.each([
    ["=1+1", "'=1+1"],
    [" =1+1", "' =1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\uFF1D1", "'\uFF1D1"],
    ["a=1", "a=1"],
  ])("a name %j is text", (address, shown) => {
    const [row] = table([...reportCsv(result([verdict({ address })]))].join(""));
    expect(row?.["address"]).toBe(shown);
  });
});

describe("reportCsvControls", () => {
  it("has a line for every control, those without a verdict included, with what persons say", () => {
    const rows = table([...reportCsvControls(fullResult("text"))].join(""));
    expect(rows.map(({ id, status }) => [id, status])).toEqual([
      ["164.312(c)(1)", "failing"],
      ["164.310(b)", "manual"],
    ]);
    expect(rows[0]).toMatchObject({
      fail: "2",
      rules: "aws-s3-lock; site-rule",
      attested_by: "text",
      attestation_state: "holds",
      alternative_state: "expired",
      held_back_by: "164.312(c)(2)",
    });
  });
});
