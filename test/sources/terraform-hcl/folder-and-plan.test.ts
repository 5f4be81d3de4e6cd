import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
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

describe.each(SCENARIOS)("the folder of %s", (scenario) => {
  const planned = scan(`${FOLDER}/${scenario}/plan.json`);
  const written = scan(`${FOLDER}/${scenario}`);

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
