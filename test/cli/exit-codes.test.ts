import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RULES, makeFolder, run, writePlan } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

function scan(...args: readonly string[]) {
  return run([...args, "--rules", RULES], { cwd: folder });
}

describe("exit codes", () => {
  it("0 when nothing is found", async () => {
    writePlan(folder, ["team", "team"]);
    expect(await scan("plan.json")).toMatchObject({ code: 0, stderr: "" });
  });

  it("1 for a finding at the severity that fails, and standard error says how many", async () => {
    writePlan(folder, ["team", "other"]);
    expect(await scan("plan.json")).toMatchObject({
      code: 1,
      stderr: "genoscan: 1 finding at or above high\n",
    });
    expect(await scan("plan.json", "--fail-on", "critical")).toMatchObject({ code: 0, stderr: "" });
    expect(await scan("plan.json", "--fail-on", "none")).toMatchObject({ code: 0 });
    expect(await scan("plan.json", "--fail-on", "low")).toMatchObject({ code: 1 });
  });

  it("0 for what is not decided, 1 when the scan is strict", async () => {
    writePlan(folder, [null]);
    expect(await scan("plan.json")).toMatchObject({ code: 0 });
    expect(await scan("plan.json", "--strict")).toMatchObject({ code: 1 });
  });

  it("--severity hides and does not excuse", async () => {
    writePlan(folder, ["other"]);
    const { code, stdout } = await scan("plan.json", "--severity", "critical");
    expect(code).toBe(1);
    expect(stdout).not.toContain("null_resource.r0");
    expect(stdout).toContain("1 finding: 1 high");
    expect(stdout).toContain("1 not shown (--severity)");
  });

  it("2 for wrong usage", async () => {
    expect(await scan("plan.json", "--fial-on", "high")).toMatchObject({ code: 2, stdout: "" });
  });

  it("3 when an input cannot be read, and the others are scanned", async () => {
    writePlan(folder, ["team"]);
    const { code, stdout, stderr } = await scan("plan.json", "missing.json");
    expect(code).toBe(3);
    expect(stderr).toContain("missing.json: there is no such file; check the path");
    expect(stdout).toContain("No findings in what was read");
    expect(stdout).toContain("1 resource in 2 inputs");
  });

  it("1 wins over 3, and both are told", async () => {
    writePlan(folder, ["other"]);
    expect(await scan("plan.json", "missing.json")).toMatchObject({
      code: 1,
      stderr:
        "genoscan: missing.json: there is no such file; check the path\n" +
        "genoscan: 1 finding at or above high; the scan is incomplete\n",
    });
  });

  it("3 for a plan that ended with an error", async () => {
    writePlan(folder, ["team"], "plan.json", { errored: true });
    const { code, stdout } = await scan("plan.json");
    expect(code).toBe(3);
    expect(stdout).toContain("Incomplete");
  });

  it("a waiver that holds excuses, one that has expired does not", async () => {
    writePlan(folder, ["other"]);
    const waiver = (expires: string) =>
      writeFileSync(
        join(folder, "genoscan.yaml"),
        `waivers: [{rule: null-owner, address: null_resource.*, reason: moves, owner: jane, expires: ${expires}}]`,
      );
    waiver(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    const holding = await scan("plan.json");
    expect(holding.code).toBe(0);
    expect(holding.stdout).toContain("1 waived");
    waiver("2020-01-01");
    const expired = await scan("plan.json");
    expect(expired.code).toBe(1);
    expect(expired.stdout).toContain("expired on 2020-01-01");
  });

  it("genoscan.yaml decides what the command line leaves open, and the environment stands between them", async () => {
    writePlan(folder, ["other"]);
    writeFileSync(join(folder, "genoscan.yaml"), "fail-on: none\n");
    const args = ["plan.json", "--rules", RULES];
    const env = { GENOSCAN_FAIL_ON: "low" };
    expect((await run(args, { cwd: folder })).code).toBe(0);
    expect((await run(args, { cwd: folder, env })).code).toBe(1);
    expect((await run([...args, "--fail-on", "none"], { cwd: folder, env })).code).toBe(0);
  });
});
