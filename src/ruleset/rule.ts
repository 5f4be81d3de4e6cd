import type { Framework } from "../model/framework.ts";
import type { Evidence, Severity } from "../model/verdict.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Truth } from "../model/truth.ts";
import type { Value } from "../model/value.ts";

export interface ControlReference {
  readonly framework: Framework;
  readonly id: string;
}

/** A rule ready to run: closures instead of words, parameters bound. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly ControlReference[];
  readonly description: string;
  readonly params: readonly string[];
  readonly types: readonly string[];
  readonly scope: "resource" | "graph";
  readonly where: Evaluate | undefined;
  readonly assert: Evaluate;
  readonly message: string;
  readonly unknownMessage: string | undefined;
  readonly remediation: Readonly<
    Partial<Record<"text" | "terraform" | "cloudformation" | "bicep" | "arm" | "kubernetes", string>>
  >;
  readonly references: readonly string[];
}

/** Where a clause is evaluated: the resource, and the value inside it that pointers start from. */
export interface Scope {
  readonly graph: ResourceGraph;
  /** `undefined` at graph scope. */
  readonly resource: Resource | undefined;
  /** Pointer of `value` in the resource: empty outside of each and some. */
  readonly base: string;
  readonly value: Value | undefined;
  /** Only the truth is asked for: findings carry neither evidence nor reasons. */
  readonly lean?: boolean | undefined;
}

/** The truth of a clause with what decided it. */
export interface Finding {
  readonly truth: Truth;
  readonly evidence: readonly Evidence[];
  readonly reasons: readonly string[];
}

export type Evaluate = (scope: Scope) => Finding;
