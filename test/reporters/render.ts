import type { ResultDocument } from "../../src/model/result-document.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import type { Format } from "../../src/reporters/index.ts";
import type { ReportOptions } from "../../src/reporters/reporter.ts";
import { OPTIONS } from "./sample.ts";

/** A whole report as one text. */
export async function render(
  format: Format,
  result: ResultDocument,
  options: ReportOptions = OPTIONS,
): Promise<string> {
  const report = (await REPORTERS[format]())(result, options);
  return typeof report === "string" ? report : [...report].join("");
}

/** The cells of a table as RFC 4180 has it. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
