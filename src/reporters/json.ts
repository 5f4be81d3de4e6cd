import type { ResultDocument, ResultVerdict } from "../model/result-document.ts";
import { escapeUnseen, stringifyJson } from "./stringify-json.ts";

/** Nobody reads more than that, so what is longer is not made longer still. */
const MOST_INDENTED = 10_000;

/** V8 writes many short texts in less than half the time of one of 50 MB. */
const VERDICTS_A_PART = 50;

/** The result contract itself: `schemas/result.schema.json`. */
export function* reportJson(result: ResultDocument): Generator<string> {
  const { verdicts } = result;
  const indent = verdicts.length > MOST_INDENTED ? 0 : 2;
  const frame = stringifyJson({ ...result, verdicts: [] }, indent);
  // inside of a text the quotes have a backslash before them
  const list = indent > 0 ? '"verdicts": [' : '"verdicts":[';
  const start = frame.indexOf(list) + list.length;
  yield frame.slice(0, start);
  for (let next = 0; next < verdicts.length; next += VERDICTS_A_PART) {
    const items = itemsText(verdicts.slice(next, next + VERDICTS_A_PART), indent);
    yield next === 0 ? items : `,${items}`;
  }
  if (verdicts.length > 0 && indent > 0) yield "\n  ";
  yield frame.slice(start);
}

/** Items as they stand in a list of the frame: two lists around them give them its margin, and are cut off. */
function itemsText(verdicts: readonly ResultVerdict[], indent: number): string {
  const text = escapeUnseen(JSON.stringify([verdicts], null, indent));
  return indent > 0 ? text.slice("[\n  [".length, -"\n  ]\n]".length) : text.slice(2, -2);
}
