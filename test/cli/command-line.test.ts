import { spawn } from "node:child_process";
import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import schema from "../../schemas/result.schema.json" with { type: "json" };
import { COMMAND, RULES, makeFolder, planOf, run, writePlan } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const isResult = new Ajv2020({ allowUnionTypes: true, formats: { date: true } }).compile(schema);

describe("usage that is wrong is told in a sentence", () => {
  it.each([
    [
      ["plan.json", "--fial-on", "high"],
      '--fial-on is not an option of this command; did you mean "--fail-on"?',
    ],
    [
      ["plan.json", "--nonsense-altogether"],
      "--nonsense-altogether is not an option of this command; genoscan --help shows them",
    ],
    [["plan.json", "-x"], "-x is not an option of this command; genoscan --help shows them"],
    [
      ["plan.json", "--fail-on", "hihg"],
      '--fail-on must be one of critical, high, medium, low, none, not "hihg"; did you mean "high"?',
    ],
    [["plan.json", "--fail-on"], "--fail-on needs a value"],
    [["plan.json", "--fail-on", "low", "--fail-on", "high"], "--fail-on is given twice; it takes one value"],
    [["plan.json", "-f", "srif"], '"srif" is not a format; did you mean "sarif"?'],
    [["plan.json", "--param", "x"], "--param x: write --param NAME=VALUE"],
    [
      ["plan.json", "--param", "retentionYeras=7"],
      'config-unknown-parameter: there is no parameter "retentionYeras"; did you mean "retentionYears"?',
    ],
    [["lsit", "rules"], '"lsit" is neither a file nor a command; did you mean "genoscan list"?'],
    [
      ["list", "ruels"],
      'what must be one of rules, controls, frameworks, sources, parameters, not "ruels"; did you mean "rules"?',
    ],
    [["list"], "an argument is missing; genoscan --help shows what each command takes"],
    [["list", "rules", "controls"], '"controls" is one argument too many'],
    [["list", "rules", "--strict"], "--strict is not an option of this command; genoscan --help shows them"],
    [
      ["explain", "null-onwer", "--rules", RULES],
      'there is no rule and no control "null-onwer"; did you mean "null-owner"?',
    ],
    [["explain"], "an argument is missing; genoscan --help shows what each command takes"],
    [[], "there is nothing to read; name a file, such as genoscan plan.json, or - for standard input"],
    [
      ["inspect"],
      "there is nothing to read; name a file, such as genoscan plan.json, or - for standard input",
    ],
    [
      ["plan.json", "--config", "no.yaml"],
      "no.yaml config-unreadable: there is no such file; genoscan init writes one",
    ],
  ])("%j", async (args, sentence) => {
    expect(await run(args, { cwd: folder })).toEqual({
      code: 2,
      stdout: "",
      stderr: `genoscan: ${sentence}\n`,
    });
  });

  it("GENOSCAN_* that is wrong as well", async () => {
    const { code, stderr } = await run(["plan.json"], { cwd: folder, env: { GENOSCAN_FAIL_ON: "nothing" } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'genoscan: --fail-on must be one of critical, high, medium, low, none, not "nothing"\n',
    });
  });

  it("GENOSCAN_* of another command or tool is left alone", async () => {
    writePlan(folder, ["team"]);
    const env = { GENOSCAN_FAIL_ON: "low", GENOSCAN_SOMETHING_ELSE: "1" };
    expect((await run(["list", "sources"], { cwd: folder, env })).code).toBe(0);
    expect((await run(["plan.json"], { cwd: folder, env })).code).toBe(0);
  });
});

describe("reports", () => {
  it("JSON is what the schema says, and the same each time", async () => {
    writePlan(folder, ["team", "other", null]);
    const args = ["plan.json", "--rules", RULES, "-f", "json"];
    const [one, two] = await Promise.all([run(args, { cwd: folder }), run(args, { cwd: folder })]);
    expect(one.stdout).toBe(two.stdout);
    isResult(JSON.parse(one.stdout));
    expect(isResult.errors).toBeNull();
    expect(JSON.parse(one.stdout)).toMatchObject({
      tool: { name: "genoscan", version: packageJson.version },
      inputs: [{ path: "plan.json", source: "terraform-plan", resources: 3, status: "read" }],
      verdicts: [
        {
          rule: "null-owner",
          verdict: "pass",
          resource: { address: "null_resource.r0", type: "null_resource" },
        },
        {
          verdict: "fail",
          message: "null_resource.r1 has no owner",
          evidence: [{ pointer: "/triggers/owner", value: "other" }],
        },
        { verdict: "unknown", message: "Write the owner into the plan." },
      ],
      summary: { findings: { high: 1 }, unknowns: { high: 1 } },
    });
  });

  it("several go to their files, and standard output stays for one", async () => {
    writePlan(folder, ["other"]);
    const ended = await run(
      ["plan.json", "--rules", RULES, "-f", "sarif=out.sarif", "-f", "json=out.json", "-f", "text"],
      { cwd: folder },
    );
    expect(ended.stdout).toContain("1 finding: 1 high");
    expect(ended.stderr).toBe(
      "genoscan: sarif report written to out.sarif\ngenoscan: json report written to out.json\ngenoscan: 1 finding at or above high\n",
    );
    expect(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toMatchObject({ schemaVersion: "1" });
  });

  it("a file that cannot be written is told", async () => {
    writePlan(folder, ["team"]);
    const { code, stderr } = await run(["plan.json", "-o", "no/such/folder.txt"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('the report cannot be written to "no/such/folder.txt": ENOENT');
  });

  it("--quiet says nothing on standard error but errors", async () => {
    writePlan(folder, ["other"]);
    expect(await run(["plan.json", "--rules", RULES, "--quiet"], { cwd: folder })).toMatchObject({
      code: 1,
      stderr: "",
    });
    expect((await run(["missing.json", "--quiet"], { cwd: folder })).stderr).toContain(
      "there is no such file",
    );
  });

  it("colours are for terminals, and for who asks", async () => {
    writePlan(folder, ["other"]);
    const args = ["plan.json", "--rules", RULES];
    expect((await run(args, { cwd: folder })).stdout).not.toContain("\u001b");
    expect((await run([...args, "--color"], { cwd: folder })).stdout).toContain("\u001b");
    expect((await run([...args, "--no-color"], { cwd: folder })).stdout).not.toContain("\u001b");
    const output = await run([...args, "--color", "-o", "page.txt"], { cwd: folder });
    expect(output.code).toBe(1);
    expect(readFileSync(join(folder, "page.txt"), "utf8")).not.toContain("\u001b");
  });

  it("reads standard input", async () => {
    const { code, stdout } = await run(["-", "--rules", RULES, "-f", "json"], {
      cwd: folder,
      stdin: JSON.stringify(planOf(["other"])),
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ path: "-", resources: 1 }] });
  });

  it("takes a path that begins with a dash behind --, and - for standard output", async () => {
    writePlan(folder, ["other"], "-plan.json");
    const { code, stdout } = await run(["--rules", RULES, "-f", "json", "-o", "-", "--", "-plan.json"], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ path: "./-plan.json", status: "read" }] });
  });

  it("scans several inputs as one, and one that is named twice once", async () => {
    writePlan(folder, ["other"], "a.json");
    writePlan(folder, ["other"], "b.json");
    const { stdout } = await run(["a.json", "b.json", "a.json", "--rules", RULES, "-f", "json"], {
      cwd: folder,
    });
    const { inputs, verdicts } = JSON.parse(stdout) as {
      inputs: unknown[];
      verdicts: { fingerprint: string }[];
    };
    expect(inputs).toHaveLength(2);
    expect(new Set(verdicts.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("a pipe gets all of a long report", async () => {
    writePlan(
      folder,
      Array.from({ length: 5000 }, () => "other"),
    );
    const { stdout } = await run(["plan.json", "--rules", RULES, "-f", "json"], { cwd: folder });
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect((JSON.parse(stdout) as { verdicts: unknown[] }).verdicts).toHaveLength(5000);
  });

  it("a reader that has seen enough is no error", async () => {
    writePlan(
      folder,
      Array.from({ length: 5000 }, () => "other"),
    );
    const child = spawn(process.execPath, [COMMAND, "plan.json", "--rules", RULES, "-f", "json"], {
      cwd: folder,
    });
    let stderr = "";
    child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, stderr }).toEqual({ code: 1, stderr: "genoscan: 5000 findings at or above high\n" });
  });

  it("a framework that no rule serves is no clean scan", async () => {
    writePlan(folder, ["other"]);
    const own = await run(["plan.json", "--rules", RULES, "--framework", "genomics", "-f", "json"], {
      cwd: folder,
    });
    const { controls, verdicts } = JSON.parse(own.stdout) as {
      controls: { framework: string }[];
      verdicts: unknown[];
    };
    expect(new Set(controls.map(({ framework }) => framework))).toEqual(new Set(["genomics"]));
    expect(verdicts).toHaveLength(1);
  });
});

describe("the other verbs", () => {
  it("inspect prints what the rules see", async () => {
    writePlan(folder, ["other", null]);
    const { code, stdout } = await run(["inspect", "plan.json", "-f", "json"], { cwd: folder });
    expect(code).toBe(0);
    const { resources } = JSON.parse(stdout) as { resources: { address: string; properties: object }[] };
    expect(resources.map(({ address }) => address)).toEqual(["null_resource.r0", "null_resource.r1"]);
    expect(resources[0]?.properties).toMatchObject({ triggers: { owner: "other" } });
    expect(resources[1]?.properties).toMatchObject({
      triggers: { owner: { $unknown: expect.any(String) as string } },
    });
    const page = await run(["inspect", "plan.json"], { cwd: folder });
    expect(page.stdout).toContain('  /triggers/owner = "other"\n');
    expect(page.stdout).toMatch(/^ {2}\/triggers\/owner is not known: /m);
  });

  it.each([
    [
      "main.bicep",
      "param isTest bool\nresource lake 'Microsoft.Storage/storageAccounts@2023-01-01' = if (isTest) { name: 'lake' }\n",
      "isTest",
    ],
    [
      "main.json",
      JSON.stringify({
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        parameters: { isTest: { type: "bool" } },
        resources: [
          {
            condition: "[parameters('isTest')]",
            type: "Microsoft.Storage/storageAccounts",
            apiVersion: "2023-01-01",
            name: "lake",
          },
        ],
      }),
      "isTest",
    ],
    [
      "template.yaml",
      "Parameters:\n  Stage: {Type: String}\nConditions:\n  IsTest: !Equals [!Ref Stage, test]\nResources:\n  Lake: {Type: AWS::S3::Bucket, Condition: IsTest}\n",
      "Stage",
    ],
    [
      "main.tf",
      'variable "is_test" {}\nresource "aws_s3_bucket" "lake" {\n  count = var.is_test ? 1 : 0\n}\n',
      "is_test",
    ],
  ])("inspect tells of what may not be there, and why: %s", async (name, text, reason) => {
    mkdirSync(join(folder, "uncertain"), { recursive: true });
    writeFileSync(join(folder, "uncertain", name), text);
    const path = name.endsWith(".tf") ? "uncertain" : `uncertain/${name}`;
    const { stdout } = await run(["inspect", path, "-f", "json"], { cwd: folder });
    const { resources } = JSON.parse(stdout) as { resources: { type: string; uncertain?: string }[] };
    const lake = resources.find(({ type }) => !type.startsWith("Genoscan::"));
    expect(lake?.uncertain).toContain(reason);
    const page = await run(["inspect", path], { cwd: folder });
    expect(page.stdout).toContain(`  is not certain: ${lake?.uncertain ?? "?"}\n`);
  });

  it("inspect shows nothing that is sensitive", async () => {
    const plan = JSON.stringify(planOf(["hunter2"])).replace(
      '"after_sensitive":{"triggers":{}}',
      '"after_sensitive":{"triggers":{"owner":true}}',
    );
    writeFileSync(join(folder, "plan.json"), plan);
    for (const args of [
      ["inspect", "plan.json"],
      ["inspect", "plan.json", "-f", "json"],
      ...["text", "json", "sarif"].map((format) => [
        "plan.json",
        "--verbose",
        "--rules",
        RULES,
        "-f",
        format,
      ]),
    ]) {
      const { stdout, stderr } = await run(args, { cwd: folder });
      expect(stdout + stderr).toContain("(sensitive)");
      expect(stdout + stderr).not.toContain("hunter2");
    }
  });

  it("explain says why, and how to mend it", async () => {
    const { code, stdout } = await run(["explain", "null-owner", "--rules", RULES], { cwd: folder });
    expect(code).toBe(0);
    for (const words of [
      "Every null resource names the team",
      "Why it matters",
      "Decided from",
      "genomics GEN-AWS-ORG-001 (technical)",
      "Name the team.",
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it.each([
    [
      "164.312(a)(2)(iv)",
      [
        "hipaa · 164.312(a)(2)(iv) · technical · specification · addressable",
        "aws-s3-phi-encryption-key (",
        "documented-alternative:",
      ],
    ],
    ["164.312(a)(1)", ["Specifications", "164.312(a)(2)(iv) (addressable)", "evidence that supports it"]],
    ["164.308(a)(2)", ["no rule is evidence for it", "manual: open, because nobody has attested it"]],
    ["GEN-AWS-RPT-001", ["Decided by", "hipaa 164.316(b)(2)(i)"]],
    ["01.c", ["hitrust · 01.c", "01.02 Authorized Access to Information Systems"]],
    ["genoscan-waiver-expired", ["medium", "the waivers in genoscan.yaml and in comments"]],
    ["genoscan-waiver-unmatched", ["low", "How to mend it"]],
  ])("explain %s", async (id, words) => {
    const { code, stdout } = await run(["explain", id], { cwd: folder });
    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/compliant|certified/i);
  });

  it.each(["rules", "controls", "frameworks", "sources", "parameters"])(
    "list %s, for people and for programs",
    async (what) => {
      const page = await run(["list", what, "--rules", RULES], { cwd: folder });
      const data = await run(["list", what, "--rules", RULES, "-f", "json"], { cwd: folder });
      const rows = JSON.parse(data.stdout) as unknown[];
      expect(rows.length).toBeGreaterThan(0);
      expect(page.stdout.trimEnd().split("\n")).toHaveLength(rows.length + 1);
    },
  );

  it("init writes a configuration that a scan takes, and never over one that is there", async () => {
    writePlan(folder, ["team"]);
    expect(await run(["init"], { cwd: folder })).toMatchObject({ code: 0, stdout: "" });
    expect(existsSync(join(folder, "genoscan.yaml"))).toBe(true);
    expect((await run(["plan.json"], { cwd: folder })).code).toBe(0);
    writeFileSync(join(folder, "genoscan.yaml"), "# mine\n");
    expect(await run(["init"], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: "genoscan: genoscan.yaml config-unreadable: the file is there already, and is left as it is\n",
    });
    expect(readFileSync(join(folder, "genoscan.yaml"), "utf8")).toBe("# mine\n");
  });

  it("--help shows verbs, options, examples and exit codes", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    for (const words of ["genoscan inspect", "--fail-on", "Examples:", "Exit codes:", "GENOSCAN_FAIL_ON"]) {
      expect(stdout).toContain(words);
    }
  });

  it("--version is the version of the package", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: "" });
  });

  it("completion prints a script for the shell", async () => {
    expect((await run(["completion"])).stdout).toContain("genoscan");
  });

  it.each([
    [["explain", ""], "aws-s3-report-object-lock"],
    [["explain", ""], "GEN-AWS-RPT-001"],
    [["baseline", ""], "update"],
    [["list", ""], "parameters"],
    [["--fail"], "--fail-on"],
    [["scan", "--fail-on", ""], "critical"],
  ])("completion of %j offers %s", async (words, offered) => {
    const { stdout } = await run(["--get-yargs-completions", "genoscan", ...words]);
    expect(stdout.split("\n").map((line) => line.split(":")[0])).toContain(offered);
  });
});
