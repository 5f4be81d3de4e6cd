import type { ResultDocument, Severity } from "../model/result-document.ts";
import type { Rule } from "../ruleset/rule.ts";

/** What a report tells of a rule beside its verdicts. */
export type RuleInformation = Pick<
  Rule,
  "id" | "title" | "severity" | "controls" | "description" | "remediation" | "references"
>;

/** Absolute paths: paths in a result are relative to the current folder, and those of an annotation to the repository. */
export interface RepositoryPaths {
  readonly root: string;
  readonly current: string;
}

export interface ReportOptions {
  /** The rules in force, by id. */
  readonly rules: ReadonlyMap<string, RuleInformation>;
  /** Columns of the terminal; prose is wrapped, addresses and snippets never. */
  readonly width: number;
  readonly color: boolean;
  /** Lists everything: every address, all evidence, what is waived. */
  readonly verbose: boolean;
  /** The least severity that makes the scan fail; said in the summary. */
  readonly failOn: Severity | "none";
  /** Unknowns count as findings. */
  readonly strict: boolean;
  /** Left out when the current folder is the root of the repository. */
  readonly repository?: RepositoryPaths;
  /** Where the files of the commit can be read, with a slash at the end, so that a page can link to a line. */
  readonly filesUrl?: string;
  /** Tells reports of several scans of one commit apart, as code scanning wants it. */
  readonly category?: string;
  /** Stands in the heading of a page, where there may be several. */
  readonly label?: string;
  /** The most that a page of Markdown may take, in bytes; 65,536 for a comment on a pull request. */
  readonly mostBytes?: number;
}

/** Text, ending in a newline; one that grows with the input comes in parts, so that it is never whole in memory. */
export type Report = string | Generator<string>;

/** A result as text. Pure. */
export type Reporter = (result: ResultDocument, options: ReportOptions) => Report;
