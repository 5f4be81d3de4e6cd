import { SOMETHING_ELSE, mayBeSomethingElse } from "../../../model/value.ts";
import type { Reference } from "../../../model/value.ts";
import { childrenOf } from "./hcl-value.ts";
import type { HclValue } from "./hcl-value.ts";

/** More resources than a person reads in one reason. */
const MAX_CANDIDATES = 50;

/** The resources that a value that is not known may be taken from, each attribute once. */
export class Candidates {
  readonly #found = new Map<string, Reference>();

  add(candidate: Reference): void {
    this.#found.set(`${candidate.target}\u0000${candidate.attribute ?? ""}`, candidate);
  }

  get isFull(): boolean {
    return this.#found.size >= MAX_CANDIDATES;
  }

  /** Of what is one of some values, or a list of such: without a resource among them there is nothing to tell. */
  among(alternatives: readonly HclValue[]): readonly Reference[] {
    // those that are left out may be anything
    if (this.isFull || alternatives.some(isSomethingElse)) this.add(SOMETHING_ELSE);
    const all = [...this.#found.values()];
    return all.every(({ target }) => target === SOMETHING_ELSE.target) ? [] : all;
  }
}

/** Whether it is, or may be, or holds what no resource stands for. */
function isSomethingElse({ marks, unknown, data }: HclValue): boolean {
  if (marks.reference !== undefined) return false;
  if (unknown !== undefined) return mayBeSomethingElse(unknown);
  const parts = [...childrenOf(data)];
  return parts.length === 0 || parts.some(isSomethingElse);
}
