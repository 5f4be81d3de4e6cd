import type { ResultDocument } from "../model/result-document.ts";
import { stringifyJson } from "./stringify-json.ts";

/** Nobody reads more than that, and V8 holds texts of half a gigabyte at most. */
const MOST_INDENTED = 10_000;

/** The result contract itself: `schemas/result.schema.json`. */
export function reportJson(result: ResultDocument): string {
  return stringifyJson(result, result.verdicts.length > MOST_INDENTED ? 0 : 2);
}
