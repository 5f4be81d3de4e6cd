import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES, makeFolder, planOf, run, writePlan } from "./run.ts";

const HOW = "terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
const EXPECTED = `a Terraform plan (${HOW}), a state or a template`;
const BAD = "fixtures/bad-input";

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("an input that cannot be read is told in a sentence, with exit code 3", () => {
  it.each([
    [
      "binary-plan.tfplan",
      `this is a binary plan; turn it into JSON: terraform show -json ${BAD}/binary-plan.tfplan > plan.json`,
    ],
    [
      "plan-ndjson.json",
      `this is the log of terraform plan -json, one message a line, and no plan; make one: ${HOW}`,
    ],
    ["plan-in-words.txt", `this is a plan in words; genoscan reads it as JSON: ${HOW}`],
    [
      "raw-state-v3.tfstate",
      "this is a Terraform state file of version 3, and genoscan reads version 4; write it anew with a Terraform that does: terraform apply -refresh-only, then terraform state pull > terraform.tfstate",
    ],
    [
      "backend-pointer.tfstate",
      "this only says in which backend the state is; fetch it: terraform state pull > terraform.tfstate",
    ],
    [
      "encrypted.tfstate",
      "this is encrypted by OpenTofu; where it can be decrypted, make it readable: tofu show -json > state.json",
    ],
    [
      "no-state.json",
      "terraform show -json found no state, or an empty one, where it ran; run it in the folder and workspace whose state it is",
    ],
    ["empty.json", `the file is empty; expected ${EXPECTED}`],
    ["whitespace.json", `the file is empty; expected ${EXPECTED}`],
    [
      "empty-folder",
      `this is a folder without Terraform configuration, templates of CloudFormation or Azure, or manifests of Kubernetes; name a folder with .tf files, templates or manifests, or a plan: ${HOW}`,
    ],
    ["truncated.json", "not JSON at line 1, column 1057: "],
    ["truncated-lines.json", "not JSON at line 40, column 4: "],
    ["trailing-noise.json", "not JSON at line 2, column 1: "],
    [
      "format-version-2.json",
      "plan format 2.0 is of a later major version than genoscan reads (1.x); update genoscan, or make the plan with Terraform 1.x",
    ],
    ["not-a-plan.json", `JSON, but no input that genoscan knows; expected ${EXPECTED}`],
    ["format-version-missing.json", `JSON, but no input that genoscan knows; expected ${EXPECTED}`],
    ["array.json", `JSON, but a list; expected ${EXPECTED}`],
    ["number.json", `JSON, but a number; expected ${EXPECTED}`],
    ["no-such-file.json", "there is no such file; check the path"],
  ])("%s", async (name, sentence) => {
    const { code, stdout, stderr } = await run([`${BAD}/${name}`]);
    expect(code).toBe(3);
    const [first, second, ...rest] = stderr.split("\n");
    expect(first?.startsWith(`genoscan: ${BAD}/${name}: ${sentence}`)).toBe(true);
    expect([second, ...rest]).toEqual(["genoscan: the scan is incomplete", ""]);
    expect(stdout).toContain("No findings in what was read");
    expect(stdout).toContain("NOT READ");
  });

  it.skipIf(process.getuid?.() === 0)("a file without permission", async () => {
    const path = writePlan(folder, ["team"], "locked.json");
    chmodSync(path, 0);
    const { code, stderr } = await run([path]);
    expect(code).toBe(3);
    expect(stderr).toContain("permission denied; let the user who runs genoscan read it");
  });

  it.skipIf(process.platform !== "linux")("a file that the system does not read out", async () => {
    const { code, stderr } = await run(["/proc/self/mem"]);
    expect(code).toBe(3);
    expect(stderr).toContain("genoscan: /proc/self/mem: ");
    expect(stderr).not.toContain("defect");
  });
});

describe("an input that is only wrapped is read", () => {
  it.each([
    "utf16le.json",
    "utf16be.json",
    "utf16le-without-bom.json",
    "utf8-bom.json",
    "leading-noise.json",
    "format-version-1-9.json",
    "empty-state.tfstate",
  ])("%s", async (name) => {
    const { code, stderr } = await run([`${BAD}/${name}`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("an input of which a state says where it is deployed", () => {
  it("raw-state.tfstate is read", async () => {
    const { code, stdout } = await run([`${BAD}/raw-state.tfstate`]);
    expect(code).toBe(1);
    expect(stdout).toContain("aws_s3_bucket.reports");
  });

  it("empty-state.tfstate has a warning that there was nothing to judge", async () => {
    const { stdout } = await run([`${BAD}/empty-state.tfstate`, "-f", "json"]);
    expect(stdout).toContain("the state holds no resources, so there was nothing to judge");
  });
});

describe("what is hostile neither crashes nor passes", () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const withTriggers = (triggers: string) => JSON.stringify(planOf(["@"])).replace('{"owner":"@"}', triggers);

  it.each([
    ["nested 10,000 deep", withTriggers(`{"deep":${deep(10_000)},"owner":"other"}`)],
    ["a key named __proto__", withTriggers('{"__proto__":{"owner":"team"},"owner":"other"}')],
    ["__proto__ alone gives nothing", withTriggers('{"__proto__":{"owner":"team"}}')],
    [
      "a key named constructor",
      withTriggers('{"constructor":{"prototype":{"owner":"team"}},"owner":"other"}'),
    ],
    [
      "marks of secrets nested 10,000 deep",
      withTriggers(`{"deep":${deep(10_000)},"owner":"other"}`).replace(
        '"after_sensitive":{"triggers":{}}',
        `"after_sensitive":{"triggers":{"deep":${deep(10_000).replace("1", "true")}}}`,
      ),
    ],
    ["a text of 100 MB", withTriggers(`{"owner":"${"x".repeat(100_000_000)}"}`)],
  ])("%s", async (name, text) => {
    const path = join(folder, `${name.replaceAll(/\W/g, "-")}.json`);
    writeFileSync(path, text);
    for (const format of ["text", "json", "sarif"]) {
      const { code, stdout, stderr } = await run([path, "--rules", RULES, "-f", format]);
      expect(stderr).not.toContain("defect");
      expect(code).toBe(1);
      expect(stdout.length).toBeLessThan(1_000_000);
      expect(stdout).toContain("null_resource.r0");
    }
    const inspected = await run(["inspect", path, "-f", "json"]);
    expect(inspected).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(inspected.stdout)).toHaveProperty("resources");
  });
});

describe("what people write is told with line and column, and exit code 2", () => {
  async function scanWith(config: string, ...args: readonly string[]) {
    const own = makeFolder();
    try {
      writePlan(own, ["team"]);
      writeFileSync(join(own, "genoscan.yaml"), config);
      return await run(["plan.json", ...args], { cwd: own });
    } finally {
      rmSync(own, { recursive: true });
    }
  }

  it.each([
    [
      "a misspelt key",
      "clinic: {}",
      'genoscan.yaml:1:1 config-invalid: "clinic" is not a key of genoscan.yaml; did you mean "clinics"?',
    ],
    [
      "a misspelt key of a waiver",
      "waivers:\n  - {rule: null-owner, address: a, raison: b, owner: c, expires: 2027-01-01}",
      'genoscan.yaml:2:36 config-invalid: "raison" is not a key of waivers[0]; did you mean "reason"?',
    ],
    [
      "a waiver of a rule that is misspelt",
      "waivers:\n  - {rule: null-onwer, address: a, reason: b, owner: c, expires: 2027-01-01}",
      'genoscan.yaml:2:5 config-invalid: the waiver names the rule "null-onwer", which does not exist; did you mean "null-owner"?',
    ],
    [
      "an unknown parameter",
      "params:\n  retentionYeras: 7",
      'genoscan.yaml:2:19 config-unknown-parameter: there is no parameter "retentionYeras"; did you mean "retentionYears"?',
    ],
    [
      "a parameter of the wrong kind",
      "params:\n  retentionYears: many",
      'genoscan.yaml:2:19 config-invalid-parameter: the parameter "retentionYears" must be ',
    ],
  ])("%s in genoscan.yaml", async (_, config, sentence) => {
    const { code, stdout, stderr } = await scanWith(config, "--rules", RULES);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.startsWith(`genoscan: ${sentence}`)).toBe(true);
  });

  it("all that is wrong at once", async () => {
    const { stderr } = await scanWith("clinic: {}\nstrict: maybe\n");
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  it("a rule that is wrong", async () => {
    const own = makeFolder();
    try {
      writeFileSync(join(own, "x.yaml"), "id: x\nassert: {al: []}\n");
      const { code, stderr } = await run(["plan.json", "--rules", own], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toContain(
        `${join(own, "x.yaml")}:2:10 rule-unknown-word: "al" is not a word of the rule language; did you mean "all"?`,
      );
    } finally {
      rmSync(own, { recursive: true });
    }
  });

  it("a folder of rules that holds none, or is not there", async () => {
    const own = makeFolder();
    const empty = await run(["plan.json", "--rules", own]);
    rmSync(own, { recursive: true });
    const missing = await run(["plan.json", "--rules", own]);
    expect(empty).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no rule in this folder") as string,
    });
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("rule-unreadable: cannot be read") as string,
    });
  });
});
