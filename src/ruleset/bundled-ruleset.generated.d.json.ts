import type { RulesetDocument } from "./ruleset.ts";

declare const bundle: RulesetDocument;
export = bundle;
