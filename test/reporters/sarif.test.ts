import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log, Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { uriOf } from "../../src/reporters/sarif/artifacts.ts";
import { rule } from "../triage/sample.ts";
import { HOSTILE, OPTIONS, result, verdict } from "./sample.ts";

// the schema is of draft 04, and uses nothing that later drafts read otherwise but the name of its id
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync("test/data/sarif-2.1.0-rtm.5.json", "utf8")) as Record<string, unknown>;
const isSarif = new Ajv({
  strict: false,
  // a pattern of the schema is none to a strict reader
  unicodeRegExp: false,
  formats: { uri: (text: string) => URL.canParse(text), "uri-reference": isUriReference, "date-time": true },
}).compile(schema);

function isUriReference(text: string): boolean {
  return /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, "https://example.org/");
}

function runOf(given: ResultDocument, options = OPTIONS): Run {
  const log = JSON.parse(reportSarif(given, options)) as Log;
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log.runs[0]!;
}

const WAIVER = {
  kind: "configuration",
  reason: "r",
  expires: "2027-01-01",
  location: { file: "genoscan.yaml", line: 4 },
} as const;

describe("reportSarif", () => {
  it("describes each rule for people", () => {
    const [described] = runOf(result([verdict()])).tool.driver.rules!;
    expect(described).toEqual({
      id: "aws-s3-lock",
      name: "aws-s3-lock",
      shortDescription: { text: "Report buckets lock every object" },
      fullDescription: { text: "Whoever can delete a report can rewrite it." },
      help: {
        text: expect.stringContaining("Lock the objects.") as string,
        markdown: expect.stringContaining("```hcl\nresource") as string,
      },
      helpUri: "https://docs.example.org/lock",
      defaultConfiguration: { level: "error" },
      properties: {
        tags: ["security", "hipaa:164.312(c)(1)", "genomics:GEN-AWS-RPT-001"],
        precision: "high",
        "problem.severity": "error",
        "security-severity": "9.5",
      },
    });
  });

  it("gives a result the place that the user wrote, or the plan", () => {
    const [placed, unplaced] = runOf(
      result([
        verdict({ location: { file: "mod ule/main.tf", line: 3, column: 5 } }),
        verdict({ address: "b" }),
      ]),
    ).results!;
    expect(placed?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "mod%20ule/main.tf" },
          region: { startLine: 3, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: "aws_s3_bucket.reports", kind: "resource" }],
      },
    ]);
    expect(unplaced?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "plans/plan.json" },
      region: { startLine: 1 },
    });
  });

  it("says what was found, with the evidence", () => {
    expect(runOf(result([verdict()])).results?.[0]?.message.text).toBe(
      'Objects in aws_s3_bucket.reports can be deleted. rule[0].mode is "GOVERNANCE", expected "COMPLIANCE"',
    );
  });

  it("keeps fingerprints where GitHub looks for them, whatever the line", () => {
    const fingerprints = (line: number) =>
      runOf(result([verdict({ location: { file: "a.tf", line } })])).results?.[0]?.partialFingerprints;
    expect(fingerprints(1)).toEqual({
      primaryLocationLineHash: "f-aws_s3_bucket.reports",
      "genoscan/v1": "f-aws_s3_bucket.reports",
    });
    expect(fingerprints(99)).toEqual(fingerprints(1));
  });

  it.each([
    ["critical", "error", "9.5"],
    ["high", "error", "8.0"],
    ["medium", "warning", "5.5"],
    ["low", "note", "2.0"],
  ] as const)("%s is an %s with security-severity %s", (severity, level, security) => {
    const rules = new Map([["r", rule("r", { severity })]]);
    const run = runOf(result([verdict({ rule: "r", severity })]), { ...OPTIONS, rules });
    expect(run.results?.[0]?.level).toBe(level);
    expect(run.tool.driver.rules?.[0]?.properties).toMatchObject({ "security-severity": security });
  });

  it("shows what is not decided as a note, and no pass", () => {
    const { results } = runOf(
      result([
        verdict({ verdict: "pass" }),
        verdict({ verdict: "unknown", reasons: ["known after apply"], evidence: [] }),
      ]),
    );
    expect(results).toHaveLength(1);
    expect(results?.[0]).toMatchObject({
      level: "note",
      message: {
        text: "Not decided: Objects in aws_s3_bucket.reports can be deleted. Because: known after apply",
      },
      properties: { verdict: "unknown" },
    });
  });

  it("suppresses what is waived and says why", () => {
    const { results } = runOf(
      result([
        verdict({ waiver: { ...WAIVER, reason: "moves", owner: "jane" } }),
        verdict({
          waiver: { ...WAIVER, kind: "comment", location: { file: "main.tf", line: 2, column: 3 } },
        }),
      ]),
    );
    expect(results?.map(({ suppressions }) => suppressions)).toMatchObject([
      [{ kind: "external", status: "accepted", justification: "moves (jane, until 2027-01-01)" }],
      [
        {
          kind: "inSource",
          justification: "r (until 2027-01-01)",
          location: { physicalLocation: { artifactLocation: { uri: "main.tf" }, region: { startLine: 2 } } },
        },
      ],
    ]);
  });

  it("leads from the root module to the resource", () => {
    const location = { file: "main.tf", line: 7, column: 1 };
    const { results } = runOf(result([verdict({ calls: [{ address: "module.a", location }] })]));
    expect(results?.[0]?.relatedLocations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "main.tf" }, region: { startLine: 7, startColumn: 1 } },
        message: { text: "called as module.a" },
      },
    ]);
  });

  it.each([
    ["main.tf", "infra/main.tf"],
    ["./main.tf", "infra/main.tf"],
    ["../modules/key/main.tf", "modules/key/main.tf"],
    ["/repo/infra/main.tf", "infra/main.tf"],
    ["/repository/main.tf", "file:///repository/main.tf"],
    ["../../elsewhere/main.tf", "../../elsewhere/main.tf"],
    ["-", "stdin"],
  ])("names %s from the root of the repository, whichever folder is the current one", (file, uri) => {
    const repository = { root: "/repo", current: "/repo/infra" };
    const { results } = runOf(result([verdict({ location: { file, line: 1 } })]), { ...OPTIONS, repository });
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it("cuts to the 5,000 worst, and says so", () => {
    const waived = verdict({ waiver: WAIVER });
    const unknowns = Array.from({ length: 10 }, () => verdict({ verdict: "unknown", severity: "critical" }));
    const failures = Array.from({ length: 5200 }, (_item, index) =>
      verdict({ address: `b${index}`, severity: index < 100 ? "critical" : "low" }),
    );
    const run = runOf(result([waived, ...unknowns, ...failures]));
    expect(run.results).toHaveLength(5000);
    expect(run.results?.every(({ properties }) => properties?.["verdict"] === "fail")).toBe(true);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "warning",
      message: { text: expect.stringContaining("211 more are left out") as string },
    });
  });

  it("keeps ten tags of a rule that cites many controls", () => {
    const controls = Array.from({ length: 40 }, (_item, index) => ({
      framework: "hipaa" as const,
      id: `${index}`,
    }));
    const rules = new Map([["r", rule("r", { controls })]]);
    const run = runOf(result([verdict({ rule: "r" })]), { ...OPTIONS, rules });
    expect((run.tool.driver.rules![0]!.properties as { tags: string[] }).tags).toHaveLength(10);
  });

  it("is no success when something was not read", () => {
    const { invocations } = runOf(
      result([], {
        inputs: [
          { path: "a.json", sha256: "", resources: 0, status: "unreadable", message: "a.json: empty" },
        ],
        coverage: [{ code: "gap", subject: "module.x", reason: "not there" }],
        diagnostics: [{ code: "odd", level: "note", message: "odd", location: { file: "a.tf", line: 2 } }],
      }),
    );
    expect(invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: "input-unreadable" }, level: "error", message: { text: "a.json: empty" } },
        { descriptor: { id: "gap" }, level: "error", message: { text: "Not read: module.x: not there" } },
        { descriptor: { id: "odd" }, level: "note" },
      ],
    });
    expect(runOf(result([])).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it("a snippet with backticks cannot leave its fence", () => {
    const rules = new Map([["r", rule("r", { remediation: { terraform: "a\n```\n# <script>" } })]]);
    const run = runOf(result([verdict({ rule: "r" })]), { ...OPTIONS, rules });
    expect(run.tool.driver.rules?.[0]?.help?.markdown).toContain("````hcl\na\n```\n# <script>\n````");
  });

  it.each(HOSTILE)("lets no text of an input become markup, a link or a command: %j", (text) => {
    const evidence = [{ address: text, pointer: text, value: text, expected: text }];
    const given = result(
      [
        verdict({
          resource: { address: text, type: text, name: text },
          message: text,
          reasons: [text],
          evidence,
          location: { file: text, line: 1 },
          waiver: { ...WAIVER, reason: text, owner: text, ticket: text, location: { file: text } },
        }),
      ],
      { diagnostics: [{ code: "d", level: "warning", message: text }] },
    );
    const run = runOf(given);
    const json = reportSarif(given, OPTIONS);
    expect(json).not.toMatch(/[^\P{C}\n]/u);
    expect(json).not.toContain("##[");
    expect(run.results?.[0]?.message).not.toHaveProperty("markdown");
    expect(run.results?.[0]?.message.text).not.toContain("](");
    expect(run.results?.[0]?.message.text).not.toMatch(/\p{C}/u);
  });
});

describe("uriOf", () => {
  it.each([
    ["./plan.json", "plan.json"],
    [".//a/b.json", "a/b.json"],
    ["../a.json", "../a.json"],
    ["/tmp/a b.json", "file:///tmp/a%20b.json"],
    ["C:\\work\\plan.json", "file:///C:/work/plan.json"],
    ["sub\\plan.json", "sub/plan.json"],
    ["a#b?c.json", "a%23b%3Fc.json"],
    ["-", "stdin"],
  ])("%s is %s", (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});
