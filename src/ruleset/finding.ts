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
  const first = decisive && truth === true ? parts.find((part) => part.truth === truth) : undefined;
  if (first !== undefined) return withoutReasons(first);
  const kept = parts.length === 1 ? parts : parts.filter((part) => part.truth === truth);
  const [only] = kept;
  if (only !== undefined && kept.length === 1) return truth === "unknown" ? only : withoutReasons(only);
  return {
    truth,
    evidence: joinLists(kept.map((part) => part.evidence)),
    reasons: truth === "unknown" ? joinLists(kept.map((part) => part.reasons)) : [],
  };
}

function withoutReasons(finding: Finding): Finding {
  return finding.reasons.length === 0 ? finding : { ...finding, reasons: [] };
}

/** The items of all lists; the list itself where only one has some. */
function joinLists<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const filled = lists.filter(({ length }) => length > 0);
  return filled.length > 1 ? filled.flat() : (filled[0] ?? []);
}

function joinedTruth(parts: readonly Finding[], decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (const part of parts) {
    if (part.truth === decisive) return decisive;
    if (part.truth === "unknown") truth = "unknown";
  }
  return truth;
}
