import type { Expression, Reference } from "../ast.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import type { HclValue } from "../values/hcl-value.ts";

/** What the names of an expression mean where it stands. */
export interface Scope {
  /** Throws `EvaluationError` when there is no such name. */
  resolve(reference: Reference): Resolved;
}

export interface Resolved {
  readonly value: HclValue;
  /** How many of the steps behind the root belong to the name: one for `var.a`, two for `data.t.n`. */
  readonly taken: number;
}

/** Evaluates an expression. Throws `EvaluationError` where Terraform has an error. */
export type Evaluate = (expression: Expression, scope: Scope) => HclValue;

/** Where nothing has a name: the default of a variable, a file of values. */
export const NO_NAMES: Scope = {
  resolve({ root }) {
    throw new EvaluationError(`${root}: names mean nothing here`);
  },
};

/** A scope with some more names: those of `for`, of a dynamic block, of a template. */
export function withNames(names: ReadonlyMap<string, HclValue>, outer: Scope): Scope {
  return {
    resolve(reference) {
      const value = names.get(reference.root);
      return value === undefined ? outer.resolve(reference) : { value, taken: 0 };
    },
  };
}
