/** The words of the rule language, as `schemas/rule.schema.json` admits them. */
export type Clause =
  | { readonly all: readonly Clause[] }
  | { readonly any: readonly Clause[] }
  | { readonly not: Clause }
  | { readonly at: string; readonly schema: unknown }
  | { readonly at: string; readonly absent: boolean }
  | { readonly each: Quantified }
  | { readonly some: Quantified }
  | { readonly related: RelatedThrough | RelatedFrom }
  | { readonly exists: { readonly type: string | readonly string[]; readonly where?: Clause } }
  | { readonly compare: { readonly at: string; readonly is: Relation; readonly to: string } };

export interface Quantified {
  readonly at: string;
  readonly where?: Clause;
  readonly assert: Clause;
}

export interface RelatedThrough {
  readonly through: string;
  readonly type?: string | readonly string[];
  readonly assert?: Clause;
}

export interface RelatedFrom {
  readonly from: { readonly type: string | readonly string[]; readonly at: string };
  readonly assert?: Clause;
}

export type Relation = "equal" | "different" | "less" | "at-most" | "more" | "at-least";

export function typeList(type: string | readonly string[]): readonly string[] {
  return typeof type === "string" ? [type] : type;
}
