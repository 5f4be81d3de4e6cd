import { negate } from "../model/truth.ts";
import type { Truth } from "../model/truth.ts";
import type { Finding } from "./rule.ts";

export const TRUE: Finding = { truth: true, evidence: [], reasons: [] };
export const FALSE: Finding = { truth: false, evidence: [], reasons: [] };
const UNKNOWN: Finding = { truth: "unknown", evidence: [], reasons: [] };

/** A finding that says nothing but its truth. */
export function bareFinding(truth: Truth): Finding {
  if (truth === "unknown") return UNKNOWN;
  return truth ? TRUE : FALSE;
}

export function unknownBecause(reason: string): Finding {
  return { truth: "unknown", evidence: [], reasons: [reason] };
}

export function negateFinding(finding: Finding): Finding {
  if (finding.evidence.length === 0 && finding.reasons.length === 0) {
    return bareFinding(negate(finding.truth));
  }
  const evidence = finding.evidence.map((one) => ({ ...one, expected: negateWords(one.expected) }));
  return { ...finding, truth: negate(finding.truth), evidence };
}

function negateWords(expected: string): string {
  if (expected === "set") return "not set";
  return expected.startsWith("not ") ? expected.slice("not ".length) : `not ${expected}`;
}

/**
 * Joins parts of which all must hold (`decisive` false) or one must (`decisive` true). The evidence is what decided:
 * the decisive parts when there are any, else the unknown ones, else all.
 */
export function joinFindings(parts: readonly Finding[], decisive: boolean): Finding {
  const truth = joinedTruth(parts, decisive);
  // of those that decide alone the first one is enough
  const isOneEnough = decisive && truth === true;
  let only: Finding | undefined;
  let kept: Finding[] | undefined;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as Finding;
    if (part.truth !== truth) continue;
    if (only === undefined) only = part;
    else if (isOneEnough) break;
    else if (kept === undefined) kept = [only, part];
    else kept.push(part);
  }
  if (only === undefined) return bareFinding(truth);
  if (kept === undefined) return truth === "unknown" ? only : withoutReasons(only);
  return {
    truth,
    evidence: kept.flatMap((part) => part.evidence),
    reasons: truth === "unknown" ? kept.flatMap((part) => part.reasons) : NO_REASONS,
  };
}

const NO_REASONS: readonly string[] = [];

function withoutReasons(finding: Finding): Finding {
  return finding.reasons.length === 0 ? finding : { ...finding, reasons: NO_REASONS };
}

function joinedTruth(parts: readonly Finding[], decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (let at = 0; at < parts.length; at += 1) {
    const own = parts[at]?.truth;
    if (own === decisive) return decisive;
    if (own === "unknown") truth = own;
  }
  return truth;
}
