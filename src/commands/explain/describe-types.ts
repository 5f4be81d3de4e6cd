import { typeList } from "../../ruleset/clause.ts";
import type { RuleDocument } from "../../ruleset/rule-document.ts";
import type { Lens } from "../../sources/terraform/lens.ts";

/** The resource types that a rule is about, and the Terraform types whose attributes they are read from. */
export async function describeTypes(rule: RuleDocument): Promise<readonly string[]> {
  const [{ LENSES }, { awsccLens, awsccTypes }] = await Promise.all([
    import("../../sources/terraform/lens-index.ts"),
    import("../../sources/terraform/awscc-lens.ts"),
  ]);
  const lenses = [...LENSES, ...awsccTypes().flatMap((type) => awsccLens(type) ?? [])];
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
