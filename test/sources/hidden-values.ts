import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import type { Resource } from "../../src/model/resource.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "../rules/all-rules.ts";

/** What comes from elsewhere does not stand in the code: a secret that is hidden is no less, but another case. */
const ABOUT_LITERALS = new Set([
  "aws-general-no-literal-passwords",
  "azure-key-vault-no-literal-secret",
  "kubernetes-secret-no-literal-value",
  "kubernetes-workload-no-literal-secret",
]);
const rules = RULES.filter(({ rule }) => !ABOUT_LITERALS.has(rule.id)).map(({ rule }) =>
  compileRule(rule, bindParameters(PARAMETERS, {})),
);

/** How much of an input is hidden, each with as many seeds as are asked for. */
const SHARES = [0.05, 0.2, 0.5] as const;
const SEEDS = Number(process.env["GENOSCAN_SEEDS"] ?? 1);
export const CASES = SHARES.flatMap((share) =>
  Array.from({ length: SEEDS }, (_, at) => [share, at + 1] as const),
);

/** By rule and address. */
export type Outcomes = ReadonlyMap<string, string>;

export function outcomesOf(resources: readonly Resource[]): Outcomes {
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const { verdicts } = evaluate(graph, rules);
  return new Map(
    verdicts.map(
      ({ ruleId, resource, outcome }) => [`${ruleId} ${resource?.address ?? ""}`, outcome] as const,
    ),
  );
}

/**
 * What an input says otherwise when parts of it are hidden, with those parts; it may say less. `hidden` begins with the
 * address of the resource.
 */
export function saidOtherwise(whole: Outcomes, less: Outcomes, hidden: readonly string[]): readonly string[] {
  return [...less]
    .filter(([key, outcome]) => {
      const before = whole.get(key);
      return outcome !== "unknown" && before !== "unknown" && before !== outcome;
    })
    .map(([key, outcome]) => {
      const address = key.slice(key.indexOf(" ") + 1);
      const parts = hidden.filter((place) => place.startsWith(`${address} `));
      const shown = parts.length > 0 ? parts.join(", ") : `only elsewhere: ${hidden.join(", ")}`;
      return `${key}: ${whole.get(key) ?? "not applicable"}, then ${outcome}; hidden: ${shown}`;
    });
}

/** Numbers from 0 to 1 that are the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
