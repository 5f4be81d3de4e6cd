import type { ResultDocument } from "../model/result-document.ts";
import { stringifyJson } from "./stringify-json.ts";

/** The result contract itself: `schemas/result.schema.json`. */
export function reportJson(result: ResultDocument): string {
  return stringifyJson(result);
}
