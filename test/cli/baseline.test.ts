import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import schema from "../../schemas/baseline.schema.json" with { type: "json" };
import type { ResultDocument } from "../../src/model/result-document.ts";
import { RULES, makeFolder, run, writePlan } from "./run.ts";

const FILE = "genoscan-baseline.json";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const genoscan = (...args: readonly string[]) => run([...args, "--rules", RULES], { cwd: folder });
const read = (name = FILE) => readFileSync(join(folder, name), "utf8");
const addresses = () =>
  (JSON.parse(read()) as { findings: { address: string }[] }).findings.map(({ address }) => address);

describe("genoscan baseline create", () => {
  it("writes what the published schema says, and the scan then fails on nothing", async () => {
    writePlan(folder, ["other", "team", null]);
    const created = await genoscan("baseline", "create", "plan.json");
    expect(created).toEqual({
      code: 0,
      stdout: "",
      stderr: [
        `genoscan: ${FILE} written with 1 finding (1 high) and 1 not decided`,
        `genoscan: scan with --baseline ${FILE}, or say baseline: ${FILE} in genoscan.yaml`,
        "",
      ].join("\n"),
    });
    const isBaseline = new Ajv2020().compile(schema);
    isBaseline(JSON.parse(read()));
    expect(isBaseline.errors).toBeNull();
    const scanned = await genoscan("plan.json", "--strict", "--baseline", FILE);
    expect(scanned.code).toBe(0);
    expect(scanned.stdout).toContain(
      "No new findings · 1 known, 1 known and not decided (--verbose lists them)",
    );
    expect(scanned.stdout).not.toContain("null_resource.r0");
    const everything = await genoscan("plan.json", "--verbose", "--baseline", FILE);
    expect(everything.stdout).toContain("high fail null-owner null_resource.r0");
  });

  it("writes over no baseline that is there", async () => {
    writePlan(folder, ["other"]);
    writeFileSync(join(folder, FILE), "mine");
    const { code, stderr } = await genoscan("baseline", "create", "plan.json");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `genoscan: ${FILE} baseline-unreadable: there is a baseline already; genoscan baseline update brings it up to date\n`,
    });
    expect(read()).toBe("mine");
  });

  it("of an input that cannot be read is not clean", async () => {
    writePlan(folder, ["other"]);
    const { code, stderr } = await genoscan("baseline", "create", "plan.json", "missing.json");
    expect(code).toBe(3);
    expect(stderr).toContain("the scan is incomplete");
    expect(addresses()).toEqual(["null_resource.r0"]);
  });

  it("holds nothing that is waived: that ends on its day", async () => {
    writePlan(folder, ["other"]);
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    writeFileSync(
      join(folder, "genoscan.yaml"),
      `waivers:\n  - {rule: null-owner, address: "*", reason: moves, owner: jane, expires: ${expires}}\n`,
    );
    await genoscan("baseline", "create", "plan.json");
    expect(addresses()).toEqual([]);
  });
});

describe("a scan with a baseline", () => {
  beforeEach(async () => {
    writePlan(folder, ["other", "team"]);
    await genoscan("baseline", "create", "plan.json");
  });

  it("fails on what is new alone, and says that it is new", async () => {
    writePlan(folder, ["other", "someone"]);
    const { code, stdout, stderr } = await genoscan("plan.json", "--baseline", FILE);
    expect(code).toBe(1);
    expect(stdout).toContain("1 new finding: 1 high · 1 known");
    expect(stdout).toContain("null_resource.r1");
    expect(stderr).toContain("1 new finding at or above high");
  });

  it("tells what is fixed", async () => {
    writePlan(folder, ["team", "team"]);
    const { code, stdout } = await genoscan("plan.json", "--baseline", FILE);
    expect(code).toBe(0);
    expect(stdout).toContain("FIXED 1 finding of the baseline; genoscan baseline update drops it");
  });

  it("reads the file that genoscan.yaml names, from wherever it runs", async () => {
    const site = join(folder, "site");
    mkdirSync(site);
    renameSync(join(folder, "plan.json"), join(site, "plan.json"));
    renameSync(join(folder, FILE), join(site, "known.json"));
    writeFileSync(join(site, "genoscan.yaml"), "baseline: known.json\n");
    const { code, stdout } = await genoscan("site/plan.json", "-f", "json");
    expect(code).toBe(0);
    const { baseline, verdicts, summary } = JSON.parse(stdout) as ResultDocument;
    expect(baseline).toMatchObject({
      file: join("site", "known.json"),
      new: 0,
      known: 1,
      fixed: [],
      notSeen: 0,
    });
    expect(verdicts.map((verdict) => [verdict.verdict, verdict.baseline])).toEqual([
      ["fail", "known"],
      ["pass", undefined],
    ]);
    expect(summary).toMatchObject({ findings: { high: 1 }, known: { findings: { high: 1 } } });
  });

  it("SARIF tells new from unchanged", async () => {
    writePlan(folder, ["other", "someone"]);
    const { stdout } = await genoscan("plan.json", "--baseline", FILE, "-f", "sarif");
    const { runs } = JSON.parse(stdout) as { runs: { results: { baselineState: string }[] }[] };
    expect(runs[0]?.results.map(({ baselineState }) => baselineState)).toEqual(["new", "unchanged"]);
  });

  it("one that is broken is told in a sentence, and nothing is scanned", async () => {
    writeFileSync(join(folder, FILE), read().slice(0, 80));
    const { code, stdout, stderr } = await genoscan("plan.json", "--baseline", FILE);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^genoscan: genoscan-baseline\.json:\d+:\d+ baseline-invalid: .*\n$/);
  });
});

describe("genoscan baseline update", () => {
  beforeEach(async () => {
    writePlan(folder, ["other", "other", "team"]);
    await genoscan("baseline", "create", "plan.json");
    writePlan(folder, ["team", "other", "other"]);
  });

  it("drops what is fixed and takes in nothing new", async () => {
    const { code, stdout, stderr } = await genoscan("baseline", "update", "plan.json");
    expect(code).toBe(0);
    expect(stdout.trim().split(/\s+/)).toEqual(["-", "fail", "high", "null-owner", "null_resource.r0"]);
    expect(stderr).toContain(`${FILE}: 1 dropped, 0 added, 1 finding (1 high) in it`);
    expect(stderr).toContain("1 finding (1 high) new and not in it; --accept-new takes them in");
    expect(addresses()).toEqual(["null_resource.r1"]);
    expect((await genoscan("plan.json", "--baseline", FILE)).code).toBe(1);
  });

  it("--accept-new takes in what is new", async () => {
    const { stdout } = await genoscan("baseline", "update", "plan.json", "--accept-new");
    expect(stdout.split("\n").map((line) => line.slice(0, 1))).toEqual(["-", "+", ""]);
    expect(addresses()).toEqual(["null_resource.r1", "null_resource.r2"]);
    expect((await genoscan("plan.json", "--baseline", FILE)).code).toBe(0);
  });

  it("a second time changes nothing", async () => {
    await genoscan("baseline", "update", "plan.json", "--accept-new");
    const before = read();
    const { stdout } = await genoscan("baseline", "update", "plan.json", "--accept-new");
    expect([stdout, read()]).toEqual(["", before]);
  });

  it.each([
    ["another framework", ["plan.json", "--framework", "hitrust"]],
    ["an input that is not there", ["missing.json"]],
  ])("of %s drops nothing", async (_, args) => {
    await genoscan("baseline", "update", ...args);
    expect(addresses()).toEqual(["null_resource.r0", "null_resource.r1"]);
  });

  it("--accept-new is refused elsewhere, so that nobody believes in it", async () => {
    const { code, stderr } = await genoscan("baseline", "show", "--accept-new");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "genoscan: --accept-new belongs to genoscan baseline update, not to show\n",
    });
  });
});

describe("genoscan baseline show", () => {
  it("prints the file for people and for programs", async () => {
    writePlan(folder, ["other"]);
    await genoscan("baseline", "create", "plan.json");
    const page = await genoscan("baseline", "show");
    expect(page.stdout).toContain("fail     high      null-owner  null_resource.r0");
    const data = await genoscan("baseline", "show", "-f", "json");
    expect(JSON.parse(data.stdout)).toMatchObject([{ rule: "null-owner", address: "null_resource.r0" }]);
  });

  it("says how to get one", async () => {
    const { code, stderr } = await genoscan("baseline", "show");
    expect(code).toBe(2);
    expect(stderr).toContain("there is no such file; genoscan baseline create writes one");
  });
});

describe("a genoscan.yaml of strangers", () => {
  it.each([
    ["climbs out of its folder", "../outside.json"],
    ["follows a link", "link.json"],
  ])("writes no baseline where it %s", async (_, place) => {
    const site = join(folder, "site");
    mkdirSync(site);
    writePlan(site, ["other"]);
    symlinkSync(join(folder, "outside.json"), join(site, "link.json"));
    writeFileSync(join(site, "genoscan.yaml"), `baseline: ${place}\n`);
    const { code, stderr } = await genoscan("baseline", "create", "site/plan.json");
    expect(code).toBe(2);
    expect(stderr).toContain("leads out of the folder of genoscan.yaml");
    expect(existsSync(join(folder, "outside.json"))).toBe(false);
  });
});

describe("fingerprints", () => {
  const stack = "fixtures/terraform-plan/source-folder";
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "genoscan-baseline-"));
    cpSync(stack, copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  async function compareAfter(change: () => void) {
    const created = await run(["baseline", "create", ".", "--quiet"], { cwd: copy });
    expect(created.code).toBe(0);
    change();
    const { stdout } = await run([".", "-f", "json", "--baseline", FILE], { cwd: copy });
    const { baseline } = JSON.parse(stdout) as ResultDocument;
    expect(baseline?.known).toBeGreaterThan(3);
    return { new: baseline?.new, fixed: baseline?.fixed.length, notSeen: baseline?.notSeen };
  }

  const edit = (change: (text: string) => string) =>
    writeFileSync(join(copy, "main.tf"), change(readFileSync(join(copy, "main.tf"), "utf8")));

  it.each<[string, () => void]>([
    ["lines that move", () => edit((text) => `# one\n# two\n\n${text}`)],
    ["a file that is renamed", () => renameSync(join(copy, "main.tf"), join(copy, "storage.tf"))],
    [
      "resources in another order",
      () =>
        edit((text) => {
          const blocks = text.split(/^(?=(?:resource|module|variable|locals|data|output) ?)/m);
          expect(blocks.length).toBeGreaterThan(3);
          return blocks
            .toReversed()
            .map((block) => `${block.trimEnd()}\n\n`)
            .join("");
        }),
    ],
  ])("survive %s", async (_, change) => {
    expect(await compareAfter(change)).toEqual({ new: 0, fixed: 0, notSeen: 0 });
  });
});
