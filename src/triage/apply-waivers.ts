import type { Diagnostic } from "../model/diagnostic.ts";
import type { Location } from "../model/location.ts";
import { matchesWildcard } from "../model/matches-wildcard.ts";
import type { ResultVerdict, ResultWaiver } from "../model/result-document.ts";

/** A person accepts the findings of a rule at an address (`*` for any text) for a time. */
export interface Waiver extends Readonly<ResultWaiver> {
  readonly rule: string;
  readonly address: string;
  readonly location: Location;
}

export interface WaivedVerdicts {
  readonly verdicts: ResultVerdict[];
  /** What there is to say about the waivers themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Marks the failures and unknowns that a waiver accepts; no verdict changes. A waiver that has expired, or that meets
 * nothing, is told. `today` is YYYY-MM-DD; a waiver holds on the day on which it expires.
 */
export function applyWaivers(
  verdicts: readonly ResultVerdict[],
  waivers: readonly Waiver[],
  today: string,
): WaivedVerdicts {
  if (waivers.length === 0) return { verdicts: [...verdicts], diagnostics: [] };
  const met = new Map<Waiver, number>();
  const marked = verdicts.map((verdict) => {
    if (verdict.verdict === "pass") return verdict;
    const meeting = waivers.filter((waiver) => meets(waiver, verdict));
    for (const waiver of meeting) met.set(waiver, (met.get(waiver) ?? 0) + 1);
    const holding = meeting.find((waiver) => today <= waiver.expires);
    return holding === undefined ? verdict : { ...verdict, waiver: showWaiver(holding) };
  });
  const diagnostics = waivers.flatMap((waiver) => diagnose(waiver, met.get(waiver) ?? 0, today));
  return { verdicts: marked, diagnostics };
}

function meets(waiver: Waiver, verdict: ResultVerdict): boolean {
  return waiver.rule === verdict.rule && matchesWildcard(waiver.address, verdict.resource?.address ?? "");
}

function showWaiver({ reason, owner, expires, ticket }: Waiver): ResultWaiver {
  return { reason, owner, expires, ...(ticket !== undefined && { ticket }) };
}

function diagnose(waiver: Waiver, findings: number, today: string): readonly Diagnostic[] {
  const { rule, address, owner, expires, location } = waiver;
  const subject = `the waiver of ${rule} for ${address}`;
  if (findings === 0) {
    const message = `${subject} meets no finding: remove it, or correct its address`;
    return [{ code: "waiver-unmatched", level: "warning", message, location }];
  }
  if (today <= expires) return [];
  const count = findings === 1 ? "one finding counts" : `${findings} findings count`;
  const message = `${subject} expired on ${expires}, and ${count} again: mend it, or let ${owner} renew the waiver`;
  return [{ code: "waiver-expired", level: "warning", message, location }];
}
