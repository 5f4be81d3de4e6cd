import { describe, expect, it } from "vitest";
import { scanFile, verdictsByKey } from "../../scan-file.ts";

/** What an applied stack settles that a plan leaves open, and the other way round, is no contradiction. */
function contradictions(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  return [...one].flatMap(([key, verdict]) => {
    const others = other.get(key);
    const decided = [verdict, others].every((word) => word === "pass" || word === "fail");
    return decided && verdict !== others ? [`${key}: ${verdict} and ${String(others)}`] : [];
  });
}

/** Verdicts about the place itself stand at a provider configuration, which only the raw state names. */
function withoutDeployments(verdicts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...verdicts].filter(([key]) => !key.includes(" provider[")));
}

describe.each(["genomics-sound", "genomics-flawed"])("%s", (stack) => {
  const config = `fixtures/terraform-plan/${stack}/genoscan.yaml`;
  const plan = verdictsByKey(scanFile(`fixtures/terraform-plan/${stack}/plan.json`, config));
  const raw = verdictsByKey(scanFile(`fixtures/terraform-state/${stack}/terraform.tfstate`, config));
  const shown = verdictsByKey(scanFile(`fixtures/terraform-state/${stack}/state.json`, config));

  it("the state never says pass where its plan says fail, or fail where it says pass", () => {
    expect(contradictions(plan, raw)).toEqual([]);
    expect(contradictions(plan, shown)).toEqual([]);
  });

  it("both forms of a state say the same, but for what lies in an account that only one of them tells", () => {
    const here = withoutDeployments(raw);
    const there = withoutDeployments(shown);
    expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
    const different = [...here].filter(([key, verdict]) => there.get(key) !== verdict);
    expect(different.every(([key]) => there.get(key) === "unknown")).toBe(true);
    expect(different.length).toBeLessThan(30);
  });

  it("the state decides all that the plan decides, and leaves no more open", () => {
    const decided = [...plan].filter(([, verdict]) => verdict !== "unknown");
    const kept = decided.filter(([key]) => ["pass", "fail"].includes(raw.get(key) ?? ""));
    expect(kept.length / decided.length).toBe(1);
    const open = [...raw].filter(([, verdict]) => verdict === "unknown");
    expect(open.length).toBeLessThanOrEqual([...plan].filter(([, verdict]) => verdict === "unknown").length);
  });
});
