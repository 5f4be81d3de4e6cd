import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadBaseline } from "../../src/config/load-baseline.ts";
import { formatBaseline } from "../../src/triage/baseline.ts";

const start = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-baseline-"));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true });
});

const FINDING = {
  rule: "r",
  title: "t",
  severity: "high",
  verdict: "fail",
  fingerprint: "a".repeat(64),
} as const;
const GOOD = formatBaseline({ version: "1", rulesetDigest: "d" }, [FINDING]);

async function messageOf(text: string): Promise<string> {
  writeFileSync("b.json", text);
  const error: unknown = await loadBaseline("b.json").catch((caught: unknown) => caught);
  return error instanceof Error ? error.message : "no error";
}

describe("loadBaseline", () => {
  it.each(["", "\uFEFF"])("reads what was written, %j before it", async (mark) => {
    writeFileSync("b.json", mark + GOOD);
    expect(await loadBaseline("b.json")).toMatchObject({ file: "b.json", findings: [FINDING] });
  });

  it.each([
    ["an empty file", "", /^b\.json baseline-invalid: the file is empty; mend it, or make it anew/],
    [
      "the marks of a merge",
      GOOD.replace("{\n", "<<<<<<< HEAD\n{\n"),
      /^b\.json:1 baseline-invalid: a merge has left its marks here/,
    ],
    [
      "a text that is cut off",
      GOOD.slice(0, 100),
      /^b\.json:\d+:\d+ baseline-invalid: the file is no JSON from here on; mend it[^\n]*$/,
    ],
    ["another file", '{"resources": []}', /"resources" is not a key of a baseline/],
    [
      "a severity that is none",
      GOOD.replace('"high"', '"hihg"'),
      /^b\.json:\d+:\d+ baseline-invalid: findings\[0\]\.severity must be .* did you mean "high"\?/,
    ],
    ["an entry without rule", GOOD.replace('"rule": "r",', ""), /findings\[0\] needs "rule"/],
    ["a later form of the file", GOOD.replace('"1"', '"2"'), /schemaVersion must be/],
  ])("tells of %s", async (_, text, message) => {
    expect(await messageOf(text)).toMatch(message);
  });

  it("tells of one that is not there", async () => {
    await expect(loadBaseline("no.json")).rejects.toThrow(
      "no.json baseline-unreadable: there is no such file; genoscan baseline create writes one",
    );
  });
});
