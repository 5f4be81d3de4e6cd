import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { run } from "./run.ts";

const VERSIONING = "aws-s3-phi-versioning";
const LAST_DAY = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const UNTIL = `reason="moves" until=${LAST_DAY}`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-"));
  cpSync("fixtures/terraform-plan/source-folder", folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function edit(from: string, to: string, file = "main.tf"): void {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

async function scan(input: string): Promise<ResultDocument> {
  const { stdout } = await run([input, "-f", "json"], { cwd: folder });
  return JSON.parse(stdout) as ResultDocument;
}

const waivedIn = ({ verdicts }: ResultDocument): readonly string[] =>
  verdicts.flatMap(({ rule, resource, waiver }) =>
    waiver === undefined ? [] : `${rule} ${resource?.address ?? ""}`,
  );

describe.each(["plan.json", "."])("comments in the folder, scanning %s", (input) => {
  it("waive what is beside them, and the finding stays to be seen", async () => {
    const before = await scan(input);
    const [failure] = before.verdicts.filter(
      ({ rule, verdict }) => rule === VERSIONING && verdict === "fail",
    );
    expect(failure).toBeDefined();
    edit('status = "Suspended"', `status = "Suspended" # genoscan:ignore ${VERSIONING} ${UNTIL}`);
    const after = await scan(input);
    expect(waivedIn(after)).toEqual([
      `${VERSIONING} aws_s3_bucket.intake[0]`,
      `${VERSIONING} aws_s3_bucket.intake[1]`,
    ]);
    expect(after.verdicts.find(({ waiver }) => waiver !== undefined)).toMatchObject({
      verdict: "fail",
      waiver: { kind: "comment", reason: "moves", expires: LAST_DAY, location: { file: "main.tf" } },
    });
    expect(after.summary.waived).toBe(2);
  });

  it("above a module call they waive what it makes", async () => {
    const { verdicts } = await scan(input);
    const made = verdicts.filter(({ verdict, calls }) => verdict === "fail" && calls !== undefined);
    const rule = made[0]?.rule ?? "";
    const wanted = made
      .filter((item) => item.rule === rule)
      .map(({ resource }) => `${rule} ${resource?.address ?? ""}`);
    expect(wanted.length).toBeGreaterThan(0);
    edit('module "clinic" {', `# genoscan:ignore ${rule} ${UNTIL}\nmodule "clinic" {`);
    expect(waivedIn(await scan(input))).toEqual(wanted);
  });

  it("expired, unmatched and wrong ones do not hold, and each is told", async () => {
    edit(
      'resource "aws_s3_bucket" "intake" {',
      [
        `# genoscan:ignore ${VERSIONING} reason="moves" until=2020-01-01`,
        `# genoscan:ignore aws-kms-rotation ${UNTIL}`,
        `# genoscan:ignore ${VERSIONING} until=${LAST_DAY}`,
        'resource "aws_s3_bucket" "intake" {',
      ].join("\n"),
    );
    const { verdicts, diagnostics } = await scan(input);
    const own = verdicts.filter(({ rule }) => rule.startsWith("genoscan-waiver"));
    expect(own.map(({ rule, severity, location }) => [rule, severity, location?.line])).toEqual([
      ["genoscan-waiver-expired", "medium", 22],
      ["genoscan-waiver-unmatched", "low", 23],
    ]);
    expect(waivedIn({ verdicts } as ResultDocument)).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "waiver-invalid", location: { file: "main.tf", line: 24, column: 1 } },
    ]);
  });
});

describe("the reports of a waived finding", () => {
  it("SARIF suppresses it in the source", async () => {
    edit('status = "Suspended"', `status = "Suspended" # genoscan:ignore ${VERSIONING} ${UNTIL}`);
    const { stdout } = await run(["plan.json", "-f", "sarif"], { cwd: folder });
    expect(stdout).toContain('"kind": "inSource"');
  });

  it("a hostile reason moves no cursor and is no command", async () => {
    const reason = "\u001b[2J ::error::pwned \u202e";
    edit(
      'status = "Suspended"',
      `status = "Suspended" # genoscan:ignore ${VERSIONING} reason="${reason}" until=${LAST_DAY}`,
    );
    const { stdout } = await run(["plan.json"], { cwd: folder });
    expect(stdout).toContain("WAIVED");
    expect(stdout).not.toMatch(/[^\P{C}\n]/u);
    expect(stdout).not.toMatch(/^\s*::/m);
  });
});

it("a waiver of a rule that is not selected is neither unknown nor unmatched", async () => {
  const rule = "aws-kms-explicit-policy";
  edit(
    'resource "aws_s3_bucket" "intake" {',
    `# genoscan:ignore ${rule} ${UNTIL}\nresource "aws_s3_bucket" "intake" {`,
  );
  const selected = async (...args: readonly string[]) => {
    const { stdout } = await run(["plan.json", "-f", "json", ...args], { cwd: folder });
    const { verdicts, diagnostics } = JSON.parse(stdout) as ResultDocument;
    expect(diagnostics).toEqual([]);
    return verdicts.some((verdict) => verdict.rule === "genoscan-waiver-unmatched");
  };
  expect(await selected()).toBe(true);
  // the rule is evidence for HIPAA alone
  expect(await selected("--framework", "genomics")).toBe(false);
});
