import type { RuleInformation } from "../reporters/reporter.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import { WAIVER_RULES } from "../triage/waiver-rules.ts";

/** What reports tell of the rules, those about waivers included, by id. */
export function describeRules({ rules }: Pick<Ruleset, "rules">): ReadonlyMap<string, RuleInformation> {
  return new Map([...WAIVER_RULES, ...rules].map((rule) => [rule.id, rule]));
}
