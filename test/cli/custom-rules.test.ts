import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RULES, makeFolder, run } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
  mkdirSync(join(folder, "rules", "null"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = readFileSync(join(RULES, "null", "owner.yaml"), "utf8");

/** `rules` is the name of our own folder as well: the rules of a site are told apart by what they are. */
async function test(text: string) {
  writeFileSync(join(folder, "rules", "null", "owner.yaml"), text);
  return run(["test", "rules"], { cwd: folder });
}

function edited(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
}

it("the rule of the guide is proved, and a scan asks it", async () => {
  const guide = readFileSync("docs/custom-rules.md", "utf8");
  const [, text = ""] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
  mkdirSync(join(folder, "compliance", "aws", "s3"), { recursive: true });
  writeFileSync(join(folder, "compliance", "aws", "s3", "owner-tag.yaml"), text);
  const tested = await run(["test", "compliance"], { cwd: folder });
  expect(tested.stdout).toContain("1 rule: all proved");
  const explained = await run(["explain", "aws-s3-owner-tag", "--rules", "compliance"], { cwd: folder });
  expect(explained.stdout).toContain("Buckets name the team that owns them");
});

describe("genoscan test", () => {
  it("says that a rule is proved", async () => {
    expect(await test(GOOD)).toEqual({
      code: 0,
      stdout: `ok    null-owner (3 examples) ${join("rules", "null", "owner.yaml")}\n1 rule: all proved\n`,
      stderr: "",
    });
  });

  it.each([
    [
      "an example with the wrong verdict",
      edited("triggers: { owner: team } } }]", "triggers: { owner: other } } }]"),
      'example "the team owns it" gives fail, not pass',
    ],
    [
      "a leaf that no example proves",
      edited(
        "assert: { at: /triggers/owner, schema: { const: team } }",
        "assert: { all: [{ at: /triggers/owner, schema: { const: team } }, { at: /triggers, schema: { type: object } }] }",
      ),
      'no example changes its verdict when this is replaced by true: {"at":"/triggers","schema":{"type":"object"}}',
    ],
    [
      "a verdict that no example shows",
      edited("verdict: unknown", "verdict: fail").replace("{ $unknown: known after apply }", "{}"),
      "there is no example of verdict unknown",
    ],
  ])("tells of %s", async (_, text, sentence) => {
    const { code, stdout } = await test(text);
    expect(stdout).toContain(sentence);
    expect(stdout).toContain("FAIL  null-owner");
    expect(stdout).toContain("1 rule: 1 not proved");
    expect(code).toBe(1);
  });

  it("tells of a file that is no rule with line and column", async () => {
    const { code, stdout, stderr } = await test(edited("severity: high", "severity: hihg"));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^genoscan: rules\/null\/owner\.yaml:3:11 rule-invalid: .*did you mean "high"\?\n$/,
    );
  });

  it("takes the parameters and roles of the site", async () => {
    writeFileSync(join(folder, "genoscan.yaml"), "roles: {owned: {types: [null_resource], words: [a]}}\n");
    const text = edited(
      "  type: null_resource\n",
      "  type: null_resource\n  where: { at: /Facts/Roles, schema: { type: array, contains: { const: owned } } }\n",
    ).replace(
      "examples:",
      "examples:\n  - { name: another, verdict: not-applicable, resources: [{ address: b, type: null_resource }] }",
    );
    expect((await test(text)).stdout).toContain("ok    null-owner (4 examples)");
  });

  it("of a folder without rules is not clean", async () => {
    const { code, stderr } = await run(["test", "rules"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("there is no rule in this folder");
  });
});
