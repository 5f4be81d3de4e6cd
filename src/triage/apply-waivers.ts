import { isWithin } from "../model/annotation.ts";
import { matchesWildcard } from "../model/matches-wildcard.ts";
import type { ResultVerdict, ResultWaiver } from "../model/result-document.ts";
import { findWaiverFindings } from "./find-waiver-findings.ts";
import type { Waiver } from "./waiver.ts";

export interface WaivedVerdicts {
  readonly verdicts: ResultVerdict[];
  /** Waivers that have expired or that meet nothing. */
  readonly findings: readonly ResultVerdict[];
  /** How many failures and unknowns each waiver meets; one that meets none is missing. */
  readonly met: ReadonlyMap<Waiver, number>;
}

/**
 * Marks the failures and unknowns that a waiver accepts; no verdict changes. A waiver that has expired, or that meets
 * nothing, is a finding of its own. `today` is YYYY-MM-DD; a waiver holds on the day on which it expires.
 */
export function applyWaivers(
  verdicts: readonly ResultVerdict[],
  waivers: readonly Waiver[],
  today: string,
): WaivedVerdicts {
  if (waivers.length === 0) return { verdicts: [...verdicts], findings: [], met: new Map() };
  const byRule = groupByRule(waivers);
  const met = new Map<Waiver, number>();
  const marked = verdicts.map((verdict) => {
    if (verdict.verdict === "pass") return verdict;
    const meeting = (byRule.get(verdict.rule) ?? []).filter((waiver) => meets(waiver, verdict));
    for (const waiver of meeting) met.set(waiver, (met.get(waiver) ?? 0) + 1);
    const holding = meeting.find((waiver) => today <= waiver.expires);
    return holding === undefined ? verdict : { ...verdict, waiver: showWaiver(holding) };
  });
  return { verdicts: marked, findings: findWaiverFindings(waivers, met, today), met };
}

function groupByRule(waivers: readonly Waiver[]): ReadonlyMap<string, readonly Waiver[]> {
  const groups = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const group = groups.get(waiver.rule);
    if (group === undefined) groups.set(waiver.rule, [waiver]);
    else group.push(waiver);
  }
  return groups;
}

/**
 * A comment covers what is decided in its stretch, what is declared or named there, and what a module call there makes.
 */
function meets({ scope }: Waiver, { resource, location, evidence, calls = [] }: ResultVerdict): boolean {
  if (scope.kind === "address") return matchesWildcard(scope.pattern, resource?.address ?? "");
  const named = evidence.map(({ namedAt }) => namedAt);
  const places = [location, resource?.location, ...named, ...calls.map((call) => call.location)];
  return places.some((place) => place !== undefined && isWithin(place, scope.extent));
}

function showWaiver({ scope, reason, owner, expires, ticket, location }: Waiver): ResultWaiver {
  return {
    kind: scope.kind === "address" ? "configuration" : "comment",
    reason,
    ...(owner !== undefined && { owner }),
    expires,
    ...(ticket !== undefined && { ticket }),
    location,
  };
}
