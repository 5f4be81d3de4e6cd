import { addFacts } from "../facts/add-facts.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import type { Outcome } from "../model/verdict.ts";
import type { Clause } from "../ruleset/clause.ts";
import { exampleGraph } from "../ruleset/example-graph.ts";
import type { ExampleInput } from "../ruleset/example-graph.ts";
import { ALWAYS, NEVER, leavesOf } from "../ruleset/leaves.ts";
import type { Rule } from "../ruleset/rule.ts";
import { evaluate } from "./evaluate.ts";

/** What of a rule document the proof needs. */
export interface ProvableRule {
  readonly select: { readonly where?: Clause };
  readonly assert: Clause;
  readonly examples: readonly ProvableExample[];
}

export interface ProvableExample extends ExampleInput {
  readonly name: string;
  readonly verdict: Outcome;
  readonly of?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly settings?: Partial<
    Pick<Settings, "clinics" | "account" | "trustedAccounts" | "organizations" | "customerManagedKeys">
  >;
}

export interface Proof {
  /** Examples whose verdict is not the one that they state. */
  readonly wrong: readonly {
    readonly example: string;
    readonly expected: Outcome;
    readonly actual: Outcome;
  }[];
  /** Leaves that no example proves: replaced by true or by false, every verdict stays as it is. */
  readonly unproved: readonly { readonly leaf: string; readonly by: "true" | "false" }[];
}

/** Compiles a rule document with the given clauses and parameters. */
export type CompileRule<T extends ProvableRule> = (
  document: T,
  params: Readonly<Record<string, unknown>>,
) => Rule;

/** Runs the examples of a rule, and proves every leaf: some example changes its verdict when the leaf is replaced. */
export function proveRule<T extends ProvableRule>(
  document: T,
  compile: CompileRule<T>,
  settings: Settings,
): Proof {
  const prepared = document.examples.map((example) => ({
    example,
    graph: addFacts(exampleGraph(example), { ...settings, ...example.settings }),
  }));
  const run = (changed: T): readonly Outcome[] =>
    prepared.map(({ example, graph }) => outcomeOf(compile(changed, example.params ?? {}), graph, example));
  const actual = run(document);
  const wrong = document.examples.flatMap(({ name, verdict }, index) => {
    const got = actual[index] ?? "not-applicable";
    return got === verdict ? [] : [{ example: name, expected: verdict, actual: got }];
  });
  const unproved = variants(document).flatMap(({ leaf, by, changed }) => {
    const outcomes = run(changed);
    return outcomes.some((outcome, index) => outcome !== actual[index]) ? [] : [{ leaf, by }];
  });
  return { wrong, unproved };
}

interface Variant<T> {
  readonly leaf: string;
  readonly by: "true" | "false";
  readonly changed: T;
}

function variants<T extends ProvableRule>(document: T): readonly Variant<T>[] {
  const { where } = document.select;
  const inWhere =
    where === undefined
      ? []
      : leavesOf(where).map((leaf) => ({
          text: leaf.text,
          change: (by: Clause): T => ({
            ...document,
            select: { ...document.select, where: leaf.replace(by) },
          }),
        }));
  const inAssert = leavesOf(document.assert).map((leaf) => ({
    text: leaf.text,
    change: (by: Clause): T => ({ ...document, assert: leaf.replace(by) }),
  }));
  return [...inWhere, ...inAssert].flatMap(({ text, change }) => [
    { leaf: text, by: "true", changed: change(ALWAYS) },
    { leaf: text, by: "false", changed: change(NEVER) },
  ]);
}

function outcomeOf(rule: Rule, graph: ResourceGraph, example: ProvableExample): Outcome {
  const { verdicts } = evaluate(graph, [rule]);
  if (rule.scope === "graph") return verdicts[0]?.outcome ?? "not-applicable";
  const address = example.of ?? example.resources[0]?.address;
  return verdicts.find(({ resource }) => resource?.address === address)?.outcome ?? "not-applicable";
}
