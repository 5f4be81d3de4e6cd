import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { NotJson, Sensitive, Unknown, UnknownChoice, plain } from "../../model/value.ts";
import type { Reference, Value } from "../../model/value.ts";

/** A compiled schema: the answer holds for every completion of what is unknown in the value. */
export type Check = (value: Value) => Truth;

/** A value whose surface is known; parts of it may be unknown. */
export type Settled = Exclude<Value, Unknown | Reference | Sensitive>;

/** A compiled keyword. It sees only values whose surface is known. */
export type KeywordCheck = (value: Settled) => Truth;

/** The check of a schema that refuses nothing. Compared by identity, so that it answers for unknown values as well. */
export function always(): Truth {
  return true;
}

/** The check of a schema that refuses everything. Compared by identity like `always`. */
export function never(): Truth {
  return false;
}

/** Compiles a schema inside a keyword. Handed to the keywords so that they need not import the compiler. */
export type CompileSchema = (schema: unknown) => Check;

/** What a keyword is compiled from: its argument, and the schema that it stands in for keywords that read their neighbours. */
export type KeywordCompiler = (
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  compile: CompileSchema,
) => KeywordCheck;

/** The value without its wrappers, or `undefined` when it is unknown. */
export function settle(value: Value): Settled | undefined {
  let current = value;
  while (current instanceof NotJson) {
    if (current instanceof Unknown || current.value === undefined) return undefined;
    current = current.value;
  }
  return current;
}

/** What holds for each choice of a value of which only those are known; `undefined` for any other value. */
export function checkChoices(value: Value, check: KeywordCheck): Truth | undefined {
  const known = plain(value);
  if (!(known instanceof UnknownChoice)) return undefined;
  let answer: Truth | undefined;
  for (const choice of known.choices) {
    const truth = check(choice);
    if (truth === "unknown" || (answer !== undefined && answer !== truth)) return "unknown";
    answer = truth;
  }
  return answer;
}

/**
 * An unknown property may turn out not to be set, and an unknown item may stand for any number of items, none included.
 * A reference is certainly there, and so is a value of which the choices are known.
 */
export function mayBeAbsent(part: Value): boolean {
  if (!(part instanceof NotJson)) return false;
  let current: Value = part;
  while (current instanceof Sensitive) current = current.value;
  return current instanceof Unknown && !(current instanceof UnknownChoice);
}

/** Kleene conjunction of keyword checks, with the trivial ones folded away. */
export function allChecks(checks: readonly KeywordCheck[]): KeywordCheck {
  if (checks.includes(never)) return never;
  const [first, second, ...others] = checks.filter((check) => check !== always);
  if (first === undefined) return always;
  if (second === undefined) return first;
  if (others.length === 0) {
    return (value) => {
      const truth = first(value);
      return truth === false ? false : both(truth, second(value));
    };
  }
  const relevant = [first, second, ...others];
  return (value) => {
    let answer: Truth = true;
    for (const check of relevant) {
      const truth = check(value);
      if (truth === false) return false;
      if (truth === "unknown") answer = "unknown";
    }
    return answer;
  };
}
