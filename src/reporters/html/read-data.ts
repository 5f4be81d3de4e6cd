import type { Severity } from "../../model/verdict.ts";
import { BASELINE_STATES, FOUND_KINDS, NONE, OUTCOMES } from "./report-data.ts";
import type { ControlRow, FoundKind, ReportData, ShownOutcome, State } from "./report-data.ts";

export interface RuleView {
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly ControlRow[];
}

export interface ResourceView {
  readonly index: number;
  readonly address: string;
  readonly type: string;
  readonly writtenType: string | undefined;
  readonly name: string | undefined;
  readonly place: string | undefined;
}

export interface EvidenceView {
  readonly address: string;
  /** As the input names it, or a pointer; empty for the resource itself. */
  readonly property: string;
  readonly pointer: string;
  readonly kind: FoundKind;
  readonly found: string | undefined;
  readonly expected: string;
  readonly item: string | undefined;
  readonly place: string | undefined;
  readonly note: string | undefined;
}

export interface WaiverView {
  readonly reason: string;
  readonly owner: string | undefined;
  readonly expires: string;
  readonly ticket: string | undefined;
  readonly place: string | undefined;
}

export interface VerdictView {
  readonly rule: RuleView;
  readonly outcome: ShownOutcome;
  readonly resource: ResourceView | undefined;
  readonly alike: number;
  readonly message: string;
  readonly place: string | undefined;
  readonly isNew: boolean;
  readonly waiver: WaiverView | undefined;
  readonly fingerprint: string | undefined;
  readonly evidence: readonly EvidenceView[];
  readonly reasons: readonly string[];
  readonly calls: readonly string[];
}

export function readRule({ rules, controls }: ReportData, index: number): RuleView {
  const [id, title, severity, own] = rules[index] ?? ["", "", "low", []];
  return { index, id, title, severity, controls: own.flatMap((at) => controls.slice(at, at + 1)) };
}

export function readResource(data: ReportData, index: number): ResourceView | undefined {
  const row = data.resources[index];
  if (row === undefined) return undefined;
  const [address, type, writtenType, name, place] = row;
  return {
    index,
    address: textAt(data, address) ?? "",
    type: textAt(data, type) ?? "",
    writtenType: textAt(data, writtenType),
    name: textAt(data, name),
    place: textAt(data, place),
  };
}

export function readVerdict(data: ReportData, index: number): VerdictView {
  const row = data.verdicts[index];
  if (row === undefined) throw new RangeError(`there is no verdict ${String(index)}`);
  const [ruleAt, outcome, resource, alike, message, place, baseline, waiver, fingerprint] = row;
  const rule = readRule(data, ruleAt);
  return {
    rule,
    outcome: OUTCOMES[outcome] ?? "unknown",
    resource: readResource(data, resource),
    alike,
    message: textAt(data, message) ?? rule.title,
    place: textAt(data, place),
    isNew: BASELINE_STATES[baseline] === "new",
    waiver: readWaiver(data, waiver),
    fingerprint: textAt(data, fingerprint),
    evidence: row[9].flatMap((at) => readEvidence(data, at) ?? []),
    reasons: row[10].flatMap((at) => textAt(data, at) ?? []),
    calls: row[11].flatMap((at) => textAt(data, at) ?? []),
  };
}

/** Waived before known before open: a person has said more about it. */
export function stateOf({ verdicts }: ReportData, index: number): State {
  const row = verdicts[index];
  if (row === undefined) return "unknown";
  if (row[7] !== NONE) return "waived";
  const outcome = OUTCOMES[row[1]] ?? "unknown";
  return BASELINE_STATES[row[6]] === "known" && outcome !== "pass" ? "known" : outcome;
}

function readEvidence(data: ReportData, index: number): EvidenceView | undefined {
  const row = data.evidence[index];
  if (row === undefined) return undefined;
  const [address, attribute, pointer, kind, found, expected, item, place, note] = row;
  const path = textAt(data, pointer) ?? "";
  return {
    address: textAt(data, address) ?? "",
    property: textAt(data, attribute) ?? path,
    pointer: path,
    kind: FOUND_KINDS[kind] ?? "hidden",
    found: textAt(data, found),
    expected: textAt(data, expected) ?? "",
    item: textAt(data, item),
    place: textAt(data, place),
    note: textAt(data, note),
  };
}

function readWaiver(data: ReportData, index: number): WaiverView | undefined {
  const row = data.waivers[index];
  if (row === undefined) return undefined;
  const [reason, owner, expires, ticket, place] = row;
  return {
    reason: textAt(data, reason) ?? "",
    owner: textAt(data, owner),
    expires: textAt(data, expires) ?? "",
    ticket: textAt(data, ticket),
    place: textAt(data, place),
  };
}

function textAt({ texts }: ReportData, index: number): string | undefined {
  return index === NONE ? undefined : texts[index];
}
