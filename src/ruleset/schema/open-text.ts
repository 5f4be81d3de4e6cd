import type { Truth } from "../../model/truth.ts";
import { UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** The keywords that what is known of a text can satisfy, whatever the rest is. */
const KEYWORDS: ReadonlySet<string> = new Set(["type", "pattern", "minLength"]);

/** What looks at the end of a text, or at what comes next. */
const LOOKS_AHEAD = /\$|\\[bB]|\(\?[^:]/u;

/**
 * A check of texts of which only pieces are known: true when a pattern of the schema is found in the first of them, and
 * they are as long as the schema asks. Unknown for every value where the schema has to see the whole text.
 */
export function compileOpenText(schema: Readonly<Record<string, unknown>>): (value: Value) => Truth {
  const { type = "string", pattern = "", minLength = 0 } = schema;
  if (type !== "string" || typeof pattern !== "string" || LOOKS_AHEAD.test(pattern)) return unknown;
  if (typeof minLength !== "number" || !Object.keys(schema).every((keyword) => KEYWORDS.has(keyword))) {
    return unknown;
  }
  const compiled = new RegExp(pattern, "u");
  return (value) => {
    const text = plain(value);
    if (!(text instanceof UnknownText)) return "unknown";
    const [start] = text.pieces;
    const isFound = pattern === "" || (typeof start === "string" && compiled.test(start));
    return isFound && lengthOf(text) >= minLength ? true : "unknown";
  };
}

function unknown(): Truth {
  return "unknown";
}

/** The code points that are written. */
function lengthOf({ pieces }: UnknownText): number {
  let length = 0;
  for (const piece of pieces) if (typeof piece === "string") length += Array.from(piece).length;
  return length;
}
