import type { ResultControlReference, ResultDocument, ResultVerdict } from "../model/result-document.ts";
import { csvRow } from "./csv/csv-row.ts";
import type { Cell } from "./csv/csv-row.ts";
import { describeEvidence } from "./describe-evidence.ts";

const LONGEST_VALUE = 300;

const COLUMNS: readonly (readonly [string, (verdict: ResultVerdict) => Cell])[] = [
  ["verdict", ({ verdict }) => verdict],
  ["severity", ({ severity }) => severity],
  ["rule", ({ rule }) => rule],
  ["title", ({ title }) => title],
  ["address", ({ resource }) => resource?.address],
  ["type", ({ resource }) => resource?.type],
  ["name", ({ resource }) => resource?.name],
  ["file", ({ location }) => location?.file],
  ["line", ({ location }) => location?.line],
  ["column", ({ location }) => location?.column],
  ["controls", ({ controls }) => listControls(controls)],
  ["message", ({ message }) => message],
  ["reasons", ({ reasons }) => reasons.join("; ")],
  ["evidence", describeAll],
  ["baseline", ({ baseline }) => baseline],
  ["waiver_owner", ({ waiver }) => waiver?.owner],
  ["waiver_reason", ({ waiver }) => waiver?.reason],
  ["waiver_expires", ({ waiver }) => waiver?.expires],
  ["waiver_ticket", ({ waiver }) => waiver?.ticket],
  ["fingerprint", ({ fingerprint }) => fingerprint],
];

/** A line for every verdict, those that passed included: for spreadsheets and for other tools. */
export function* reportCsv({ verdicts }: Pick<ResultDocument, "verdicts">): Generator<string> {
  yield csvRow(COLUMNS.map(([name]) => name));
  for (const verdict of verdicts) yield csvRow(COLUMNS.map(([, cellOf]) => cellOf(verdict)));
}

function listControls(controls: readonly ResultControlReference[]): string {
  return controls.map(({ framework, id }) => `${framework} ${id}`).join("; ");
}

function describeAll({ evidence, resource }: ResultVerdict): string {
  return evidence.map((item) => describeEvidence(item, resource?.address, LONGEST_VALUE)).join("; ");
}
