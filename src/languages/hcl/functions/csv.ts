import { EvaluationError } from "../values/evaluation-error.ts";
import { STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { list, object, text } from "../values/make-value.ts";
import { objectOf } from "../values/type.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Comma-separated values (RFC 4180). */
export const CSV_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  csvdecode: { compute: (args) => csvdecode(textOf(argument(args, 0))) },
};

function csvdecode(source: string): HclValue {
  const [header, ...rows] = readRecords(source);
  if (header === undefined) throw new EvaluationError("missing header line");
  if (new Set(header).size < header.length) throw new EvaluationError("duplicate column name");
  const type = objectOf(new Map(header.map((name) => [name, STRING])));
  const objects = rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new EvaluationError(`CSV parse error in row ${String(index + 1)}: wrong number of fields`);
    }
    return object(header.map((name, column) => [name, text(row[column] ?? "")] as const));
  });
  return list(objects[0]?.type ?? type, objects);
}

/** The fields of each line that is not empty. A field in quotes may hold commas, line breaks and doubled quotes. */
function readRecords(source: string): readonly (readonly string[])[] {
  const lines = source.replaceAll("\r\n", "\n").replace(/\r$/u, "");
  const records: string[][] = [];
  let at = 0;
  while (at < lines.length) {
    if (lines.charAt(at) === "\n") {
      at += 1;
      continue;
    }
    const record: string[] = [];
    for (;;) {
      const field = lines.charAt(at) === '"' ? readQuoted(lines, at + 1) : readBare(lines, at);
      record.push(field.content);
      at = field.end + 1;
      if (lines.charAt(field.end) !== ",") break;
    }
    records.push(record);
  }
  return records;
}

interface Field {
  readonly content: string;
  /** Where the comma or the line break stands. */
  readonly end: number;
}

function readBare(source: string, start: number): Field {
  let end = start;
  while (end < source.length && !",\n".includes(source.charAt(end))) {
    if (source.charAt(end) === '"') throw new EvaluationError('CSV parse error: bare " in non-quoted field');
    end += 1;
  }
  return { content: source.slice(start, end), end };
}

function readQuoted(source: string, start: number): Field {
  const pieces: string[] = [];
  let at = start;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote === -1) throw new EvaluationError("CSV parse error: a quoted field has no end");
    pieces.push(source.slice(at, quote));
    const next = source.charAt(quote + 1);
    if (next !== '"') {
      if (next !== "" && next !== "," && next !== "\n") {
        throw new EvaluationError('CSV parse error: extraneous or missing " in quoted field');
      }
      return { content: pieces.join(""), end: quote + 1 };
    }
    pieces.push('"');
    at = quote + 2;
  }
}
