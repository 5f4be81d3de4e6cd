import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ControlCatalogueDocument } from "../../src/ruleset/control-catalogue-document.ts";
import { RULES } from "./all-rules.ts";

const { controls: pack } = parse(
  readFileSync("rules/controls/aws-config.yaml", "utf8"),
) as ControlCatalogueDocument;

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
