import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ResultDocument } from "../../../src/model/result-document.ts";

const FOLDER = "fixtures/terraform-plan";

/** Their plans hold another state of things than their folders: changes of a state, a part, an error, other providers. */
const NOT_COMPARABLE = new Set(["destroy-only", "replace-and-move", "targeted", "errored", "import-block"]);

/** Everything with both a plan and a folder; the stacks have their files in folders of their own. */
const SCENARIOS = readdirSync(FOLDER).filter(
  (name) =>
    existsSync(`${FOLDER}/${name}/plan.json`) &&
    readdirSync(`${FOLDER}/${name}`).some((file) => file.endsWith(".tf")) &&
    !NOT_COMPARABLE.has(name),
);

/** What only the code shows: a text in a list that its plan knows as a whole after the apply alone. */
const ONLY_IN_CODE = new Set(["aws-vpc-compute-internet aws_instance.text"]);

const shares: string[] = [];
// oxlint-disable-next-line eslint/no-console -- how much a folder decides is what this file is about
afterAll(() => console.log(`decided by the folder as by its plan: ${shares.join(", ")}`));

function scan(input: string): ReadonlyMap<string, string> {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["dist/cli.js", input, "-f", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status === null || status === 2) throw new Error(`${input}: ${stderr}`);
  const { verdicts } = JSON.parse(stdout) as ResultDocument;
  return new Map(
    verdicts.map(({ rule, resource, verdict }) => [`${rule} ${resource?.address ?? ""}`, verdict]),
  );
}

/** A plan that lies in no folder of a configuration. */
function scanAlone(scenario: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-"));
  for (const name of ["plan.json", "genoscan.yaml"]) {
    const path = `${FOLDER}/${scenario}/${name}`;
    if (existsSync(path)) cpSync(path, join(folder, name));
  }
  const verdicts = scan(join(folder, "plan.json"));
  rmSync(folder, { recursive: true });
  return verdicts;
}

describe.each(SCENARIOS)("the folder of %s", (scenario) => {
  const planned = scan(`${FOLDER}/${scenario}/plan.json`);
  const written = scan(`${FOLDER}/${scenario}`);

  const alone = scanAlone(scenario);
  const isUnknown = (verdict: string | undefined): boolean => verdict === undefined || verdict === "unknown";

  it("changes nothing that its plan decides", () => {
    const decided = [...alone].filter(([key, verdict]) => !isUnknown(verdict) && !ONLY_IN_CODE.has(key));
    expect(decided.filter(([key, verdict]) => planned.get(key) !== verdict)).toEqual([]);
    expect([...planned.keys()].filter((key) => !alone.has(key))).toEqual([]);
  });

  it("leaves nothing open with its plan but what neither decides", () => {
    const open = [...planned].filter(([key, verdict]) => isUnknown(verdict) && !ONLY_IN_CODE.has(key));
    expect(open.filter(([key]) => !isUnknown(alone.get(key)) || !isUnknown(written.get(key)))).toEqual([]);
  });

  it("contradicts no verdict of its plan", () => {
    const contradictions = [...planned].filter(([key, verdict]) => {
      const other = written.get(key);
      return verdict !== "unknown" && other !== undefined && other !== "unknown" && other !== verdict;
    });
    expect(contradictions).toEqual([]);
  });

  it("decides what the plan decides, nearly always", () => {
    const decided = [...planned].filter(([, verdict]) => verdict !== "unknown");
    const also = decided.filter(([key, verdict]) => written.get(key) === verdict);
    shares.push(`${scenario} ${String(also.length)} of ${String(decided.length)}`);
    expect(also.length / Math.max(1, decided.length)).toBeGreaterThan(0.9);
  });
});
