import { readVerdict, stateOf } from "./read-data.ts";
import type { VerdictView } from "./read-data.ts";
import { STATES } from "./report-data.ts";
import type { ReportData, State } from "./report-data.ts";

/** The verdicts of one rule in one state: one block of the report. */
export interface VerdictGroup {
  readonly state: State;
  readonly rule: number;
  /** Positions in the list of verdicts. */
  readonly verdicts: readonly number[];
}

/** By state, and inside of it by rule in the order of the verdicts: the worst first. */
export function groupVerdicts(data: ReportData): readonly VerdictGroup[] {
  const states = new Map<State, Map<number, number[]>>(STATES.map((state) => [state, new Map()]));
  for (const [index, [rule]] of data.verdicts.entries()) {
    const rules = states.get(stateOf(data, index));
    const known = rules?.get(rule);
    if (known === undefined) rules?.set(rule, [index]);
    else known.push(index);
  }
  return [...states].flatMap(([state, rules]) =>
    [...rules].map(([rule, verdicts]) => ({ state, rule, verdicts })),
  );
}

/** The verdicts that rest on the same evidence, together. */
export function groupAlike(
  data: ReportData,
  verdicts: readonly number[],
): readonly (readonly VerdictView[])[] {
  const groups = new Map<number, VerdictView[]>();
  for (const index of verdicts) {
    const verdict = readVerdict(data, index);
    const known = groups.get(verdict.alike);
    if (known === undefined) groups.set(verdict.alike, [verdict]);
    else known.push(verdict);
  }
  return [...groups.values()];
}
