import { SEVERITIES } from "../../model/verdict.ts";
import { stateOf } from "./read-data.ts";
import { NONE, STATES } from "./report-data.ts";
import type { ReportData, State } from "./report-data.ts";

export interface ResourceSummary {
  /** Position in the list of resources; NONE for the input as a whole. */
  readonly resource: number;
  /** Positions in the list of verdicts. */
  readonly verdicts: readonly number[];
  readonly counts: Readonly<Record<State, number>>;
}

/** What the verdicts say of each resource that has one, the resource with the worst findings first. */
export function summarizeResources(data: ReportData): readonly ResourceSummary[] {
  const byResource = new Map<number, number[]>();
  for (const [index, row] of data.verdicts.entries()) {
    const known = byResource.get(row[2]);
    if (known === undefined) byResource.set(row[2], [index]);
    else known.push(index);
  }
  return [...byResource]
    .map(([resource, verdicts]) => ({
      resource,
      verdicts,
      counts: countStates(data, verdicts),
      weight: weigh(data, verdicts),
      address: resource === NONE ? "" : (data.texts[data.resources[resource]?.[0] ?? NONE] ?? ""),
    }))
    .sort((one, other) => other.weight - one.weight || compare(one.address, other.address));
}

function countStates(data: ReportData, verdicts: readonly number[]): Record<State, number> {
  const counts: Record<State, number> = { fail: 0, unknown: 0, known: 0, waived: 0, pass: 0 };
  for (const index of verdicts) counts[stateOf(data, index)] += 1;
  return counts;
}

/** One finding of a severity weighs more than all of the next one together. */
function weigh(data: ReportData, verdicts: readonly number[]): number {
  let weight = 0;
  for (const index of verdicts) {
    const severity = data.rules[data.verdicts[index]?.[0] ?? NONE]?.[2] ?? "low";
    const state = stateOf(data, index);
    if (state === "fail") weight += 1000 ** (SEVERITIES.length - SEVERITIES.indexOf(severity));
    else if (state !== "pass") weight += (STATES.length - STATES.indexOf(state)) / 1000;
  }
  return weight;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
