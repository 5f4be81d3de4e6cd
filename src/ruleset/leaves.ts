import type { Clause } from "./clause.ts";

/** Stand-ins for a leaf in the proof of examples: what is always true, and what is always false. */
export const ALWAYS: Clause = { all: [] };
export const NEVER: Clause = { any: [] };

/** One leaf of a clause: what it is, and the clause with something else in its place. */
export interface Leaf {
  readonly text: string;
  replace(by: Clause): Clause;
}

/** The leaves of a clause, from left to right: what decides, when every word around it is taken away. */
export function leavesOf(clause: Clause): readonly Leaf[] {
  if ("all" in clause) return ofList(clause.all, (all) => ({ all }));
  if ("any" in clause) return ofList(clause.any, (any) => ({ any }));
  if ("not" in clause) return inside(clause.not, (not) => ({ not }));
  if ("each" in clause) return ofQuantified(clause.each, (each) => ({ each }));
  if ("some" in clause) return ofQuantified(clause.some, (some) => ({ some }));
  if ("exists" in clause) {
    const { exists } = clause;
    return exists.where === undefined
      ? [leaf(clause)]
      : inside(exists.where, (where) => ({ exists: { ...exists, where } }));
  }
  if ("related" in clause) {
    const { related } = clause;
    if (related.assert === undefined) return [leaf(clause)];
    return inside(related.assert, (assert) => ({ related: { ...related, assert } }));
  }
  return [leaf(clause)];
}

function leaf(clause: Clause): Leaf {
  return { text: JSON.stringify(clause), replace: (by) => by };
}

function inside(clause: Clause, rebuild: (inner: Clause) => Clause): readonly Leaf[] {
  return leavesOf(clause).map((found) => ({ text: found.text, replace: (by) => rebuild(found.replace(by)) }));
}

function ofList(clauses: readonly Clause[], rebuild: (list: readonly Clause[]) => Clause): readonly Leaf[] {
  return clauses.flatMap((clause, index) => inside(clause, (inner) => rebuild(clauses.with(index, inner))));
}

function ofQuantified<T extends { readonly where?: Clause; readonly assert: Clause }>(
  quantified: T,
  rebuild: (quantified: T) => Clause,
): readonly Leaf[] {
  const asserted = inside(quantified.assert, (assert) => rebuild({ ...quantified, assert }));
  if (quantified.where === undefined) return asserted;
  return [...inside(quantified.where, (where) => rebuild({ ...quantified, where })), ...asserted];
}
