import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { reportJunit } from "../../src/reporters/junit.ts";
import { fullResult } from "./full-result.ts";
import { HOSTILE, OPTIONS, result, verdict } from "./sample.ts";

const schema = readFileSync("test/data/jenkins-junit.xsd", "utf8");

async function junit(given: ResultDocument, options = OPTIONS): Promise<string> {
  const xml = [...reportJunit(given, options)].join("");
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "junit.xml", contents: xml }],
    schema: [{ fileName: "jenkins-junit.xsd", contents: schema }],
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  return xml;
}

const WAIVER = {
  kind: "configuration",
  reason: "moves",
  owner: "jane",
  expires: "2027-01-01",
  location: { file: "genoscan.yaml" },
} as const;

describe("reportJunit", () => {
  it("is a suite for each rule and a test for each resource, with the evidence", async () => {
    const xml = await junit(
      result([
        verdict({ location: { file: "main.tf", line: 3 } }),
        verdict({ address: "b", verdict: "pass" }),
      ]),
    );
    expect(xml).toContain(
      'name="aws-s3-lock: Report buckets lock every object" package="genoscan" hostname="localhost" tests="2" failures="1" errors="0" skipped="0"',
    );
    expect(xml).toContain('<testcase name="b" classname="aws-s3-lock" time="0"/>');
    expect(xml).toContain(
      '<failure message="Objects in aws_s3_bucket.reports can be deleted" type="critical">Report buckets lock every object\nat main.tf:3\nrule[0].mode is &quot;GOVERNANCE&quot;, expected &quot;COMPLIANCE&quot;',
    );
  });

  it.each([
    [
      "what is not decided is skipped, and no success",
      { verdict: "unknown", reasons: ["r"] },
      false,
      "skipped",
    ],
    ["what is not decided fails when it counts as a finding", { verdict: "unknown" }, true, "failure"],
    ["what is waived is skipped, with its owner", { waiver: WAIVER }, true, "skipped"],
    ["what is known is skipped", { baseline: "known" }, true, "skipped"],
    ["what is new fails", { baseline: "new" }, false, "failure"],
  ] as const)("%s", async (_, more, strict, element) => {
    const xml = await junit(result([verdict(more as object)]), { ...OPTIONS, strict });
    expect([...xml.matchAll(/<(failure|skipped|error)[ >]/g)].map(([, name]) => name)).toEqual([element]);
    expect(xml).toContain(element === "failure" ? 'failures="1"' : 'skipped="1"');
  });

  it("what could not be read is an error, so that no part of it looks clean", async () => {
    const xml = await junit(
      result([], {
        inputs: [
          { path: "a.json", sha256: "a", resources: 1, status: "partial" },
          { path: "b.json", sha256: "", resources: 0, status: "unreadable", message: "it is a zip" },
        ],
        coverage: [{ code: "c", subject: "module.x", reason: "its source is not here" }],
      }),
    );
    expect(xml).toContain(
      'name="inputs" package="genoscan" hostname="localhost" tests="3" failures="0" errors="2"',
    );
    expect(xml).toContain('<error message="not read: its source is not here" type="incomplete"/>');
  });

  it("tells the time when the result does", async () => {
    const run = { startedAt: "2026-01-15T08:00:00.000Z" };
    expect(await junit(result([verdict()], { run }))).toContain('timestamp="2026-01-15T08:00:00"');
  });

  it.each([...HOSTILE, "]]>", "\uFFFE", "&amp;", "", " "])(
    "is valid with %j in every place",
    async (text) => {
      expect(await junit(fullResult(text))).toMatch(/<\/testsuites>\n$/);
    },
  );
});
