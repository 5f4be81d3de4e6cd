import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../src/model/value.ts";
import { buildResult } from "../../src/triage/build-result.ts";
import type { Waiver } from "../../src/triage/waiver.ts";
import { outcome, resource, rule, verdict } from "./sample.ts";

const ajv = new Ajv2020({ allowUnionTypes: true, formats: { date: true } });
const isResult = ajv.compile(JSON.parse(readFileSync("schemas/result.schema.json", "utf8")) as object);

const waiver: Waiver = {
  rule: "r",
  scope: { kind: "address", pattern: "a*" },
  reason: "moves away",
  owner: "jane",
  expires: "2026-06-01",
  location: { file: "genoscan.yaml", line: 4 },
};

describe("buildResult", () => {
  it("is what the published schema says", () => {
    const key = resource("key");
    const bucket = resource(
      'module.a["x"].bucket',
      {},
      {
        name: "reports",
        writtenType: "aws_s3_bucket",
        location: { file: "main.tf", line: 3, column: 1 },
        origin: (pointer) => ({
          address: "satellite",
          attribute: `at ${pointer}`,
          location: { file: "s.tf", line: 9 },
        }),
      },
    );
    const result = buildResult(
      outcome({
        rules: [
          rule("r"),
          rule("g", { scope: "graph", severity: "low", unknownMessage: "Look at the account" }),
        ],
        verdicts: [
          {
            ...verdict("r", "fail", bucket, [
              { pointer: "/A", value: undefined, expected: "set" },
              { pointer: "/B", value: new Reference("key", "arn"), expected: "customer managed" },
            ]),
            location: { file: "main.tf", line: 3, column: 1 },
          },
          verdict("r", "pass", key),
          verdict("g", "unknown", undefined, [], ["the account may hold one"]),
        ],
        graph: outcome({ rules: [], verdicts: [verdict("r", "pass", key), verdict("r", "pass", bucket)] })
          .graph,
        notApplicable: 4,
        waivers: [waiver],
        diagnostics: [{ code: "d", level: "warning", message: "odd" }],
        gaps: [{ code: "g", subject: "module.x", reason: "not there" }],
      }),
    );
    isResult(result);
    expect(isResult.errors).toBeNull();
    expect(result.verdicts[0]).toEqual({
      rule: "r",
      title: "What r says is true",
      severity: "high",
      verdict: "pass",
      resource: { address: "key", type: "AWS::S3::Bucket" },
      controls: [{ framework: "genomics", id: "GEN-1" }],
      message: "What r says is true",
      reasons: [],
      evidence: [],
      fingerprint: result.verdicts[0]?.fingerprint,
    });
    expect(result.verdicts[1]).toMatchObject({
      resource: { name: "reports", writtenType: "aws_s3_bucket" },
      // where the property that decides is written, not where the resource begins
      location: { file: "s.tf", line: 9 },
      message: 'module.a["x"].bucket of type AWS::S3::Bucket is wrong',
      evidence: [
        {
          address: "satellite",
          pointer: "/A",
          absent: true,
          attribute: "at /A",
          location: { file: "s.tf", line: 9 },
        },
        { pointer: "/B", value: { $reference: "key" } },
      ],
    });
    expect(result.verdicts[2]).toMatchObject({
      message: "Look at the account",
      reasons: ["the account may hold one"],
    });
    expect(result.verdicts[2]).not.toHaveProperty("resource");
    expect(result.summary).toEqual({
      resources: 2,
      rules: 2,
      verdicts: { pass: 1, fail: 2, unknown: 1, notApplicable: 4 },
      // the waiver meets nothing, and is the low one
      findings: { critical: 0, high: 1, medium: 0, low: 1 },
      unknowns: { critical: 0, high: 0, medium: 0, low: 1 },
      waived: 0,
      incomplete: true,
    });
  });

  it("orders by severity, rule and address, whatever the order of the engine", () => {
    const rules = [rule("b"), rule("a"), rule("z", { severity: "critical" })];
    const [one, two] = [resource("B"), resource("a")];
    const verdicts = rules.flatMap(({ id }) => [verdict(id, "fail", one), verdict(id, "fail", two)]);
    const order = (given: typeof verdicts) =>
      buildResult(outcome({ rules, verdicts: given })).verdicts.map(
        (item) => `${item.rule} ${item.resource?.address}`,
      );
    expect(order(verdicts)).toEqual(["z B", "z a", "a B", "a a", "b B", "b a"]);
    expect(order(verdicts.toReversed())).toEqual(order(verdicts));
  });

  it.each([
    ["by itself", new Sensitive("hunter2")],
    ["in a part of it", { password: new Sensitive("hunter2"), user: "admin" }],
    ["behind a reference", new Reference("x", "y", new Sensitive("hunter2"))],
  ])("shows nothing of a value that is sensitive %s", (_, value) => {
    const evidence = [{ pointer: "/A", value, expected: "something" }];
    const result = buildResult(
      outcome({ rules: [rule("r")], verdicts: [verdict("r", "fail", resource("a"), evidence)] }),
    );
    expect(result.verdicts[0]?.evidence[0]?.value).toBe("(sensitive)");
    expect(JSON.stringify(result)).not.toMatch(/hunter2|admin/);
  });

  it("says when a value is shortened", () => {
    const evidence = [{ pointer: "/A", value: "x".repeat(100_000), expected: "something" }];
    const result = buildResult(
      outcome({ rules: [rule("r")], verdicts: [verdict("r", "fail", resource("a"), evidence)] }),
    );
    expect(result.verdicts[0]?.evidence[0]).toMatchObject({
      value: `${"x".repeat(300)}…`,
      note: "the value is shortened",
    });
  });

  it("leaves passes out where no report shows them, and counts them all the same", () => {
    const evidence = [{ pointer: "/A", value: 1, expected: "1" }];
    const verdicts = [
      verdict("r", "pass", resource("a"), evidence),
      verdict("r", "fail", resource("b"), evidence),
    ];
    const given = outcome({ rules: [rule("r")], verdicts });
    const [shown, hidden] = [true, false].map((showsPasses) => buildResult({ ...given, showsPasses }));
    expect(shown?.verdicts.map((item) => item.verdict)).toEqual(["pass", "fail"]);
    expect(hidden?.verdicts.map((item) => item.verdict)).toEqual(["fail"]);
    expect(hidden?.summary).toEqual(shown?.summary);
    expect(hidden?.controls).toEqual(shown?.controls);
  });

  it("an address cannot smuggle a placeholder into the message", () => {
    const strange = resource("{name}", {}, { name: "{type}" });
    const result = buildResult(outcome({ rules: [rule("r")], verdicts: [verdict("r", "fail", strange)] }));
    expect(result.verdicts[0]?.message).toBe("{name} of type AWS::S3::Bucket is wrong");
  });

  it("an unknown says which statement is not settled when the rule has no sentence for it", () => {
    const unknown = verdict("r", "unknown", resource("a"), [
      { pointer: "/A", value: new Unknown("x"), expected: "y" },
    ]);
    const result = buildResult(outcome({ rules: [rule("r")], verdicts: [unknown] }));
    expect(result.verdicts[0]?.message).toBe(
      "The input does not settle whether this holds: What r says is true",
    );
  });

  describe("fingerprints", () => {
    const fingerprintOf = (ruleId: string, of: ReturnType<typeof resource> | undefined) =>
      buildResult(outcome({ rules: [rule(ruleId)], verdicts: [verdict(ruleId, "fail", of)] })).verdicts[0]
        ?.fingerprint;

    it("stay when lines move, files are renamed, and values change", () => {
      const before = resource("a", { Size: 1 }, { location: { file: "a.tf", line: 1 } });
      const after = resource("a", { Size: 2 }, { location: { file: "b.tf", line: 99 } });
      expect(fingerprintOf("r", after)).toBe(fingerprintOf("r", before));
    });

    it.each([
      ["the rule", fingerprintOf("s", resource("a"))],
      ["the address", fingerprintOf("r", resource("b"))],
      ["the instance key", fingerprintOf("r", resource('a["x"]'))],
      ["being about the input as a whole", fingerprintOf("r", undefined)],
    ])("differ by %s", (_, other) => {
      expect(other).not.toBe(fingerprintOf("r", resource("a")));
    });

    it("differ for one address in two inputs", () => {
      const twice = [resource("a", {}, { id: "one::a" }), resource("a", {}, { id: "two::a" })];
      const { verdicts } = buildResult(
        outcome({ rules: [rule("r")], verdicts: twice.map((own) => verdict("r", "fail", own)) }),
      );
      expect(new Set(verdicts.map(({ fingerprint }) => fingerprint)).size).toBe(2);
      expect(verdicts[0]?.fingerprint).toBe(fingerprintOf("r", resource("a")));
    });

    it("stay from release to release", () => {
      expect(fingerprintOf("r", resource("a"))).toMatchInlineSnapshot(
        `"39bbd3a1479837e368de658ea2545deb5cf1212a4e3845662548dc7212d61b49"`,
      );
    });
  });

  it("leaves waivers of rules that are not in force alone", () => {
    const result = buildResult(
      outcome({ rules: [rule("r")], verdicts: [], waivers: [{ ...waiver, rule: "other" }] }),
    );
    expect(result.diagnostics).toEqual([]);
  });

  it.each([
    ["a gap", { gaps: [{ code: "g", subject: "x", reason: "y" }] }],
    [
      "an unreadable input",
      { inputs: [{ path: "x", sha256: "", resources: 0, status: "unreadable" as const }] },
    ],
    [
      "a partly read input",
      { inputs: [{ path: "x", sha256: "", resources: 0, status: "partial" as const }] },
    ],
  ])("%s makes the scan incomplete, and no control passes", (_, more) => {
    const verdicts = [verdict("r", "pass", resource("a"))];
    const complete = buildResult(outcome({ rules: [rule("r")], verdicts }));
    expect(complete.summary.incomplete).toBe(false);
    expect(complete.controls[0]?.status).toBe("passing");
    const result = buildResult(outcome({ rules: [rule("r")], verdicts, ...more }));
    expect(result.summary.incomplete).toBe(true);
    expect(result.controls[0]?.status).toBe("unknown");
  });
});
