import type { ResultVerdict } from "../model/result-document.ts";
import type { Rule } from "../ruleset/rule.ts";
import { fingerprint } from "./fingerprint.ts";
import { EXPIRED_WAIVER, UNMATCHED_WAIVER } from "./waiver-rules.ts";
import { scopeName } from "./waiver.ts";
import type { Waiver } from "./waiver.ts";

/** The waivers that are findings themselves. `met` says how many findings each one meets. */
export function findWaiverFindings(
  waivers: readonly Waiver[],
  met: ReadonlyMap<Waiver, number>,
  today: string,
): readonly ResultVerdict[] {
  const ordinals = new Map<string, number>();
  const found: ResultVerdict[] = [];
  for (const waiver of waivers) {
    const findings = met.get(waiver) ?? 0;
    if (findings > 0 && today <= waiver.expires) continue;
    const rule = findings === 0 ? UNMATCHED_WAIVER : EXPIRED_WAIVER;
    const name = scopeName(waiver);
    const key = `${rule.id} ${waiver.rule} ${name}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    found.push({
      ...aboutRule(rule),
      verdict: "fail",
      resource: { address: name, type: "Genoscan::Waiver" },
      location: waiver.location,
      message: findings === 0 ? describeUnmatched(waiver) : describeExpired(waiver, findings),
      reasons: [],
      evidence: [],
      fingerprint: fingerprint(`${rule.id} ${waiver.rule}`, name, ordinal),
    });
  }
  return found;
}

function aboutRule({ id, title, severity }: Pick<Rule, "id" | "title" | "severity">) {
  return { rule: id, title, severity, controls: [] };
}

function describeUnmatched(waiver: Waiver): string {
  const what = waiver.scope.kind === "address" ? "correct its address" : "move it to what it is about";
  return `The waiver of ${waiver.rule} for ${scopeName(waiver)} meets no finding: remove it, or ${what}`;
}

function describeExpired(waiver: Waiver, findings: number): string {
  const { rule, owner = "somebody", expires } = waiver;
  const count = findings === 1 ? "one finding counts" : `${String(findings)} findings count`;
  return `The waiver of ${rule} for ${scopeName(waiver)} expired on ${expires}, and ${count} again: mend it, or let ${owner} renew the waiver`;
}
