import type { Location } from "./location.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

export type Outcome = "pass" | "fail" | "unknown" | "not-applicable";
export type Severity = "critical" | "high" | "medium" | "low";
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** What a verdict rests on: one property of one resource, and what was expected of it. */
export interface Evidence {
  readonly resource: Resource;
  readonly pointer: string;
  /** `undefined` says that the property is absent. May be sensitive: whoever shows it redacts it. */
  readonly value: Value | undefined;
  /** The expectation in words: `"COMPLIANCE"`, `at least 25`, `absent`. */
  readonly expected: string;
  /** The item of a list that the property is part of, when that tells more than the property alone. */
  readonly item?: Value;
}

/** What one rule says of one resource, or of the whole graph. */
export interface Verdict {
  readonly ruleId: string;
  readonly outcome: Outcome;
  /** `undefined` for a rule about the graph as a whole. */
  readonly resource: Resource | undefined;
  readonly evidence: readonly Evidence[];
  /** Why an unknown is unknown, each a sentence, without repetition. */
  readonly reasons: readonly string[];
  readonly location?: Location | undefined;
}
