import type { ResultControl, ResultDocument } from "../model/result-document.ts";
import { csvRow } from "./csv/csv-row.ts";
import type { Cell } from "./csv/csv-row.ts";

const COLUMNS: readonly (readonly [string, (control: ResultControl) => Cell])[] = [
  ["framework", ({ framework }) => framework],
  ["id", ({ id }) => id],
  ["title", ({ title }) => title],
  ["section", ({ section }) => section],
  ["safeguard", ({ safeguard }) => safeguard],
  ["kind", ({ kind }) => kind],
  ["designation", ({ designation }) => designation],
  ["evidence", ({ evidence }) => evidence],
  ["status", ({ status }) => status],
  ["pass", ({ counts }) => counts.pass],
  ["fail", ({ counts }) => counts.fail],
  ["unknown", ({ counts }) => counts.unknown],
  ["waived", ({ counts }) => counts.waived],
  ["held_back_by", ({ heldBackBy }) => heldBackBy?.join("; ")],
  ["attested_by", ({ attestation }) => attestation?.owner],
  ["attested_on", ({ attestation }) => attestation?.date],
  ["attestation_expires", ({ attestation }) => attestation?.expires],
  ["attestation_state", ({ attestation }) => attestation?.state],
  ["attestation", ({ attestation }) => attestation?.statement],
  ["attestation_link", ({ attestation }) => attestation?.link],
  ["alternative_by", ({ alternative }) => alternative?.owner],
  ["alternative_on", ({ alternative }) => alternative?.date],
  ["alternative_expires", ({ alternative }) => alternative?.expires],
  ["alternative_state", ({ alternative }) => alternative?.state],
  ["alternative_reason", ({ alternative }) => alternative?.reason],
  ["alternative_document", ({ alternative }) => alternative?.document],
  ["rules", ({ rules }) => rules?.join("; ")],
];

/** The control matrix: a line for every control of the frameworks in scope, those without a verdict included. */
export function* reportCsvControls({ controls }: Pick<ResultDocument, "controls">): Generator<string> {
  yield csvRow(COLUMNS.map(([name]) => name));
  for (const control of controls) yield csvRow(COLUMNS.map(([, cellOf]) => cellOf(control)));
}
