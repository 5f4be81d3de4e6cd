import { didYouMean } from "../model/did-you-mean.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import { describeTooFar, isTooFar } from "../triage/read-waiver-comments.ts";
import type { WaiverLimit } from "../triage/read-waiver-comments.ts";
import type { Waiver } from "../triage/waiver.ts";

/**
 * A waiver for a rule that does not exist would waive nothing and nobody would notice, and one without a near end is a
 * decision for ever.
 */
export function checkWaivers(
  waivers: readonly Waiver[],
  ruleIds: ReadonlySet<string>,
  limit: WaiverLimit,
): readonly Problem<ConfigErrorCode>[] {
  return waivers.flatMap(({ rule, expires, location }): readonly Problem<ConfigErrorCode>[] => {
    const messages = [
      ...(ruleIds.has(rule)
        ? []
        : [`the waiver names the rule "${rule}", which does not exist${didYouMean(rule, ruleIds)}`]),
      ...(isTooFar(expires, limit) ? [`the waiver of ${rule}: ${describeTooFar(expires, limit)}`] : []),
    ];
    return messages.map((message) => ({ code: "config-invalid", message, location }));
  });
}
