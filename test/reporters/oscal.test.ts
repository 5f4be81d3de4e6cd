import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { reportOscal } from "../../src/reporters/oscal.ts";
import { fullResult } from "./full-result.ts";
import { HOSTILE, OPTIONS, result, verdict } from "./sample.ts";

const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => URL.canParse(text, "https://example.org/"),
  "date-time": true,
  email: true,
} as const;
const readSchema = (path: string) => JSON.parse(readFileSync(path, "utf8")) as object;
const checks = [
  new Ajv2020({ strict: false, formats }).compile(readSchema("test/data/oscal-assessment-results-1.2.json")),
];
// NIST's own schema, where somebody has it: see test/data/README.md
const official = process.env["GENOSCAN_OSCAL_SCHEMA"];
if (official !== undefined) checks.push(new Ajv({ strict: false, formats }).compile(readSchema(official)));

/** What the tests look at. */
interface Report {
  readonly uuid: string;
  readonly "import-ap": { readonly href: string };
  readonly "local-definitions": {
    readonly "objectives-and-methods": readonly { readonly parts: readonly { readonly id: string }[] }[];
  };
  readonly "back-matter": {
    readonly resources: readonly { readonly uuid: string; readonly description: string }[];
  };
  readonly results: readonly [
    {
      readonly "local-definitions": { readonly "inventory-items": readonly { readonly uuid: string }[] };
      readonly observations: readonly {
        readonly uuid: string;
        readonly subjects: readonly { readonly "subject-uuid": string }[];
      }[];
      readonly findings: readonly {
        readonly "related-observations": readonly object[];
        readonly target: { readonly "target-id": string; readonly status: object };
      }[];
      readonly remarks: string;
    },
  ];
}

const RUN = { startedAt: "2026-01-15T08:00:00.000Z" };

function oscal(given: ResultDocument): Report {
  const text = [...reportOscal(given, OPTIONS)].join("");
  const json: unknown = JSON.parse(text);
  for (const check of checks) {
    check(json);
    expect(check.errors).toBeNull();
  }
  return (json as { readonly "assessment-results": Report })["assessment-results"];
}

const CONTROL = {
  framework: "hipaa",
  id: "164.312(c)(1)",
  title: "Integrity",
  evidence: "technical",
  status: "failing",
  counts: { pass: 1, fail: 1, unknown: 0, waived: 0 },
  rules: ["aws-s3-lock"],
} as const;

describe("reportOscal", () => {
  it("has an observation for each rule and verdict, and findings that rest on them", () => {
    const given = result([verdict(), verdict({ address: "b", verdict: "pass" })], {
      run: RUN,
      controls: [{ ...CONTROL, rules: ["aws-s3-lock"] }],
    });
    const [only] = oscal(given).results;
    expect(only.observations).toHaveLength(2);
    expect(only.observations[0]).toMatchObject({
      methods: ["TEST"],
      types: ["finding"],
      collected: RUN.startedAt,
      subjects: [{ type: "inventory-item", title: "aws\\_s3\\_bucket.reports" }],
    });
    expect(only.findings).toHaveLength(1);
    expect(only.findings[0]?.["related-observations"]).toEqual(
      only.observations.map(({ uuid }) => ({ "observation-uuid": uuid })),
    );
    const known = new Set(only["local-definitions"]["inventory-items"].map(({ uuid }) => uuid));
    expect(known.size).toBe(2);
    for (const { subjects } of only.observations) {
      for (const subject of subjects) expect(known).toContain(subject["subject-uuid"]);
    }
  });

  it.each([
    ["failing", "not-satisfied", "fail"],
    ["unknown", "not-satisfied", "other"],
    ["passing", "satisfied", "pass"],
  ] as const)("a control that is %s is a finding %s", (status, state, reason) => {
    const given = result([verdict()], { run: RUN, controls: [{ ...CONTROL, status, rules: [] }] });
    const { results, "local-definitions": local } = oscal(given);
    const { target } = results[0].findings[0]!;
    expect(target.status).toMatchObject({ state, reason });
    // what is satisfied is what configuration is evidence of, and never the control
    expect(target["target-id"]).toBe("hipaa-164.312-c-1.configuration");
    expect(local["objectives-and-methods"][0]?.parts[0]?.id).toBe(target["target-id"]);
  });

  it.each([
    "manual",
    "attested",
    "documented-alternative",
    "not-assessed",
    "live-only",
    "not-covered",
  ] as const)("a control that is %s is no finding, and is told", (status) => {
    const given = result([], { run: RUN, controls: [{ ...CONTROL, status, rules: [] }] });
    const [only] = oscal(given).results;
    expect(only.findings).toBeUndefined();
    expect(only.remarks).toContain(`hipaa 164.312(c)(1) (${status})`);
  });

  it("answers for the plan that OSCAL asks for with the rules in force", () => {
    const { "import-ap": plan, "back-matter": back } = oscal(result([verdict()], { run: RUN }));
    expect(plan.href).toBe(`#${back.resources[0]?.uuid ?? ""}`);
    expect(back.resources[0]?.description).toContain("d1g357");
  });

  it("is the same bytes each time, and another document for another scan", () => {
    const given = fullResult("a");
    const bytes = (one: ResultDocument) => [...reportOscal(one, OPTIONS)].join("");
    expect(bytes(given)).toBe(bytes(structuredClone(given)));
    const later = { ...given, run: { startedAt: "2026-01-16T08:00:00.000Z" } };
    expect(oscal(later).uuid).not.toBe(oscal(given).uuid);
  });

  it("gives every UUID to one thing", () => {
    const text = JSON.stringify(oscal(fullResult("a")));
    const uuids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(uuids.length).toBeGreaterThan(10);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it("needs to know when the scan was made", () => {
    expect(() => reportOscal(result([verdict()]), OPTIONS)).toThrow(/scan with --evidence/);
  });

  it.each([...HOSTILE, "", " ", "\uFFFE"])("is valid with %j in every place", (text) => {
    expect(oscal(fullResult(text)).results).toHaveLength(1);
  });

  it("is valid when there is nothing to say", () => {
    expect(oscal(result([], { run: RUN })).results[0].observations).toBeUndefined();
  });
});
