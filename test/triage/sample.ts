import { ResourceGraph } from "../../src/model/resource-graph.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { ValueMap } from "../../src/model/value.ts";
import type { Evidence, Outcome, Verdict } from "../../src/model/verdict.ts";
import type { Rule } from "../../src/ruleset/rule.ts";
import type { ScanOutcome } from "../../src/triage/build-result.ts";

export function resource(address: string, properties: ValueMap = {}, more: Partial<Resource> = {}): Resource {
  return {
    id: address,
    address,
    type: "AWS::S3::Bucket",
    properties,
    declared: "here",
    identifiers: [],
    ...more,
  };
}

export function rule(id: string, more: Partial<Rule> = {}): Rule {
  const never = () => ({ truth: true, evidence: [], reasons: [] }) as const;
  return {
    id,
    title: `What ${id} says is true`,
    severity: "high",
    controls: [{ framework: "genomics", id: "GEN-1" }],
    description: "Why it matters.",
    params: [],
    types: ["AWS::S3::Bucket"],
    scope: "resource",
    where: undefined,
    assert: never,
    message: "{address} of type {type} is wrong",
    unknownMessage: undefined,
    remediation: { text: "Put it right." },
    references: [],
    ...more,
  };
}

export function verdict(
  ruleId: string,
  outcome: Outcome,
  of: Resource | undefined,
  evidence: readonly Omit<Evidence, "resource">[] = [],
  reasons: readonly string[] = [],
): Verdict {
  const own = of ?? resource("none");
  return {
    ruleId,
    outcome,
    resource: of,
    evidence: evidence.map((item) => ({ resource: own, ...item })),
    reasons,
  };
}

export function outcome(more: Partial<ScanOutcome> & Pick<ScanOutcome, "verdicts" | "rules">): ScanOutcome {
  const resources = new Set(more.verdicts.flatMap(({ resource: own }) => own ?? []));
  return {
    version: "1.2.3",
    rulesetDigest: "d",
    inputs: [{ path: "plan.json", source: "terraform-plan", sha256: "abc", resources: 2, status: "read" }],
    diagnostics: [],
    gaps: [],
    graph: new ResourceGraph([...resources]),
    controls: [{ framework: "genomics", id: "GEN-1", title: "One", evidence: "technical" }],
    notApplicable: 0,
    waivers: [],
    annotations: [],
    waiverLimit: { maxDays: 365, latest: "2027-06-01" },
    knownRules: new Set(more.rules.map(({ id }) => id)),
    showsPasses: true,
    today: "2026-06-01",
    ...more,
  };
}
