import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../../src/model/result-document.ts";

const FOLDER = "fixtures/terraform-plan";

/** Their plans hold another state of things than their folders: changes of a state, a part, an error, other providers. */
const NOT_COMPARABLE = new Set(["destroy-only", "replace-and-move", "targeted", "errored", "import-block"]);

const SCENARIOS = readdirSync(FOLDER).filter(
  (name) =>
    existsSync(`${FOLDER}/${name}/plan.json`) &&
    existsSync(`${FOLDER}/${name}/main.tf`) &&
    !NOT_COMPARABLE.has(name),
);

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

describe.each([...SCENARIOS, "genomics-sound", "genomics-flawed"])("the folder of %s", (scenario) => {
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
    expect(also.length / Math.max(1, decided.length)).toBeGreaterThan(0.9);
  });
});
