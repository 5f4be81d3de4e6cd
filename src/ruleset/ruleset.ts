import type { Severity } from "../model/verdict.ts";
import type { ControlCatalogueDocument } from "./control-catalogue-document.ts";
import type { ParameterValues } from "./parameters.ts";
import type { ParametersDocument } from "./parameters-document.ts";
import type { RuleDocument } from "./rule-document.ts";
import type { Rule } from "./rule.ts";

/** A rule as data, with what tells whether a scan needs it. */
export interface RuleEntry {
  readonly path: string;
  readonly id: string;
  /** The types that the rule is about. */
  readonly types: readonly string[];
  /** What every result tells of every rule. */
  readonly title: string;
  readonly severity: Severity;
  readonly controls: RuleDocument["controls"];
  /** The whole document; of a rule that is shipped it is read when it is first asked for. */
  readonly rule: RuleDocument;
}

/** Rules, parameters and controls as data: what the files below `rules` say, already checked. */
export interface RulesetDocument {
  readonly rules: readonly RuleEntry[];
  readonly parameters: ParametersDocument;
  /** The catalogue of each framework, by its name. */
  readonly controls: Readonly<Record<string, ControlCatalogueDocument>>;
  /** SHA-256 over the paths and contents of the files, in hexadecimal: rulesets with one digest judge alike. */
  readonly digest: string;
}

/** A ruleset ready to run. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  /** The value of every parameter, derived ones included. */
  readonly parameters: ParameterValues;
  readonly controls: RulesetDocument["controls"];
  readonly digest: string;
}
