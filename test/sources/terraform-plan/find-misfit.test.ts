import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceError } from "../../../src/model/errors.ts";
import { findMisfit } from "../../../src/sources/terraform-plan/find-misfit.ts";
import { terraformPlan } from "../../../src/sources/terraform-plan/index.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const SCENARIOS = readdirSync("fixtures/terraform-plan", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function readPlan(scenario: string): unknown {
  return JSON.parse(readFileSync(`fixtures/terraform-plan/${scenario}/plan.json`, "utf8"));
}

/** The plan with something else at a path such as `configuration.root_module.resources.0`; removed for `undefined`. */
function changed(plan: unknown, path: string, value: unknown): unknown {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let parent = plan;
  for (const key of keys) parent = (parent as Record<string, unknown>)[key];
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<string, unknown>)[last] = value;
  return plan;
}

/** All objects and lists in it, each with one of its keys. */
function placesIn(part: unknown): readonly (readonly [object, string])[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [[part, key] as const, ...placesIn(inner)]);
}

async function problemsOf(json: unknown): Promise<readonly string[]> {
  const input = { path: "plan.json", kind: "file", text: "", digest: () => "", json } as const;
  try {
    await terraformPlan.load(input, { settings: DEFAULT_SETTINGS, idPrefix: "" });
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

describe("a plan that is not as Terraform writes it", () => {
  it.each(SCENARIOS)("has no misfit as Terraform has written it: %s", (scenario) => {
    expect(findMisfit(readPlan(scenario))).toBeUndefined();
  });

  const config = "configuration.root_module";
  it.each([
    [`${config}.resources`, {}, `${config}.resources is an object, not a list`],
    [`${config}.resources.1`, null, `${config}.resources[1] is null, not an object`],
    [`${config}.resources.1.type`, undefined, `${config}.resources[1].type is missing`],
    [`${config}.resources.1.address`, 7, `${config}.resources[1].address is a number, not text`],
    [`${config}.resources.1.expressions`, "***", `${config}.resources[1].expressions is text, not an object`],
    [
      "prior_state.values.root_module.resources.0",
      null,
      "prior_state.values.root_module.resources[0] is null, not an object",
    ],
  ])("%s as %j", (path, value, sentence) => {
    expect(findMisfit(changed(readPlan("known-data-policies"), path, value))).toBe(sentence);
  });

  it("is refused with what is wrong, where it cannot be read", async () => {
    const plan = changed(readPlan("known-data-policies"), `${config}.resources.1`, null);
    expect(await problemsOf(plan)).toEqual([
      `plan.json: ${config}.resources[1] is null, not an object; make the file again with: terraform show -json PLAN > plan.json`,
    ]);
  });

  it.each([
    [true, "is true or false, not an expression"],
    [{ references: [7] }, "references[0] is a number, not text"],
    [{ references: "***" }, "references is text, not an expression"],
    [[{ inner: 1 }], "[0].inner is a number, not an expression"],
  ])("an expression %j", async (expression, sentence) => {
    const plan = readPlan("genomics-sound") as { configuration: { root_module: { resources: object[] } } };
    const { resources } = plan.configuration.root_module;
    for (const resource of resources) {
      const { expressions = {} } = resource as { expressions?: Record<string, unknown> };
      for (const name of Object.keys(expressions)) expressions[name] = expression;
    }
    const [problem] = await problemsOf(plan);
    expect(problem).toContain(sentence);
  });

  it("is never a defect of genoscan, whatever stands anywhere in it", async () => {
    const odd = fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      0,
      "",
      "x",
      "__proto__",
      [],
      {},
      [null],
      [[]],
      { x: null },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SCENARIOS), fc.nat(), odd, async (scenario, place, value) => {
        const plan = readPlan(scenario);
        const places = placesIn(plan);
        const [parent, key] = places[place % places.length] ?? [];
        if (parent === undefined || key === undefined) return;
        if (value === undefined) Reflect.deleteProperty(parent, key);
        else Reflect.set(parent, key, structuredClone(value));
        await expect(problemsOf(plan)).resolves.toBeInstanceOf(Array);
      }),
      { numRuns: 200 },
    );
  });

  it("is told of a plan nested deeper than the stack of calls is high", () => {
    let module: object = { resources: [null] };
    for (let depth = 0; depth < 50_000; depth += 1) module = { child_modules: [module] };
    expect(findMisfit({ prior_state: { values: { root_module: module } } })).toMatch(
      /resources\[0\] is null, not an object$/,
    );
  });
});
