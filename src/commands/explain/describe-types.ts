import { typeList } from "../../ruleset/clause.ts";
import type { RuleDocument } from "../../ruleset/rule-document.ts";
import { awsccLens, awsccTypes } from "../../sources/terraform/awscc-lens.ts";
import { writtenLenses } from "../../sources/terraform/lens-index.ts";
import type { Lens } from "../../sources/terraform/lens.ts";

/** The resource types that a rule is about, and the Terraform types whose attributes they are read from. */
export function describeTypes(rule: RuleDocument): readonly string[] {
  const lenses = [...writtenLenses(), ...awsccTypes().flatMap((type) => awsccLens(type) ?? [])];
  const types = typeList(rule.select.type).map((type) => {
    const written = lenses.filter((lens) => gives(lens, type)).map((lens) => lens.type);
    return written.length === 0 ? type : `${type}: in Terraform ${written.join(", ")}`;
  });
  return rule.select.scope === "graph" ? ["the input as a whole, when it holds one of:", ...types] : types;
}

function gives({ canonical, variants, expand }: Lens, type: string): boolean {
  const types = [
    canonical,
    ...Object.values(variants?.types ?? {}),
    ...(expand ?? []).map((block) => block.canonical),
  ];
  return types.includes(type);
}
