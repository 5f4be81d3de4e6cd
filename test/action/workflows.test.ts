import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const OURS = ["./", "genoscan/genoscan@COMMIT"];
const FILES = [
  ".github/workflows/ci.yml",
  ...readdirSync("docs/workflows")
    .filter((name) => name !== "gitlab-ci.yml")
    .map((name) => `docs/workflows/${name}`),
];
const action = parse(readFileSync("action.yml", "utf8")) as { inputs: object };

describe.each(FILES)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it("pins what it uses by commit, with the version beside it", () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map(([, name = ""]) => name);
    const others = used.filter((name) => !OURS.some((own) => name.startsWith(own)));
    expect(used.length).toBeGreaterThan(1);
    expect(
      others.filter((name) => !/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name)),
    ).toEqual([]);
  });

  it("names its permissions, and checks nothing of a stranger out beside a token that may write", () => {
    expect(Object.keys(workflow.permissions).length).toBeGreaterThan(0);
    expect(text).not.toContain("pull_request_target");
    const mayWrite = text.includes("workflow_run:");
    expect(mayWrite && steps.some(({ uses }) => uses?.startsWith("actions/checkout@"))).toBe(false);
  });

  it("pastes nothing that a stranger can write into a shell", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });

  it("gives the action inputs that it has", () => {
    const own = steps.filter(({ uses }) => OURS.some((name) => uses?.startsWith(name)));
    expect(own.length).toBeGreaterThan(0);
    const known = Object.keys(action.inputs);
    expect(
      own.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !known.includes(name)),
    ).toEqual([]);
  });
});

it("the guide links to every workflow, and uses the commits that they use", () => {
  const guide = readFileSync("docs/github-action.md", "utf8");
  for (const name of readdirSync("docs/workflows")) expect(guide).toContain(`(workflows/${name})`);
  const all = FILES.map((file) => readFileSync(file, "utf8")).join("");
  for (const [, pinned = ""] of guide.matchAll(/uses: (\S+@[0-9a-f]{40})/g)) expect(all).toContain(pinned);
});
