import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_ROLES } from "../../src/config/default-roles.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { ConfigError } from "../../src/model/errors.ts";

const start = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-config-"));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true });
});

async function problemsOf(text: string): Promise<readonly string[]> {
  writeFileSync("genoscan.yaml", text);
  try {
    await loadConfig(undefined, undefined);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("loadConfig", () => {
  it("has defaults for a site that says nothing", async () => {
    const config = await loadConfig(undefined, undefined);
    expect(config).toMatchObject({
      path: undefined,
      params: {},
      ruleFolders: [],
      waivers: [],
      failOn: undefined,
    });
    expect(config.settings.roles).toEqual(DEFAULT_ROLES);
    expect(config.closed).toEqual(new Set());
  });

  it.each(["", "# nothing yet\n", "\uFEFF# nothing yet\n"])(
    "takes a file that says nothing: %j",
    async (text) => {
      expect(await problemsOf(text)).toEqual([]);
    },
  );

  it("takes what a site says", async () => {
    mkdirSync("sub");
    writeFileSync(
      "sub/genoscan.yaml",
      [
        'clinics: {north: "111111111111"}',
        "roles: {report: {words: [befund]}, archive: {types: [AWS::S3::Bucket], tags: [kind=archive]}}",
        "params: {retentionYears: 10}",
        "complete: [AWS::CloudTrail::Trail]",
        "fail-on: medium",
        "strict: true",
        "rules: [own, /etc/rules]",
        "waivers:",
        "  - {rule: r, address: a, reason: b, owner: c, expires: 2027-01-31}",
      ].join("\n"),
    );
    const config = await loadConfig(undefined, "sub/plan.json");
    expect(config).toMatchObject({
      path: join("sub", "genoscan.yaml"),
      params: { retentionYears: 10 },
      closed: new Set(["AWS::CloudTrail::Trail"]),
      failOn: "medium",
      strict: true,
      ruleFolders: [join("sub", "own"), "/etc/rules"],
    });
    expect(config.settings.clinics).toEqual({ north: "111111111111" });
    expect(config.settings.roles["report"]).toEqual({ ...DEFAULT_ROLES.report, words: ["befund"] });
    expect(config.settings.roles["archive"]).toMatchObject({
      tags: ["kind=archive"],
      words: [],
      byDefault: false,
    });
    expect(config.settings.roles["ledger"]).toEqual(DEFAULT_ROLES.ledger);
    expect(config.waivers[0]?.location).toEqual({ file: join("sub", "genoscan.yaml"), line: 9, column: 5 });
    expect(config.locate("/params/retentionYears")).toMatchObject({ line: 3 });
  });

  it("tags of data classes give and take the roles of PHI", async () => {
    writeFileSync(
      "genoscan.yaml",
      [
        "roles: {phi-compute: {exceptTags: [phi=no]}}",
        "dataClasses:",
        "  phi: {tags: [class=phi]}",
        "  genomes: {tags: [class=genome]}",
        "  public: {tags: [class=open]}",
        "  anonymous: {tags: [class=anonymous], phi: false}",
      ].join("\n"),
    );
    const { roles } = (await loadConfig(undefined, undefined)).settings;
    const gives = ["class=phi", "class=genome"];
    const takes = ["class=open", "class=anonymous"];
    expect(roles["phi-compute"]).toMatchObject({ tags: gives, exceptTags: ["phi=no", ...takes] });
    expect(roles["intake"]).toMatchObject({
      tags: gives,
      exceptTags: takes,
      words: DEFAULT_ROLES.intake.words,
    });
    expect(roles["report"]).toEqual(DEFAULT_ROLES.report);
  });

  it("statements, scope and files have their place", async () => {
    mkdirSync("sub");
    const lines = [
      "scope: {include: [a], exclude: [b]}",
      "baseline: known.json",
      "reports: [{format: json, file: out/result.json}, {format: text}]",
      "attestations:",
      "  - {control: c, owner: o, date: 2026-01-15, statement: s}",
      "alternatives:",
      "  - {control: c, owner: o, date: 2026-01-15, reason: r, document: d}",
      "maxWaiverDays: 90",
      "evidence: true",
    ];
    writeFileSync("sub/genoscan.yaml", lines.join("\n"));
    const file = join("sub", "genoscan.yaml");
    const config = await loadConfig(undefined, "sub");
    expect(config.digest?.()).toBe(createHash("sha256").update(lines.join("\n")).digest("hex"));
    expect(config).toMatchObject({
      scope: {
        include: [{ pattern: "a", location: { file, line: 1, column: 19 } }],
        exclude: [{ pattern: "b", location: { file, line: 1, column: 33 } }],
      },
      baseline: join("sub", "known.json"),
      reports: [{ format: "json", file: join("sub", "out/result.json") }, { format: "text" }],
      attestations: [{ control: "c", location: { file, line: 5, column: 5 } }],
      alternatives: [{ document: "d", location: { file, line: 7, column: 5 } }],
      maxWaiverDays: 90,
      evidence: true,
    });
  });

  it.each([
    ["true", "all"],
    ["false", new Set()],
  ])("complete: %s", async (value, closed) => {
    writeFileSync("genoscan.yaml", `complete: ${value}`);
    expect((await loadConfig(undefined, undefined)).closed).toEqual(closed);
  });

  it("prefers the file beside the input to the one in the working directory", async () => {
    mkdirSync("sub");
    writeFileSync("genoscan.yaml", "strict: false");
    writeFileSync("sub/genoscan.yaml", "strict: true");
    expect((await loadConfig(undefined, "sub/plan.json")).strict).toBe(true);
    expect((await loadConfig(undefined, "sub")).strict).toBe(true);
    expect((await loadConfig(undefined, "-")).strict).toBe(false);
    expect((await loadConfig(undefined, "plan.json")).strict).toBe(false);
    expect((await loadConfig("genoscan.yaml", "sub/plan.json")).strict).toBe(false);
  });

  it.each([
    [
      "a misspelt key",
      "clinic: {}",
      'genoscan.yaml:1:1 config-invalid: "clinic" is not a key of genoscan.yaml; did you mean "clinics"?',
    ],
    [
      "a misspelt key of a waiver",
      "waivers:\n  - {rule: r, address: a, raeson: b, owner: c, expires: 2027-01-31}",
      'genoscan.yaml:2:27 config-invalid: "raeson" is not a key of waivers[0]; did you mean "reason"?',
    ],
    [
      "a waiver without owner",
      "waivers:\n  - {rule: r, address: a, reason: b, expires: 2027-01-31}",
      'genoscan.yaml:2:5 config-invalid: waivers[0] needs "owner": who accepts it',
    ],
    [
      "a waiver without end",
      "waivers:\n  - {rule: r, address: a, reason: b, owner: c, expires: never}",
      'genoscan.yaml:2:57 config-invalid: "never" is not a date of the form YYYY-MM-DD (waivers[0].expires)',
    ],
    [
      "an account that YAML takes for a number",
      "clinics: {north: 011111111111}",
      'genoscan.yaml:1:18 config-invalid: clinics.north must be text, not 11111111111; write it in quotes: "011111111111"',
    ],
    [
      "an account with a digit too few",
      'clinics: {north: "11111111111"}',
      'genoscan.yaml:1:18 config-invalid: "11111111111" does not have the form of clinics.north: 12 digits, or the id of an Azure subscription',
    ],
    [
      "a severity that is none",
      "fail-on: hgih",
      'genoscan.yaml:1:10 config-invalid: fail-on must be "critical", "high", "medium", "low" or "none", not "hgih"; did you mean "high"?',
    ],
    [
      "a role that is none",
      "roles: {reprot: {words: [x]}}",
      'genoscan.yaml:1:9 config-invalid: "reprot" is no role of genoscan, and a role of your own needs "types"; did you mean "report"?',
    ],
    [
      "a file that is no YAML",
      "clinics: [",
      "genoscan.yaml:1:11 config-syntax: flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "an attestation without a day",
      "attestations:\n  - {control: c, owner: o, statement: s}",
      'genoscan.yaml:2:5 config-invalid: attestations[0] needs "date": the day of the attestation, YYYY-MM-DD',
    ],
    [
      "a day that is none",
      "attestations:\n  - {control: c, owner: o, statement: s, date: 2026-02-30}",
      'genoscan.yaml:2:48 config-invalid: "2026-02-30" is not a date of the form YYYY-MM-DD (attestations[0].date)',
    ],
    [
      "an alternative without its document",
      "alternatives:\n  - {control: c, owner: o, date: 2026-01-15, reason: r}",
      'genoscan.yaml:2:5 config-invalid: alternatives[0] needs "document": where the decision is documented',
    ],
    [
      "a misspelt key of the scope",
      "scope: {exclud: [a]}",
      'genoscan.yaml:1:9 config-invalid: "exclud" is not a key of scope; did you mean "exclude"?',
    ],
    [
      "a data class without tags",
      "dataClasses: {phi: {tag: [a]}}",
      'genoscan.yaml:1:21 config-invalid: "tag" is not a key of dataClasses.phi; did you mean "tags"?',
    ],
    ["a list", "- a", "genoscan.yaml:1:1 config-invalid: the file must be an object, not a list"],
  ])("tells of %s", async (_, text, sentence) => {
    expect(await problemsOf(text)).toEqual([sentence]);
  });

  it("tells of everything at once", async () => {
    expect(await problemsOf("strict: maybe\ncomplete: 3\n")).toHaveLength(2);
  });

  it("tells of a file that is named and not there", async () => {
    await expect(loadConfig("other.yaml", undefined)).rejects.toThrow(
      "other.yaml config-unreadable: there is no such file; genoscan init writes one",
    );
  });

  it.each(["genoscan.yml", "genoscan.json"])("does not pass over %s in silence", async (name) => {
    writeFileSync(name, "strict: true");
    await expect(loadConfig(undefined, undefined)).rejects.toThrow(
      `${name} config-unreadable: the configuration is called genoscan.yaml; rename the file, or name it with --config`,
    );
    expect((await loadConfig(name, undefined)).strict).toBe(true);
  });
});
