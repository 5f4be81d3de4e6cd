import type { ResultEvidence, ResultVerdict } from "../model/result-document.ts";

/** The verdicts of one rule that are alike: one mistake, wherever it was made. */
export interface FindingGroup {
  readonly rule: string;
  readonly first: ResultVerdict;
  /** Verdicts with the same evidence, place apart. */
  readonly alike: readonly (readonly ResultVerdict[])[];
}

/** Groups verdicts by rule, and inside of it by what they rest on, in the order in which they come. */
export function groupFindings(verdicts: readonly ResultVerdict[]): readonly FindingGroup[] {
  const rules = new Map<string, RuleGroups>();
  verdicts.forEach((verdict) => {
    const known = rules.get(verdict.rule);
    if (known === undefined) rules.set(verdict.rule, new RuleGroups(verdict));
    else known.add(verdict);
  });
  return [...rules].map(([rule, { first, alike }]) => ({ rule, first, alike }));
}

/** The verdicts of one rule. */
class RuleGroups {
  readonly first: ResultVerdict;
  readonly alike: ResultVerdict[][];
  readonly #byLikeness = new Map<string, ResultVerdict[]>();
  /** The group of the verdict before. */
  #last: ResultVerdict[];

  constructor(first: ResultVerdict) {
    this.first = first;
    this.#last = [first];
    this.alike = [this.#last];
    this.#byLikeness.set(likenessOf(first), this.#last);
  }

  add(verdict: ResultVerdict): void {
    const last = this.#last[0];
    // most are like the one before, which is told without a text of each
    if (last === undefined || !areAlike(last, verdict)) this.#last = this.#find(verdict);
    this.#last.push(verdict);
  }

  #find(verdict: ResultVerdict): ResultVerdict[] {
    const likeness = likenessOf(verdict);
    const known = this.#byLikeness.get(likeness);
    if (known !== undefined) return known;
    const group: ResultVerdict[] = [];
    this.#byLikeness.set(likeness, group);
    this.alike.push(group);
    return group;
  }
}

/** True only for verdicts of equal likeness, and for most of them. */
function areAlike(one: ResultVerdict, other: ResultVerdict): boolean {
  const { length } = one.evidence;
  if (other.evidence.length !== length || other.reasons.length !== one.reasons.length) return false;
  for (let at = 0; at < one.reasons.length; at += 1) {
    if (one.reasons[at] !== other.reasons[at]) return false;
  }
  for (let at = 0; at < length; at += 1) {
    const left = one.evidence[at];
    const right = other.evidence[at];
    if (left === undefined || right === undefined) return false;
    if (left.value !== right.value || left.expected !== right.expected) return false;
    if ((left.attribute ?? left.pointer) !== (right.attribute ?? right.pointer)) return false;
    if (otherAddress(left, one) !== otherAddress(right, other)) return false;
  }
  return true;
}

/** Equal for verdicts that say the same of different resources. */
function likenessOf(verdict: ResultVerdict): string {
  return JSON.stringify([
    verdict.reasons,
    verdict.evidence.map((item) => [
      otherAddress(item, verdict),
      item.attribute ?? item.pointer,
      item.value,
      item.expected,
    ]),
  ]);
}

/** The address of evidence that is no property of the resource itself, but of another one that it rests on. */
function otherAddress({ address }: ResultEvidence, { resource }: ResultVerdict): string {
  return address === resource?.address ? "" : address;
}
