import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { formatPointer } from "../../src/model/pointer.ts";
import type { PointerTokens } from "../../src/model/pointer.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { exampleGraph } from "../../src/ruleset/example-graph.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "../rules/all-rules.ts";

/**
 * The promise that everything else rests on: a verdict of pass or fail on a partly known resource is the verdict on
 * every completion of it. Turned round: hiding parts of a resource may make its verdict unknown, and never another one.
 * So it is when a part is hidden among choices that it is one of.
 * Tags and labels are left alone, because what a resource is for is told by those that are known.
 */
describe.each(RULES)("$path", ({ rule }) => {
  const settled = rule.examples.filter(({ verdict }) => verdict !== "unknown");
  const places = placesByType(rule);

  it.each(settled)("keeps or loses its verdict when parts are hidden: $name", (example) => {
    const sites = example.resources.flatMap((resource, index) =>
      (places.get(resource.type) ?? []).map((tokens) => ({ index, tokens })),
    );
    fc.assert(
      fc.property(
        fc.subarray(sites, { minLength: Math.min(1, sites.length), maxLength: Math.min(4, sites.length) }),
        fc.boolean(),
        (hidden, isAmongChoices) => {
          const masked = structuredClone(example);
          for (const { index, tokens } of hidden) {
            const resource = masked.resources[index];
            hide(resource, tokens, isAmongChoices ? scalarsOf(rule, resource?.type, tokens) : []);
          }
          const outcome = outcomeOf(rule, masked);
          const told = hidden.map(
            ({ index, tokens }) => `${example.resources[index]?.address ?? ""}${formatPointer(tokens)}`,
          );
          expect([example.verdict, "unknown"], `hidden: ${told.join(", ")}`).toContain(outcome);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

type Example = RuleDocument["examples"][number];

function outcomeOf(rule: RuleDocument, example: Example): string {
  const settings = { ...DEFAULT_SETTINGS, ...example.settings };
  const graph = addFacts(exampleGraph(example), settings);
  const { verdicts } = evaluate(graph, [compileRule(rule, bindParameters(PARAMETERS, example.params ?? {}))]);
  if (rule.select.scope === "graph") return verdicts[0]?.outcome ?? "not-applicable";
  const address = example.of ?? example.resources[0]?.address;
  return verdicts.find(({ resource }) => resource?.address === address)?.outcome ?? "not-applicable";
}

/** Every place that some example of the rule fills, by type: what is absent in one example may be hidden there too. */
function placesByType(rule: RuleDocument): ReadonlyMap<string, readonly PointerTokens[]> {
  const places = new Map<string, Map<string, PointerTokens>>();
  for (const { type, properties } of rule.examples.flatMap(({ resources }) => resources)) {
    const known = places.get(type) ?? new Map<string, PointerTokens>();
    for (const tokens of placesIn(properties ?? {}, [])) known.set(formatPointer(tokens), tokens);
    places.set(type, known);
  }
  return new Map([...places].map(([type, known]) => [type, [...known.values()]]));
}

function placesIn(value: unknown, path: PointerTokens): readonly PointerTokens[] {
  if (typeof value !== "object" || value === null) return [];
  if (Object.keys(value).some((key) => key.startsWith("$"))) return [];
  return Object.entries(value)
    .filter(([key]) => !isTags([...path, key]))
    .flatMap(([key, part]) => {
      const inner = placesIn(part, [...path, key]);
      return holdsLabels(key, part, path) ? inner : [[...path, key], ...inner];
    });
}

function isTags(path: PointerTokens): boolean {
  return /^\/(?:Tags|TagSpecifications|metadata\/labels)$/.test(formatPointer(path));
}

/** The labels of an object of Kubernetes go with its metadata. */
function holdsLabels(key: string, part: unknown, path: PointerTokens): boolean {
  return path.length === 0 && key === "metadata" && typeof part === "object";
}

/** What the examples of a rule have at one place of a type, as far as it is no list or object. */
function scalarsOf(rule: RuleDocument, type: string | undefined, tokens: PointerTokens): readonly unknown[] {
  const resources = rule.examples.flatMap((example) => example.resources).filter((one) => one.type === type);
  return resources.map(({ properties }) => partAt(properties, tokens)).filter(isScalar);
}

function partAt(value: unknown, tokens: PointerTokens): unknown {
  let current = value;
  for (const token of tokens) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string, unknown>)[token];
  }
  return current;
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== "object";
}

/** A scalar is one of the choices, when there are some; everything else is not known at all. */
function hide(
  resource: { properties?: unknown } | undefined,
  tokens: PointerTokens,
  others: readonly unknown[],
): void {
  const parent = partAt(resource?.properties, tokens.slice(0, -1));
  const last = tokens.at(-1);
  if (last === undefined || typeof parent !== "object" || parent === null || "$unknown" in parent) return;
  if (Array.isArray(parent) && Number(last) > parent.length) return;
  const own = (parent as Record<string, unknown>)[last];
  const choices = isScalar(own) ? [...new Set([own, ...others])] : [];
  (parent as Record<string, unknown>)[last] = {
    $unknown: "hidden by the test",
    ...(others.length > 0 && choices.length > 1 && { choices }),
  };
}
