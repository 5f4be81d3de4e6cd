import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/reporters/index.ts";
import { RULES, makeFolder, planOf, run, writePlan } from "./run.ts";

const ENV = { SOURCE_DATE_EPOCH: "1768464000", GITHUB_SHA: "c0ffee" };
let folder: string;

beforeEach(() => {
  folder = makeFolder();
  writePlan(folder, ["other", "team", null]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const genoscan = (args: readonly string[], stdin?: string) =>
  run(args, { cwd: folder, env: ENV, ...(stdin !== undefined && { stdin }) });
const scan = (...args: readonly string[]) => genoscan(["plan.json", "--rules", RULES, "--evidence", ...args]);
const report = (...args: readonly string[]) => genoscan(["report", "result.json", "--rules", RULES, ...args]);

describe("genoscan report", () => {
  it("renders from a saved result, in every format, what the scan itself writes", async () => {
    const outputs = (prefix: string) => FORMATS.flatMap((format) => ["-f", `${format}=${prefix}.${format}`]);
    const scanned = await scan(...outputs("scan"), "--quiet");
    writeFileSync(join(folder, "result.json"), readFileSync(join(folder, "scan.json")));
    const rendered = await report(...outputs("report"), "--quiet");
    expect(rendered).toEqual(scanned);
    for (const format of FORMATS) {
      const [there, here] = ["scan", "report"].map((name) =>
        readFileSync(join(folder, `${name}.${format}`), "utf8"),
      );
      expect(here?.length).toBeGreaterThan(100);
      expect(here).toBe(there);
    }
  });

  it("reads standard input, and writes text unless asked for something else", async () => {
    const { stdout } = await scan("-f", "json");
    const rendered = await genoscan(["report", "-", "--rules", RULES], stdout);
    expect(rendered.stdout).toContain("1 finding: 1 high");
  });

  it.each([
    ["the findings of the scan fail it", [], 1],
    ["another gate may be named", ["--fail-on", "critical"], 0],
    ["none is one", ["--fail-on", "none"], 0],
    ["undecided counts when it is strict", ["--fail-on", "none", "--strict"], 0],
  ] as const)("has the exit code of a scan: %s", async (_, args, code) => {
    await scan("-f", "json=result.json");
    expect((await report(...args)).code).toBe(code);
  });

  it("keeps the gate of the scan", async () => {
    await scan("-f", "json=result.json", "--fail-on", "none");
    expect((await report()).code).toBe(0);
  });

  it("an incomplete scan stays incomplete", async () => {
    writeFileSync(join(folder, "broken.json"), "{");
    await scan("broken.json", "-f", "json=result.json", "--fail-on", "none");
    const { code, stderr } = await report("-f", "csv");
    expect(code).toBe(3);
    expect(stderr).toContain("the scan is incomplete");
  });

  it("says that the rules are others than those of the result", async () => {
    await scan("-f", "json=result.json");
    expect((await report("-f", "csv")).stderr).not.toContain("with other rules");
    expect((await genoscan(["report", "result.json", "-f", "csv"])).stderr).toContain("with other rules");
  });

  it("no OSCAL comes of a result that does not say when it was made", async () => {
    await genoscan(["plan.json", "--rules", RULES, "-f", "json=result.json"]);
    const { code, stdout, stderr } = await report("-f", "oscal");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("scan with --evidence, or with -f oscal itself");
  });
});

describe("genoscan report refuses what is no result, and says what it is", () => {
  it.each([
    ["nothing there", undefined, "there is no such file; genoscan INPUT -f json=result.json writes one"],
    ["an empty file", "", "the file is empty"],
    [
      "a file that is cut off",
      '{"schemaVersion": "1",\n',
      "result.json:1:22 result-invalid: the file is no JSON from here on",
    ],
    ["text", "all is well", "the file is no JSON from here on"],
    ["a zip", "PK\u0003\u0004", "this is no result but a binary file"],
    ["a plan", JSON.stringify(planOf(["team"])), "this is a Terraform plan, and no result of a scan"],
    ["a SARIF report", '{"runs": []}', "this is a SARIF report"],
    ["a template", '{"Resources": {}}', "this is a CloudFormation template"],
    ["a baseline", '{"schemaVersion": "1", "findings": []}', "this is a baseline"],
    ["a list", "[]", "this is JSON, and no result of a scan"],
    [
      "a later result",
      '{"schemaVersion": "2", "verdicts": []}',
      'the result has schema version "2", and this genoscan reads version "1"',
    ],
    ["a result that lacks its tool", '{"schemaVersion": "1", "verdicts": []}', 'the file needs "tool"'],
  ])("%s", async (_, text, sentence) => {
    if (text !== undefined) writeFileSync(join(folder, "result.json"), text);
    const { code, stdout, stderr } = await report();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("defect");
  });

  it("a folder", async () => {
    mkdirSync(join(folder, "result.json"));
    expect((await report()).stderr).toContain("this is a folder");
  });
});
