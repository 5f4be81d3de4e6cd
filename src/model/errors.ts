import type { Location } from "./location.ts";

export type ConfigErrorCode =
  | "config-unreadable"
  | "config-syntax"
  | "config-invalid"
  | "config-unknown-parameter"
  | "config-invalid-parameter"
  | "baseline-unreadable"
  | "baseline-invalid"
  | "result-invalid"
  | "usage";
export type RuleErrorCode =
  | "rule-unreadable"
  | "rule-syntax"
  | "rule-invalid"
  | "rule-unknown-word"
  | "rule-unsupported-keyword"
  | "rule-keyword-without-type"
  | "rule-unsafe-pattern"
  | "rule-unknown-pointer"
  | "rule-unknown-type"
  | "rule-unknown-parameter"
  | "rule-unknown-control"
  | "rule-wrong-id"
  | "rule-duplicate-id";
export type SourceErrorCode =
  | "input-not-found"
  | "input-unreadable"
  | "input-empty"
  | "input-not-recognised"
  | "input-too-large"
  | "json-syntax"
  | "terraform-binary-plan"
  | "terraform-ndjson"
  | "terraform-state-encrypted"
  | "terraform-state-empty"
  | "terraform-state-shape"
  | "terraform-state-version"
  | "terraform-plan-version"
  | "terraform-plan-shape"
  | "cloudformation-syntax"
  | "cloudformation-no-resources"
  | "cloudformation-change-set"
  | "arm-syntax"
  | "bicep-syntax"
  | "kubernetes-syntax"
  | "kubernetes-chart-template"
  | "kubernetes-kustomization-piece"
  | "what-if-failed"
  | "what-if-shape"
  | "folder-without-input";

/** One thing that is wrong: what, where, and what to do. */
export interface Problem<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly location?: Location;
}

/** An error that a person can mend. All problems of a file come at once. */
class ProblemError<Code extends string> extends Error {
  readonly problems: readonly Problem<Code>[];

  constructor(problems: readonly Problem<Code>[], options?: ErrorOptions) {
    super(problems.map(formatProblem).join("\n"), options);
    this.problems = problems;
  }
}

/** genoscan.yaml or the command line is wrong. */
export class ConfigError extends ProblemError<ConfigErrorCode> {
  override name = "ConfigError";
}

/** A rule, a parameter or a control file is wrong. */
export class RuleError extends ProblemError<RuleErrorCode> {
  override name = "RuleError";
}

/** An input cannot be read. */
export class SourceError extends ProblemError<SourceErrorCode> {
  override name = "SourceError";
}

/** `rules/aws/s3/x.yaml:14:9 rule-unknown-word: …` */
export function formatProblem(problem: Problem<string>): string {
  return `${formatLocation(problem.location)}${problem.code}: ${problem.message}`;
}

function formatLocation(location: Location | undefined): string {
  if (location === undefined) return "";
  const { file, line, column } = location;
  if (line === undefined) return `${file} `;
  return column === undefined ? `${file}:${line} ` : `${file}:${line}:${column} `;
}
