import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import type { Resource } from "../../src/model/resource.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";
import { loadManifest } from "../sources/kubernetes/load-manifest.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "./all-rules.ts";

const OURS = RULES.filter(({ path }) => path.startsWith("rules/kubernetes/"));

function failed(rule: RuleDocument, resources: readonly Resource[]): readonly unknown[] {
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  return evaluate(graph, [compileRule(rule, bindParameters(PARAMETERS, {}))])
    .verdicts.filter(({ outcome }) => outcome === "fail")
    .map(({ resource, evidence }) => [resource?.address, evidence.map(({ pointer }) => pointer)]);
}

describe("what a rule says to paste into a manifest", () => {
  it.each(OURS)("$path: is legal, and the rule does not fail it", async ({ rule }) => {
    const { resources, gaps } = await loadManifest(rule.remediation.kubernetes ?? "");
    expect(gaps).toEqual([]);
    expect(resources.length).toBeGreaterThan(0);
    expect(failed(rule, resources)).toEqual([]);
  });
});
