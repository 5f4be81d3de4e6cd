import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** A truth with what it rests on. */
export interface Answer {
  readonly truth: Truth;
  /** Why it is not known, each a sentence. */
  readonly reasons: readonly string[];
  /** The way from the compute to the internet, when there is one or may be one. */
  readonly path: readonly string[];
  /** Something on the way is sensitive. */
  readonly hidden: boolean;
}

export const NO: Answer = { truth: false, reasons: [], path: [], hidden: false };

export function unknownAnswer(reasons: readonly string[]): Answer {
  return { truth: "unknown", reasons, path: [], hidden: false };
}

/** True as soon as one is true. */
export function anyAnswer(answers: readonly Answer[]): Answer {
  let open: Answer | undefined;
  let hidden = false;
  const reasons: string[] = [];
  for (const answer of answers) {
    if (answer.truth === true) return answer;
    hidden ||= answer.hidden;
    if (answer.truth === false) continue;
    open ??= answer;
    reasons.push(...answer.reasons);
  }
  if (open === undefined) return hidden ? { ...NO, hidden } : NO;
  return { truth: "unknown", reasons, path: open.path, hidden };
}

/** One of the answers holds, and it is not known which: they must agree. */
export function agreedAnswer(answers: readonly Answer[]): Answer {
  const [first, ...more] = answers;
  if (first === undefined) return NO;
  if (more.every(({ truth }) => truth === first.truth)) return first;
  return {
    truth: "unknown",
    reasons: answers.flatMap(({ reasons }) => reasons),
    path: answers.find(({ truth }) => truth !== false)?.path ?? [],
    hidden: answers.some(({ hidden }) => hidden),
  };
}

/** A truth as the value of a fact. */
export function truthValue(truth: Truth, reasons: readonly string[], hidden = false): Value {
  if (truth === "unknown") return new Unknown([...new Set(reasons)].join("; ") || "not known");
  return hidden ? new Sensitive(truth) : truth;
}
