import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ControlCatalogueDocument } from "../../src/ruleset/control-catalogue-document.ts";
import { frameworkCoverage } from "../../src/commands/framework-coverage.ts";
import { FRAMEWORKS } from "../../src/model/framework.ts";
import type { Ruleset } from "../../src/ruleset/ruleset.ts";
import { RULES } from "./all-rules.ts";

function catalogue(framework: string): ControlCatalogueDocument["controls"] {
  const text = readFileSync(`rules/controls/${framework}.yaml`, "utf8");
  return (parse(text) as ControlCatalogueDocument).controls;
}

const pack = catalogue("aws-config");

const citations = new Map(pack.map(({ id, hipaa = [] }) => [id, hipaa]));

describe("rules that stand for an AWS Config rule", () => {
  const citing = RULES.filter(({ rule }) => rule.controls["aws-config"] !== undefined);

  it.each(citing)("$path cites HIPAA where the sources agree on it", ({ rule }) => {
    const agreed = (rule.controls["aws-config"] ?? []).flatMap((id) => citations.get(id) ?? []);
    expect(rule.controls.hipaa ?? []).toEqual(expect.arrayContaining(agreed));
  });

  it.each(citing)("$path names none that only a running account or a person can answer", ({ rule }) => {
    const evidence = new Map(pack.map((control) => [control.id, control.evidence]));
    for (const id of rule.controls["aws-config"] ?? []) {
      expect(["technical", "partial"]).toContain(evidence.get(id));
    }
  });
});

describe("rules that stand for an Azure policy", () => {
  const policies = new Map(catalogue("azure-policy").map((policy) => [policy.id, policy]));
  const isScanned = new Map(
    catalogue("hitrust").map(({ id, evidence }) => [id, evidence === "technical" || evidence === "partial"]),
  );
  const citing = RULES.filter(({ rule }) => rule.controls["azure-policy"] !== undefined);

  it.each(citing)("$path cites HITRUST where Microsoft maps the policy to it", ({ rule }) => {
    const mapped = (rule.controls["azure-policy"] ?? []).flatMap((id) => policies.get(id)?.hitrust ?? []);
    expect(rule.controls.hitrust ?? []).toEqual(
      expect.arrayContaining(mapped.filter((id) => isScanned.get(id))),
    );
  });

  it.each(citing)("$path names none that a template cannot decide", ({ rule }) => {
    for (const id of rule.controls["azure-policy"] ?? []) {
      expect(["technical", "partial"]).toContain(policies.get(id)?.evidence);
    }
  });
});

describe("every framework", () => {
  const rules = RULES.map(({ rule }) => ({
    controls: Object.entries(rule.controls).flatMap(([framework, ids]) =>
      ids.map((id) => ({ framework, id })),
    ),
  }));
  const controls = Object.fromEntries(FRAMEWORKS.map((name) => [name, { controls: catalogue(name) }]));
  const ruleset = { rules, controls } as unknown as Ruleset;

  it.each(FRAMEWORKS)(
    "%s has a rule, or a reason, for each control that configuration shows",
    (framework) => {
      expect(frameworkCoverage(ruleset, framework).notCovered).toBe(0);
    },
  );

  it.each(FRAMEWORKS)("%s gives no reason where there is a rule", (framework) => {
    const cited = new Set(
      rules.flatMap((rule) => rule.controls.map((control) => `${control.framework} ${control.id}`)),
    );
    const both = catalogue(framework).filter(
      ({ id, withoutRule }) => withoutRule !== undefined && cited.has(`${framework} ${id}`),
    );
    expect(both.map(({ id }) => id)).toEqual([]);
  });
});
