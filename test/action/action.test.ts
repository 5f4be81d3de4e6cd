import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Log } from "sarif";
import { bundle } from "../../scripts/build/bundle.mjs";
import { planOf, RULES } from "../cli/run.ts";
import { findMarkup } from "../reporters/find-markup.ts";
import { HOSTILE } from "../reporters/sample.ts";
import { GithubServer } from "./github-server.ts";
import { COMMIT, runStep } from "./run-bundle.ts";
import type { StepRequest, StepResult } from "./run-bundle.ts";

const FLAWED = "fixtures/terraform-plan/genomics-flawed";
const MARKER = "<!-- genoscan:genoscan -->";

let built: string;
let folder: string;
let workspace: string;
let server: GithubServer;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "genoscan-action-"));
  await buildInto(built);
}, 120_000);
afterAll(() => rmSync(built, { recursive: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-step-"));
  workspace = join(folder, "workspace");
  mkdirSync(workspace);
  server = new GithubServer();
  await server.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function buildInto(target: string): Promise<void> {
  return bundle({
    entry: "src/action/main.ts",
    name: "index",
    folder: target,
    ending: ".mjs",
    target: "node24",
  });
}

/** A plan with one null_resource for each owner: every owner but "team" is a finding. */
function write(owners: readonly (string | null)[], name = "plan.json"): void {
  writeFileSync(join(workspace, name), JSON.stringify(planOf(owners)));
}

function step(
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<StepRequest> = {},
): Promise<StepResult> {
  const env = { GITHUB_API_URL: `${server.url}${server.prefix}`, ...more.env };
  return runStep({
    bundle: join(built, "index.mjs"),
    workspace,
    ...more,
    env,
    inputs: { path: "plan.json", rules: RULES, ...inputs },
  });
}

const bodies = () => server.comments.map(({ body }) => body);
const namesOf = ({ commands }: StepResult) => commands.map(([name]) => name);

describe("a step on a pull request", () => {
  it("says what is wrong in a comment, the summary, annotations, SARIF and outputs", async () => {
    write(["other", "team", null]);
    const result = await step();
    expect(result.code).toBe(1);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/^<!-- genoscan:genoscan -->\n### genoscan: 1 finding\n/);
    expect(bodies()[0]).toContain("`null_resource.r0`");
    expect(result.summary).toContain("### genoscan: 1 finding");
    expect(result.outputs).toEqual({
      "exit-code": "1",
      findings: "1",
      "new-findings": "1",
      critical: "0",
      high: "1",
      medium: "0",
      low: "0",
      unknown: "1",
      incomplete: "false",
      "sarif-file": join(folder, "temporary/genoscan/genoscan/genoscan.sarif"),
      "report-file": "",
    });
    const log = JSON.parse(readFileSync(result.outputs["sarif-file"]!, "utf8")) as Log;
    expect(log.runs[0]?.automationDetails?.id).toBe("genoscan/");
    expect(log.runs[0]?.results?.map(({ ruleId }) => ruleId)).toContain("null-owner");
    expect(result.commands).toContainEqual(["error", "", "genoscan: 1 finding at or above high"]);
  });

  it("writes the comment with its token, and shows the token nowhere", async () => {
    write(["other"]);
    const { log, summary } = await step();
    expect(server.received.map(({ token }) => token)).toEqual(["Bearer s3cr3t-t0k3n", "Bearer s3cr3t-t0k3n"]);
    expect(log + summary + bodies().join("")).not.toContain("s3cr3t");
  });

  it("brings its comment up to date, and leaves it when nothing has changed", async () => {
    write(["other"]);
    await step();
    write(["other", "other"]);
    await step();
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain("2 findings");
    expect(server.sent("PATCH")).toHaveLength(1);
    await step();
    expect(server.sent("PATCH")).toHaveLength(1);
    expect(server.sent("POST")).toHaveLength(1);
  });

  it("says that all is clear in a comment that is resolved", async () => {
    write(["other"]);
    await step();
    write(["team"]);
    const { code } = await step();
    expect(code).toBe(0);
    expect(bodies()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${MARKER}\n### genoscan: all clear\n\nNo findings in 1 resource · 1 passed\n\n<sub>genoscan \\S+ at commit \`a{12}\``,
        ),
      ) as string,
    ]);
  });

  it.each([
    ["auto", "team", 0],
    ["always", "team", 1],
    ["never", "other", 0],
    ["auto", "other", 1],
  ])("with comment %s and a resource of owner %s writes %i comments", async (comment, owner, count) => {
    write([owner]);
    await step({ comment });
    expect(bodies()).toHaveLength(count);
  });

  it("calls nothing clear that was not read or not decided", async () => {
    write([null]);
    await step();
    expect(bodies()[0]).toContain("1 verdict not decided");
    writeFileSync(join(workspace, "broken.json"), "{");
    write(["team"]);
    const { code, outputs, commands } = await step({ path: "plan.json\nbroken.json" });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ "exit-code": "3", incomplete: "true" });
    expect(bodies()[0]).toContain("**Incomplete:**");
    expect(commands).toContainEqual([
      "error",
      "",
      "genoscan: the scan is incomplete: a part of the input could not be read",
    ]);
  });

  it("keeps a comment for each category", async () => {
    write(["other"]);
    write(["other", "other"], "other.json");
    await step({ "sarif-category": "prod --> x" });
    await step({ "sarif-category": "dev", path: "other.json" });
    await step({ "sarif-category": "prod --> x" });
    expect(bodies()).toHaveLength(2);
    expect(bodies()[0]).toMatch(
      /^<!-- genoscan:prod%20%2D%2D%3E%20x -->\n### genoscan: 1 finding \(`prod --> x`\)/,
    );
    expect(bodies()[1]).toMatch(/^<!-- genoscan:dev -->\n### genoscan: 2 findings \(`dev`\)/);
  });

  it("finds its comment on a later page, and reads no further", async () => {
    for (let index = 0; index < 450; index += 1) server.add(`comment ${String(index)}`);
    server.comments[249]!.body = `${MARKER}\nold`;
    Object.assign(server.comments[249]!, { user: { login: "github-actions[bot]", type: "Bot" } });
    write(["other"]);
    await step();
    expect(server.sent("GET").map(({ path }) => new URL(path, server.url).searchParams.get("page"))).toEqual([
      null,
      "2",
      "3",
    ]);
    expect(server.comments[249]?.body).toContain("1 finding");
    expect(server.sent("POST")).toHaveLength(0);
  });

  it.each([
    ["a stranger", "NONE", 1],
    ["somebody who has contributed", "CONTRIBUTOR", 1],
    ["somebody of the repository, whose token it may be", "MEMBER", 0],
  ])("a comment with the marker by %s", async (_, author_association, posts) => {
    server.add(`${MARKER}\n### genoscan: all clear`, { author_association });
    write(["other"]);
    await step();
    expect(server.sent("POST")).toHaveLength(posts);
    expect(server.comments[0]?.body.includes("all clear")).toBe(posts === 1);
  });

  it("speaks to a server of one's own", async () => {
    server.prefix = "/api/v3";
    write(["other"]);
    await step();
    expect(server.received.map(({ path }) => path.split("?")[0])).toEqual([
      "/api/v3/repos/octo/platform/issues/7/comments",
      "/api/v3/repos/octo/platform/issues/7/comments",
    ]);
    expect(bodies()).toHaveLength(1);
  });
});

describe("when GitHub refuses", () => {
  it.each([
    ["the token may not write", 403, "the token may not write to the pull request"],
    ["the token sees nothing", 404, "the token may not write to the pull request"],
    ["the token is wrong", 401, "the comment could not be written"],
    ["the server is broken", 500, "the comment could not be written"],
  ])("%s: the report is in the summary, and the verdict stands", async (_, status, sentence) => {
    server.refusals.push({ method: "POST", answer: { status } });
    write(["other"]);
    const result = await step({ summary: "false" });
    expect(result.outputs["exit-code"]).toBe("1");
    expect(result.summary).toContain("### genoscan: 1 finding");
    expect(result.log).toContain(sentence);
    expect(bodies()).toHaveLength(0);
  });

  it("a clean scan with a token that may not write is clean", async () => {
    server.refusals.push({ method: "GET", answer: { status: 403 } });
    write(["team"]);
    expect((await step()).code).toBe(0);
  });

  it.each([
    ["403 with retry-after", { status: 403, headers: { "retry-after": "1" } }],
    ["429 with retry-after", { status: 429, headers: { "retry-after": "0" } }],
    [
      "403 with no request left",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" } },
    ],
    ["a server that stumbles while it is read", { status: 502, body: "<html>" }],
  ])("%s: waits, and writes the comment", async (_, answer) => {
    server.refusals.push(
      { method: "GET", answer },
      ...("headers" in answer ? [{ method: "POST", answer }] : []),
    );
    write(["other"]);
    await step();
    expect(bodies()).toHaveLength(1);
  });

  it("does not wait for longer than a comment is worth", async () => {
    server.refusals.push({ method: "POST", answer: { status: 429, headers: { "retry-after": "3600" } } });
    write(["other"]);
    const { log, summary } = await step();
    expect(log).toContain("GitHub asks to wait 3600 seconds");
    expect(summary).toContain("1 finding");
  });

  it("does not write twice what may have been written", async () => {
    server.refusals.push({ method: "POST", answer: { status: 502 } });
    write(["other"]);
    await step();
    expect(server.sent("POST")).toHaveLength(1);
  });

  it("a page of another server gets no token", async () => {
    const other = new GithubServer();
    await other.start();
    const link = `<${other.url}/repos/octo/platform/issues/7/comments?page=2>; rel="next"`;
    server.refusals.push({ method: "GET", answer: { status: 200, headers: { link }, body: "[]" } });
    write(["other"]);
    await step();
    expect(other.received).toEqual([]);
    expect(bodies()).toHaveLength(1);
    await other.stop();
  });
});

describe("other events", () => {
  it("a push has no pull request: the report is in the summary, and GitHub is not asked", async () => {
    write(["other"]);
    const { summary } = await step({}, { event: { name: "push", payload: { ref: "refs/heads/main" } } });
    expect(summary).toContain("### genoscan: 1 finding");
    expect(server.received).toEqual([]);
  });

  const completed = (more: object = {}) => ({
    name: "workflow_run",
    payload: {
      workflow_run: {
        event: "pull_request",
        head_sha: "c".repeat(40),
        head_branch: "fix",
        head_repository: { owner: { login: "stranger" } },
        ...more,
      },
    },
  });

  it("the run of a fork that has ended is told on its pull request, from the saved result", async () => {
    write(["other"]);
    await step({ comment: "never", format: "json", output: "out" }, { event: { name: "push", payload: {} } });
    server.pulls.push(
      { number: 8, head: { sha: "d".repeat(40) } },
      { number: 7, head: { sha: "c".repeat(40) } },
    );
    const result = await step({ path: "", result: "out/genoscan.json" }, { event: completed() });
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain("`null_resource.r0`");
    expect(result.outputs["exit-code"]).toBe("1");
  });

  it("no pull request is written to that is not at the commit of the run", async () => {
    write(["other"]);
    server.pulls.push({ number: 7, head: { sha: "d".repeat(40) } });
    const { summary } = await step({}, { event: completed() });
    expect(server.sent("POST")).toEqual([]);
    expect(summary).toContain("1 finding");
  });

  it("pull_request_target is warned of", async () => {
    write(["team"]);
    const event = { name: "pull_request_target", payload: { pull_request: { number: 7 } } };
    expect((await step({}, { event })).log).toContain("never check out the head of a pull request there");
  });
});

describe("what is known", () => {
  it("a committed baseline: known findings are folded, and only new ones fail the step", async () => {
    write(["other"]);
    const { outputs } = await step({ format: "json", output: "out" });
    const { verdicts, tool } = JSON.parse(readFileSync(outputs["report-file"]!, "utf8")) as {
      verdicts: Record<string, unknown>[];
      tool: Record<string, unknown>;
    };
    const findings = verdicts
      .filter(({ verdict }) => verdict === "fail")
      .map(({ rule, title, severity, verdict, fingerprint }) => ({
        rule,
        title,
        severity,
        verdict,
        address: "null_resource.r0",
        fingerprint,
      }));
    writeFileSync(
      join(workspace, "known.json"),
      JSON.stringify({
        schemaVersion: "1",
        tool: { version: tool["version"], rulesetDigest: tool["rulesetDigest"] },
        findings,
      }),
    );
    const known = await step({ baseline: "known.json" });
    expect(known.code).toBe(0);
    expect(known.outputs).toMatchObject({ findings: "1", "new-findings": "0", high: "0", "exit-code": "0" });
    write(["other", "other"]);
    const fresh = await step({ baseline: "known.json" });
    expect(fresh.outputs).toMatchObject({ findings: "2", "new-findings": "1", high: "1", "exit-code": "1" });
    const [shown = "", folded = ""] = bodies()[0]?.split("<details><summary>1 known finding") ?? [];
    expect(shown).toContain("`null_resource.r1`");
    expect(shown).not.toContain("`null_resource.r0`");
    expect(folded).toContain("`null_resource.r0`");
  });

  it("the result of the base branch does the same", async () => {
    write(["other", null]);
    await step({ format: "json", output: "base" });
    write(["other", null, "other"]);
    const { outputs } = await step({ "base-result": "base/genoscan.json" });
    expect(outputs).toMatchObject({ findings: "2", "new-findings": "1", unknown: "0", "exit-code": "1" });
  });

  it("without a result of the base branch everything is new, which is told", async () => {
    write(["other"]);
    const { outputs, commands } = await step({ "base-result": "base/genoscan.json" });
    expect(outputs["new-findings"]).toBe("1");
    expect(commands).toContainEqual([
      "notice",
      "title=genoscan",
      "there is no base/genoscan.json, so every finding counts as new",
    ]);
  });
});

describe("wrong use", () => {
  it.each([
    [
      "a word that is none",
      { "fail-on": "hihg" },
      'input fail-on must be one of critical, high, medium, low, none, not "hihg"; did you mean "high"?',
    ],
    ["a format that is none", { format: "sarif, pdf" }, "input format must be one of"],
    ["two ways to say what is known", { baseline: "a", "base-result": "b" }, "name one of them"],
    ["a result that is none", { result: "plan.json" }, "this is a Terraform plan, and no result of a scan"],
    ["a configuration that is not there", { config: "nowhere.yaml" }, "there is no such file"],
    ["standard input", { result: "-" }, "a step of a workflow has no standard input"],
  ])("%s fails the step with exit code 2 and says why", async (_, inputs, sentence) => {
    write(["team"]);
    const { code, outputs, log } = await step(inputs);
    expect(code).toBe(1);
    expect(outputs).toEqual({ "exit-code": "2" });
    expect(log).toContain(sentence);
    expect(log).not.toContain("defect");
    expect(server.received).toEqual([]);
  });
});

describe("strangers' names", () => {
  const hostile = [
    ...HOSTILE,
    "=cmd|'/C calc'!A0",
    "%0A::error::pwned",
    "\n::set-output name=a::b",
    "```\n# x",
    "</details>",
    "-->",
  ];

  it("command nothing in the log, the comment, the summary and the files", async () => {
    const plan = planOf(["other"]) as { resource_changes: { address: string; change: { after: unknown } }[] };
    const [first] = plan.resource_changes;
    plan.resource_changes = hostile.map((name) => ({
      ...first!,
      address: `null_resource.r[${JSON.stringify(name)}]`,
      change: { ...first!.change, after: { triggers: { owner: name } } },
    }));
    writeFileSync(join(workspace, "plan.json"), JSON.stringify(plan));
    const result = await step({ format: "sarif, text, markdown, junit, csv, manifest" });
    expect(result.outputs["new-findings"]).toBe(String(hostile.length));
    expect(new Set(namesOf(result))).toEqual(new Set(["group", "endgroup", "error", "notice"]));
    expect(result.log.match(/^::/gm)?.length).toBe(result.commands.length);
    expect(result.log).not.toContain("##[");
    expect(result.log).not.toMatch(/[^\P{C}\n\r]/u);
    for (const page of [bodies()[0] ?? "", result.summary]) {
      const found = await findMarkup(page.replace(`${MARKER}\n`, ""));
      expect(found).toEqual([]);
    }
    expect(Object.keys(result.outputs)).toHaveLength(11);
  });

  it("secrets that are marked as such are nowhere", async () => {
    cpSync("fixtures/terraform-state/sensitive-values", workspace, { recursive: true });
    const { log, summary, outputs } = await step({ path: ".", format: "sarif, json, text, csv" });
    const reports = join(outputs["sarif-file"]!, "..");
    const files = readdirSync(reports).map((name) => readFileSync(join(reports, name), "utf8"));
    const shown = [log, summary, ...bodies(), ...files].join("");
    expect(shown.length).toBeGreaterThan(5000);
    expect(shown).not.toContain("canary");
  });
});

describe("the flawed stack", () => {
  it("fits into GitHub's limits, the worst first, and says what is left out", async () => {
    cpSync(FLAWED, workspace, { recursive: true });
    const result = await step({ format: "sarif" });
    const errors = result.commands.filter(([name, properties]) => name === "error" && properties !== "");
    const warnings = result.commands.filter(([name]) => name === "warning");
    expect([errors.length, warnings.length]).toEqual([9, 9]);
    expect(errors[0]?.[1]).toMatch(/^title=critical%3A .*,file=[\w/.-]+\.tf,line=\d+,col=\d+$/);
    expect(errors.every(([, properties]) => properties.includes("title=critical"))).toBe(true);
    expect(
      result.commands.some(
        ([name, , message]) =>
          name === "notice" && message.includes("more findings: GitHub shows ten errors"),
      ),
    ).toBe(true);
    expect(Buffer.byteLength(bodies()[0] ?? "")).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1_048_576);
    expect(bodies()[0]).toContain(`](https://github.example/octo/platform/blob/${COMMIT}/flaws-ledger.tf#L`);
    const { critical = 0, high = 0, medium = 0, low = 0, findings } = result.outputs;
    expect(Number(critical) + Number(high) + Number(medium) + Number(low)).toBe(Number(findings));
  });

  it("marks nothing and says nothing when it is asked not to", async () => {
    cpSync(FLAWED, workspace, { recursive: true });
    const result = await step({
      annotations: "false",
      summary: "false",
      comment: "never",
      "fail-on": "none",
    });
    expect(result.code).toBe(0);
    expect(namesOf(result)).toEqual(["group", "endgroup"]);
    expect(result.summary).toBe("");
    expect(server.received).toEqual([]);
  });
});

describe("action.yml", () => {
  const action = parse(readFileSync("action.yml", "utf8")) as {
    inputs: Record<string, { description: string; default?: string }>;
    outputs: Record<string, unknown>;
    runs: { using: string; main: string };
  };

  it("names the inputs that the code reads and the outputs that it writes", async () => {
    const code = readFileSync("src/action/action-inputs.ts", "utf8");
    const read = [...code.matchAll(/(?:getInput|said|lines|words?|flag)\(\s*"([\w-]+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(read)).toEqual(new Set(Object.keys(action.inputs)));
    write(["team"]);
    expect(new Set(Object.keys((await step()).outputs))).toEqual(new Set(Object.keys(action.outputs)));
  });

  it("has its inputs and outputs in the guide", () => {
    const guide = readFileSync("docs/github-action.md", "utf8");
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it("runs on the Node of GitHub's runner, from a file that the build makes", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/action/index.mjs" });
    expect(existsSync(join(built, "index.mjs"))).toBe(true);
  });

  it("has the same bytes wherever it is built", async () => {
    const other = mkdtempSync(join(tmpdir(), "genoscan-action-again-"));
    await buildInto(other);
    const filesOf = (from: string) =>
      readdirSync(from, { recursive: true, encoding: "utf8", withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(from.length))
        .sort();
    expect(filesOf(other)).toEqual(filesOf(built));
    expect(
      filesOf(other).filter((name) => !readFileSync(other + name).equals(readFileSync(built + name))),
    ).toEqual([]);
    rmSync(other, { recursive: true });
  }, 120_000);
});
