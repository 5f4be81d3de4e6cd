import type { RuleDocument } from "./rule-document.ts";
import type { RuleEntry, RulesetDocument } from "./ruleset.ts";

declare const bundle: Omit<RulesetDocument, "rules"> & {
  readonly rules: readonly Omit<RuleEntry, "rule">[];
  /** By id. */
  readonly documents: Readonly<Record<string, RuleDocument>>;
};
export = bundle;
