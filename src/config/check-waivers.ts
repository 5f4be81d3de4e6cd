import { didYouMean } from "../model/did-you-mean.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Waiver } from "../triage/waiver.ts";

/** A waiver for a rule that does not exist would waive nothing and nobody would notice. */
export function checkWaivers(
  waivers: readonly Waiver[],
  ruleIds: ReadonlySet<string>,
): readonly Problem<ConfigErrorCode>[] {
  return waivers
    .filter(({ rule }) => !ruleIds.has(rule))
    .map(({ rule, location }) => ({
      code: "config-invalid",
      message: `the waiver names the rule "${rule}", which does not exist${didYouMean(rule, ruleIds)}`,
      location,
    }));
}
