import { expect, it } from "vitest";
import { frameworkCoverage } from "../../src/commands/framework-coverage.ts";
import type { Ruleset } from "../../src/ruleset/ruleset.ts";

const control = (id: string, evidence: "technical" | "partial" | "live" | "manual") => ({ id, evidence });

it("a control is covered before a deployment only when a rule is evidence for it", () => {
  const ruleset = {
    rules: [
      { controls: [{ framework: "aws-config", id: "a" }] },
      { controls: [{ framework: "hipaa", id: "b" }] },
    ],
    controls: {
      "aws-config": {
        controls: [
          control("a", "technical"),
          control("b", "partial"),
          control("c", "live"),
          control("d", "manual"),
          { ...control("e", "technical"), withoutRule: "the service is retired" },
        ],
      },
    },
  } as unknown as Ruleset;
  expect(frameworkCoverage(ruleset, "aws-config")).toEqual({
    beforeDeployment: 1,
    liveOnly: 1,
    manual: 1,
    withoutRule: 1,
    notCovered: 1,
    controls: 5,
  });
});
