import { EvaluationError } from "../values/evaluation-error.ts";
import { mayBeWritten } from "../values/may-be-written.ts";
import { withFallibility } from "../values/fallible.ts";
import { ANY, BOOL } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { FALSE, TRUE } from "../values/make-value.ts";
import { mayFail, unknownFrom } from "../values/unknown-from.ts";

/** An argument that is evaluated only when it is asked for. */
export type Attempt = () => HclValue;

/**
 * `try(…)`: the first argument that is no error. When something in it may still turn out to be one, the result is
 * unknown, and the arguments up to the first one that cannot fail are what it may be.
 * Throws `EvaluationError` when every argument fails.
 */
export function evaluateTry(attempts: readonly Attempt[]): HclValue {
  if (attempts.length === 0) throw new EvaluationError("at least one argument is required");
  const possible: HclValue[] = [];
  const errors: string[] = [];
  for (const attempt of attempts) {
    const value = attemptValue(attempt, errors);
    if (value === undefined) continue;
    possible.push(value);
    if (mayFail(value)) continue;
    return possible.length === 1 ? value : withFallibility(oneOf(possible), false);
  }
  if (possible.length > 0) return oneOf(possible);
  throw new EvaluationError(`no expression succeeded: ${errors.join("; ")}`);
}

function oneOf(possible: readonly HclValue[]): HclValue {
  return unknownFrom(ANY, possible, { mayBeWritten: mayBeWritten(possible) }, possible);
}

/** `can(…)`: whether the argument is no error; unknown when something in it may still turn out to be one. */
export function evaluateCan(attempt: Attempt): HclValue {
  const value = attemptValue(attempt, []);
  if (value === undefined) return FALSE;
  return mayFail(value) ? withFallibility(unknownFrom(BOOL, [value], { notNull: true }), false) : TRUE;
}

function attemptValue(attempt: Attempt, errors: string[]): HclValue | undefined {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    errors.push(error.message);
    return undefined;
  }
}
