import { describe, expect, it } from "vitest";
import { reportText } from "../../src/reporters/text.ts";
import { HOSTILE, OPTIONS, result, verdict } from "./sample.ts";

const unknown = (address: string, more = {}) =>
  verdict({
    address,
    rule: "aws-kms-key",
    title: "Keys are customer managed",
    severity: "high",
    verdict: "unknown",
    message: "Name the key by its ARN",
    reasons: ["known after apply"],
    evidence: [],
    ...more,
  });

const WAIVER = {
  kind: "configuration",
  reason: "r",
  expires: "2027-01-01",
  location: { file: "genoscan.yaml", line: 4 },
} as const;

describe("reportText", () => {
  it("shows the worst first, one mistake as one block, unknowns after, and the numbers last", () => {
    const verdicts = [
      verdict({ location: { file: "main.tf", line: 3, column: 1 } }),
      verdict({ address: 'module.x["a"].aws_s3_bucket.b' }),
      verdict({
        address: "aws_s3_bucket.c",
        evidence: [{ address: "aws_s3_bucket.c", pointer: "/Mode", absent: true, expected: '"COMPLIANCE"' }],
      }),
      unknown("aws_kms_key.a"),
      unknown("aws_kms_key.b"),
      verdict({ verdict: "pass" }),
    ];
    const page = reportText(
      result(verdicts, {
        diagnostics: [
          {
            code: "d",
            level: "warning",
            message: "no provider has this type",
            location: { file: "main.tf", line: 9 },
          },
        ],
        controls: [
          {
            framework: "hipaa",
            id: "1",
            title: "T",
            evidence: "technical",
            status: "failing",
            counts: { pass: 0, fail: 1, unknown: 0, waived: 0 },
          },
        ],
      }),
      OPTIONS,
    );
    expect(page).toMatchInlineSnapshot(`
      "CRITICAL Report buckets lock every object
        aws-s3-lock · hipaa 164.312(c)(1) · genomics GEN-AWS-RPT-001

        aws_s3_bucket.reports main.tf:3:1
        module.x["a"].aws_s3_bucket.b
          Objects in each can be deleted
          rule[0].mode is "GOVERNANCE", expected "COMPLIANCE"

        aws_s3_bucket.c
          Objects in aws_s3_bucket.c can be deleted
          /Mode is not set, expected "COMPLIANCE"

        How to mend it
          Lock the objects.
          resource "x" "y" {
            mode = "COMPLIANCE"
          }

      NOT DECIDED 2 verdicts of 1 rule: neither pass nor fail

        high: Keys are customer managed
        aws-kms-key
          aws_kms_key.a
          aws_kms_key.b
            because: known after apply
          To settle it: Name the key by its ARN

      ABOUT THE INPUT
        warning: no provider has this type (main.tf:9)

      3 findings: 3 critical · 2 not decided · 1 passed · 2 not applicable
      3 resources in 1 input, 4 rules; the scan fails on findings from high
      evidence for hipaa: 1 failing
      "
    `);
  });

  it("says what was not read, twice, so that nothing looks clean", () => {
    const page = reportText(
      result([], {
        inputs: [
          {
            path: "a.json",
            sha256: "",
            resources: 0,
            status: "unreadable",
            message: "a.json: the file is empty",
          },
        ],
        coverage: [
          {
            code: "g",
            subject: "module.x",
            reason: "it is not in the plan",
            location: { file: "plan.json" },
          },
        ],
      }),
      OPTIONS,
    );
    expect(page).toMatchInlineSnapshot(`
      "NOT READ
        a.json: the file is empty
        module.x: it is not in the plan (plan.json)

      No findings in what was read · 0 not decided · 0 passed · 2 not applicable
      3 resources in 1 input, 4 rules; the scan fails on findings from high
      Incomplete: a part of the input could not be read, and may hold what would be a finding.
      "
    `);
  });

  it("lists a few of many addresses, and all of them with --verbose", () => {
    const many = Array.from({ length: 30 }, (_, index) => verdict({ address: `aws_s3_bucket.b${index}` }));
    const short = reportText(result(many), OPTIONS);
    expect(short).toContain("… and 22 more with the same evidence (--verbose lists them)");
    expect(short).not.toContain("aws_s3_bucket.b29");
    const long = reportText(result(many), { ...OPTIONS, verbose: true });
    expect(long).toContain("aws_s3_bucket.b29");
    expect(long).not.toContain("more with the same evidence");
  });

  it("does not say '1 more' where the one would fit", () => {
    const nine = Array.from({ length: 9 }, (_, index) => verdict({ address: `aws_s3_bucket.b${index}` }));
    expect(reportText(result(nine), OPTIONS)).toContain("aws_s3_bucket.b8");
  });

  it("gives the snippet of the input's language once", () => {
    const page = reportText(result([verdict(), verdict({ address: "other", evidence: [] })]), OPTIONS);
    expect(page.match(/mode = "COMPLIANCE"/g)).toHaveLength(1);
    expect(page).not.toContain("resource y 'x'");
  });

  it("shows what is waived with its reason, and all of it with --verbose", () => {
    const waiver = { ...WAIVER, reason: "moves away", owner: "jane", ticket: "T-1" };
    const waived = ["a", "b", "c", "d", "e", "f", "g"].map((address) => verdict({ address, waiver }));
    const short = reportText(result(waived), OPTIONS);
    expect(short).toMatch(/^No findings · 0 not decided · 7 waived/m);
    expect(short).toContain("critical fail aws-s3-lock a\n    moves away (jane, until 2027-01-01, T-1)");
    expect(short).toContain("… and 2 more (--verbose lists them)");
    expect(reportText(result(waived), { ...OPTIONS, verbose: true })).toContain(
      "critical fail aws-s3-lock g",
    );
  });

  it("says that unknowns count when the scan is strict", () => {
    expect(reportText(result([unknown("a")]), { ...OPTIONS, strict: true })).toContain(
      "they count as findings (--strict)",
    );
  });

  it("shows evidence of every kind", () => {
    const address = "aws_s3_bucket.reports";
    const evidence = [
      { address, pointer: "/A", value: "(sensitive)", expected: "set" },
      { address, pointer: "/B", value: { $unknown: "known after apply" }, expected: "set" },
      { address: "aws_kms_key.k", pointer: "/C", value: { $reference: "aws_kms_key.k" }, expected: "absent" },
      { address, pointer: "", value: [1, { a: null }], expected: "" },
      { address, pointer: "/E", value: "x".repeat(200), expected: "short", note: "the value is shortened" },
      {
        address,
        pointer: "/Facts/Grants/0/Bounds",
        attribute: "policy.Statement[0]",
        value: [],
        expected: 'a list that contains "source-account"',
        item: { Principal: "omics.amazonaws.com" },
      },
      {
        address,
        pointer: "/Facts/Copies/0/Region",
        value: "eu-west-1",
        expected: "one of the allowed regions",
        item: { Region: "eu-west-1" },
      },
    ];
    const page = reportText(result([verdict({ evidence })]), { ...OPTIONS, verbose: true });
    const words = page.replace(/\s+/g, " ");
    for (const sentence of [
      "/A is (sensitive), expected set",
      "/B is not known (known after apply), expected set",
      "aws_kms_key.k: /C refers to aws_kms_key.k, expected absent",
      'the resource is [1,{"a":null}]',
      `/E is "${"x".repeat(200)}" (the value is shortened), expected short`,
      'policy.Statement[0]: Bounds is [], expected a list that contains "source-account"',
      '/Facts/Copies/0/Region is "eu-west-1", expected one of the allowed regions, in {"Region":"eu-west-1"}',
    ]) {
      expect(words).toContain(` ${sentence} `);
    }
  });

  it("cuts what is long in evidence, and puts a place below an address that leaves it no room", () => {
    const address = "Platform/Import/Handler/ServiceRole/DefaultPolicy/Resource";
    const location = { file: "cdk.out/Platform.template.json", line: 1234, column: 5 };
    const evidence = [{ address, pointer: "/E", value: "x".repeat(200), expected: "short" }];
    const page = reportText(result([verdict({ address, location, evidence })]), { ...OPTIONS, width: 80 });
    expect(page).toContain(`\n  ${address}\n    cdk.out/Platform.template.json:1234:5\n`);
    expect(page).toContain(`\n    /E is\n      "${"x".repeat(89)}…,\n      expected short\n`);
  });

  it.each(HOSTILE)("lets no text of an input speak to the terminal or the runner: %j", (text) => {
    const evidence = [
      { address: text, pointer: text, attribute: text, value: text, expected: text, note: text },
    ];
    const page = reportText(
      result(
        [
          verdict({ address: text, message: text, evidence, location: { file: text, line: 1 } }),
          verdict({ address: `${text}2`, message: text, evidence }),
          unknown(text, { reasons: [text], message: text }),
          verdict({ address: text, waiver: { ...WAIVER, reason: text, owner: text } }),
        ],
        {
          diagnostics: [{ code: "d", level: "warning", message: text, location: { file: text } }],
          coverage: [{ code: "g", subject: text, reason: text, location: { file: `${text}x` } }],
          inputs: [{ path: text, sha256: "", resources: 0, status: "unreadable", message: text }],
        },
      ),
      { ...OPTIONS, verbose: true },
    );
    // what is not printable, but for the ends of lines
    expect(page).not.toMatch(/[^\P{C}\n]/u);
    expect(page).not.toMatch(/[\u2028\u2029]/);
    // a runner trims a line before it looks for a command
    expect(page).not.toMatch(/^\s*::/m);
    expect(page).not.toContain("##[");
  });

  it("uses colours only when asked to", () => {
    expect(reportText(result([verdict()]), OPTIONS)).not.toContain("\u001b");
    expect(reportText(result([verdict()]), { ...OPTIONS, color: true })).toContain("\u001b[31m");
  });

  it.each([40, 80, 120])("keeps prose within %i columns", (width) => {
    const title = "A title with many words that has to be wrapped when the terminal is narrow ".repeat(2);
    const page = reportText(result([verdict({ title, message: title })]), { ...OPTIONS, width });
    const prose = page.split("\n").filter((line) => line.includes("words"));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(width);
  });
});
