import type { ResultDeclaredWaiver } from "../model/result-document.ts";
import { scopeName } from "./waiver.ts";
import type { Waiver } from "./waiver.ts";

export interface WaiverFate {
  /** Rules in force. */
  readonly inForce: ReadonlySet<string>;
  /** How many findings each waiver meets. */
  readonly met: ReadonlyMap<Waiver, number>;
  readonly today: string;
}

/** Every waiver with what became of it, those whose rule was not asked included. */
export function declareWaivers(waivers: readonly Waiver[], fate: WaiverFate): ResultDeclaredWaiver[] {
  return waivers.map((waiver) => {
    const { rule, scope, reason, owner, expires, ticket, location } = waiver;
    return {
      rule,
      kind: scope.kind === "address" ? "configuration" : "comment",
      subject: scopeName(waiver),
      reason,
      ...(owner !== undefined && { owner }),
      expires,
      ...(ticket !== undefined && { ticket }),
      state: stateOf(waiver, fate),
      findings: fate.met.get(waiver) ?? 0,
      location,
    };
  });
}

function stateOf(waiver: Waiver, { inForce, met, today }: WaiverFate): ResultDeclaredWaiver["state"] {
  if (!inForce.has(waiver.rule)) return "not-asked";
  if (!met.has(waiver)) return "unmatched";
  return today <= waiver.expires ? "holds" : "expired";
}
