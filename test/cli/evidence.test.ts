import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import schema from "../../schemas/result.schema.json" with { type: "json" };
import type { ResultDocument } from "../../src/model/result-document.ts";
import { RULES, makeFolder, run, writePlan } from "./run.ts";
import type { Ended } from "./run.ts";

const isResult = new Ajv2020({ allowUnionTypes: true, formats: { date: true } }).compile(schema);
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let folder: string;
beforeEach(() => {
  folder = makeFolder();
  writePlan(folder, ["other", "team", null]);
});
afterEach(() => rmSync(folder, { recursive: true }));

function configure(...lines: readonly string[]): void {
  writeFileSync(join(folder, "genoscan.yaml"), `${lines.join("\n")}\n`);
}

const genoscan = (args: readonly string[] = [], env = {}): Promise<Ended> =>
  run(["plan.json", "--rules", RULES, ...args], { cwd: folder, env });

async function resultOf(args: readonly string[] = [], env = {}): Promise<ResultDocument> {
  const { stdout } = await genoscan(["-f", "json", ...args], env);
  const result = JSON.parse(stdout) as ResultDocument;
  isResult(result);
  expect(isResult.errors).toBeNull();
  return result;
}

describe("when and by whom", () => {
  const env = { GITHUB_SHA: "abc", GITHUB_ACTOR: "jane", SOURCE_DATE_EPOCH: "1700000000" };
  const told = { startedAt: "2023-11-14T22:13:20.000Z", commit: "abc", identity: "jane" };

  it("a result does not tell, so that it is the same each time", async () => {
    expect(await resultOf([], env)).not.toHaveProperty("run");
  });

  it("a result that is evidence tells", async () => {
    expect((await resultOf(["--evidence"], env)).run).toEqual(told);
    configure("evidence: true");
    expect((await resultOf([], env)).run).toEqual(told);
    expect(await resultOf(["--no-evidence"], env)).not.toHaveProperty("run");
  });
});

describe("with which rules", () => {
  it("a result has all that the scan was told", async () => {
    configure("params: {retentionYears: 10}", "complete: [AWS::S3::Bucket]", "frameworks: [genomics]");
    const { manifest, rules = [] } = await resultOf(["--fail-on", "low"]);
    expect(manifest).toMatchObject({
      config: { path: "genoscan.yaml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      parameters: { retentionYears: 10, retentionDays: 3652 },
      frameworks: [{ framework: "genomics" }],
      ruleFolders: [RULES],
      complete: ["AWS::S3::Bucket"],
      failOn: "low",
      strict: false,
    });
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.find(({ id }) => id === "null-owner")).toMatchObject({
      title: "Every null resource names the team that owns it",
      counts: { pass: 1, fail: 1, unknown: 1, waived: 0 },
    });
  });
});

describe("which controls", () => {
  it("all of them, with the rules that are evidence and what persons attest", async () => {
    configure(
      "attestations:",
      "  - {control: 164.308(a)(2), owner: Jane, date: 2026-01-15, statement: she is the official}",
      "  - {control: 164.308(a)(1)(ii)(C), owner: Jane, date: 2026-01-15, expires: 2026-02-01, statement: s}",
      "alternatives:",
      "  - {control: 164.312(a)(2)(iii), owner: Jane, date: 2026-01-15, reason: r, document: d}",
    );
    const { controls, diagnostics } = await resultOf();
    const hipaa = controls.filter(({ framework }) => framework === "hipaa");
    expect(hipaa).toHaveLength(73);
    const byId = new Map(hipaa.map((control) => [control.id, control]));
    expect(byId.get("164.308(a)(2)")).toMatchObject({
      status: "attested",
      kind: "standard",
      designation: "required",
      attestation: { owner: "Jane", state: "holds", location: { file: "genoscan.yaml", line: 2 } },
    });
    expect(byId.get("164.308(a)(1)(ii)(C)")).toMatchObject({
      status: "manual",
      attestation: { state: "expired" },
    });
    expect(byId.get("164.312(a)(2)(iii)")).toMatchObject({
      status: "documented-alternative",
      designation: "addressable",
      alternative: { document: "d" },
    });
    expect(byId.get("164.312(a)(1)")?.status).toBe("not-assessed");
    expect(byId.get("164.312(a)(1)")?.rules?.length).toBeGreaterThan(10);
    expect(diagnostics).toMatchObject([{ code: "attestation-expired", location: { line: 3 } }]);
    expect(controls.find(({ id }) => id === "GEN-AWS-ORG-001")).toMatchObject({
      status: "failing",
      rules: expect.arrayContaining(["null-owner"]) as string[],
    });
  });

  it("a statement about nothing is told with its place, and nothing is scanned", async () => {
    configure(
      "attestations:",
      "  - {control: 164.308(a)(22), owner: Jane, date: 2026-01-15, statement: s}",
      "alternatives:",
      "  - {control: 164.312(a)(2)(i), owner: Jane, date: 2026-01-15, reason: r, document: d}",
    );
    const { code, stdout, stderr } = await genoscan();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^genoscan: genoscan\.yaml:2:5 config-invalid: .*did you mean/),
      expect.stringMatching(
        /^genoscan: genoscan\.yaml:4:5 config-invalid: .*is required; only an addressable/,
      ),
    ]);
  });
});

describe("what was not looked at", () => {
  it("what is out of scope has no verdict, and every report counts it", async () => {
    configure('scope: {exclude: ["null_resource.r0", "nothing.*"]}');
    const { verdicts, notInScope, summary, diagnostics } = await resultOf();
    expect(verdicts.map(({ resource }) => resource?.address)).toEqual([
      "null_resource.r1",
      "null_resource.r2",
    ]);
    expect(notInScope).toEqual({
      include: [],
      exclude: ["null_resource.r0", "nothing.*"],
      resources: [{ address: "null_resource.r0", type: "null_resource" }],
    });
    expect(summary).toMatchObject({ resources: 3, notInScope: 1 });
    expect(diagnostics).toMatchObject([{ code: "scope-unmatched", location: { line: 1 } }]);
    expect((await genoscan()).stdout).toContain("3 resources (1 not in scope) in 1 input");
  });
});

describe("waivers", () => {
  const waiver = (address: string, expires: string, rule = "null-owner"): string =>
    `  - {rule: ${rule}, address: ${address}, reason: moves, owner: jane, expires: ${expires}}`;

  it("are listed with what became of them", async () => {
    configure(
      "waivers:",
      waiver("null_resource.r0", dayFromNow(1)),
      waiver("null_resource.r2", dayFromNow(-1)),
      waiver("null_resource.r9", dayFromNow(1)),
      waiver("x", dayFromNow(1), "aws-kms-explicit-policy"),
    );
    const { waivers, controls } = await resultOf(["--framework", "genomics"]);
    expect(waivers?.map(({ state, findings, location }) => [state, findings, location.line])).toEqual([
      ["holds", 1, 2],
      ["expired", 1, 3],
      ["unmatched", 0, 4],
      ["not-asked", 0, 5],
    ]);
    // a waiver makes no control pass
    expect(controls.find(({ id }) => id === "GEN-AWS-ORG-001")).toMatchObject({
      status: "failing",
      counts: { fail: 1, waived: 1 },
    });
  });

  it.each([
    ["365 days away holds", [], 365, 0],
    ["366 days away is refused", [], 366, 2],
    ["a site may ask for less", ["maxWaiverDays: 90"], 91, 2],
    ["or for more", ["maxWaiverDays: 700"], 600, 0],
  ])("%s", async (_, lines, days, code) => {
    configure(...lines, "waivers:", waiver("null_resource.r0", dayFromNow(days)));
    const ended = await genoscan();
    expect(ended.code).toBe(code);
    expect(ended.stderr.includes("days away (maxWaiverDays); name one until")).toBe(code === 2);
  });
});

describe("reports of genoscan.yaml", () => {
  it("are written beside it, as -f FORMAT=FILE writes them", async () => {
    const site = join(folder, "site");
    mkdirSync(site);
    writePlan(site, ["team"]);
    writeFileSync(
      join(site, "genoscan.yaml"),
      "reports:\n  - {format: text}\n  - {format: json, file: result.json}\n",
    );
    const { code, stdout, stderr } = await run(["site/plan.json", "--rules", RULES], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain("No findings");
    expect(stderr).toBe(`genoscan: json report written to ${join("site", "result.json")}\n`);
    expect(JSON.parse(readFileSync(join(site, "result.json"), "utf8"))).toMatchObject({ schemaVersion: "1" });
  });

  it("give way to the command line", async () => {
    configure("reports: [{format: json, file: result.json}]");
    await genoscan(["-f", "text"]);
    expect(existsSync(join(folder, "result.json"))).toBe(false);
  });

  it("in a format that is none are told with their place", async () => {
    configure("reports: [{format: jsno}]");
    const { code, stderr } = await genoscan();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'genoscan: genoscan.yaml:1:11 config-invalid: "jsno" is not a format; did you mean "json"?\n',
    });
  });

  it.each([
    ["above its folder", "../../outside.json"],
    ["anywhere", "/outside/result.json"],
    ["behind a link", "link.json"],
  ])("of strangers write no file %s", async (_, file) => {
    const site = join(folder, "a", "site");
    mkdirSync(site, { recursive: true });
    writePlan(site, ["team"]);
    symlinkSync(join(folder, "outside.json"), join(site, "link.json"));
    writeFileSync(join(site, "genoscan.yaml"), `reports: [{format: json, file: ${file}}]\n`);
    const { code, stderr } = await run(["a/site/plan.json", "--rules", RULES], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/leads out of the folder of genoscan\.yaml|its folder is not there/);
    expect(existsSync(join(folder, "outside.json"))).toBe(false);
  });
});
