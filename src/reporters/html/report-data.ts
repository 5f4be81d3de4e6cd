import type { Framework } from "../../model/framework.ts";
import type { Severity } from "../../model/verdict.ts";

/** Position in `texts`; NONE where there is no text. */
export type TextIndex = number;
export const NONE = -1;

/** Every text and every piece of evidence stands once, and rows name it by number: 20,000 verdicts are a few megabytes. */
export interface ReportData {
  readonly texts: readonly string[];
  readonly rules: readonly RuleRow[];
  readonly controls: readonly ControlRow[];
  readonly resources: readonly ResourceRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly waivers: readonly WaiverRow[];
  /** In the order of the result: the worst first. */
  readonly verdicts: readonly VerdictRow[];
}

/** `controls` are positions in the list of controls. */
export type RuleRow = readonly [id: string, title: string, severity: Severity, controls: readonly number[]];

export type ControlRow = readonly [framework: Framework, id: string];

export type ResourceRow = readonly [
  address: TextIndex,
  type: TextIndex,
  writtenType: TextIndex,
  name: TextIndex,
  place: TextIndex,
];

/** How `found` is to be read. */
export const FOUND_KINDS = ["value", "absent", "unknown", "reference", "hidden"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export type EvidenceRow = readonly [
  address: TextIndex,
  property: TextIndex,
  pointer: TextIndex,
  kind: number,
  found: TextIndex,
  expected: TextIndex,
  item: TextIndex,
  place: TextIndex,
  note: TextIndex,
];

export type WaiverRow = readonly [
  reason: TextIndex,
  owner: TextIndex,
  expires: TextIndex,
  ticket: TextIndex,
  place: TextIndex,
];

export const OUTCOMES = ["fail", "unknown", "pass"] as const;
export type ShownOutcome = (typeof OUTCOMES)[number];

export const BASELINE_STATES = ["none", "new", "known"] as const;

export type VerdictRow = readonly [
  rule: number,
  outcome: number,
  resource: number,
  /** Equal for verdicts of one rule that rest on the same evidence. */
  alike: number,
  message: TextIndex,
  place: TextIndex,
  baseline: number,
  waiver: number,
  fingerprint: TextIndex,
  evidence: readonly number[],
  reasons: readonly TextIndex[],
  calls: readonly TextIndex[],
];

/** What a reader has to do about a verdict; each verdict is in one of them. */
export const STATES = ["fail", "unknown", "known", "waived", "pass"] as const;
export type State = (typeof STATES)[number];
