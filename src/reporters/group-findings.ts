import type { ResultVerdict } from "../model/result-document.ts";

/** The verdicts of one rule that are alike: one mistake, wherever it was made. */
export interface FindingGroup {
  readonly rule: string;
  readonly first: ResultVerdict;
  /** Verdicts with the same evidence, place apart. */
  readonly alike: readonly (readonly ResultVerdict[])[];
}

/** Groups verdicts by rule, and inside of it by what they rest on, in the order in which they come. */
export function groupFindings(verdicts: readonly ResultVerdict[]): readonly FindingGroup[] {
  const rules = new Map<string, Map<string, ResultVerdict[]>>();
  for (const verdict of verdicts) {
    const groups = rules.get(verdict.rule) ?? new Map<string, ResultVerdict[]>();
    rules.set(verdict.rule, groups);
    const key = likenessOf(verdict);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  return [...rules].flatMap(([rule, groups]) => {
    const alike = [...groups.values()];
    const first = alike[0]?.[0];
    return first === undefined ? [] : [{ rule, first, alike }];
  });
}

/** Equal for verdicts that say the same of different resources. */
function likenessOf({ resource, evidence, reasons }: ResultVerdict): string {
  return JSON.stringify([
    reasons,
    evidence.map(({ address, pointer, attribute, value, expected }) => [
      // the resource itself, or another one that it rests on
      address === resource?.address ? "" : address,
      attribute ?? pointer,
      value,
      expected,
    ]),
  ]);
}
