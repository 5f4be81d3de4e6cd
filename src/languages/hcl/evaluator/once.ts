import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { unknown } from "../values/make-value.ts";

/** Values that are computed when they are first asked for, and once. One that asks for itself is unknown. */
export class Once {
  readonly #done = new Map<string, HclValue | EvaluationError>();
  readonly #underWay = new Set<string>();

  /** `describe` names the value in the reason of one that depends on itself. */
  get(key: string, compute: () => HclValue, describe: () => string): HclValue {
    const done = this.#done.get(key);
    if (done instanceof EvaluationError) throw done;
    if (done !== undefined) return done;
    if (this.#underWay.has(key)) {
      return unknown(ANY, `${describe()} depends on itself`, [], { mayFail: true });
    }
    this.#underWay.add(key);
    try {
      const value = compute();
      this.#done.set(key, value);
      return value;
    } catch (error) {
      if (error instanceof EvaluationError) this.#done.set(key, error);
      throw error;
    } finally {
      this.#underWay.delete(key);
    }
  }
}
