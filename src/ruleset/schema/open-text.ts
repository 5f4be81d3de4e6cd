import type { Truth } from "../../model/truth.ts";
import { UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** The keywords that the known beginning of a text can satisfy, whatever comes after it. */
const KEYWORDS: ReadonlySet<string> = new Set(["type", "pattern"]);

/** What looks at the end of a text, or at what comes next. */
const LOOKS_AHEAD = /\$|\\[bB]|\(\?[^:]/u;

/**
 * A check of texts of which only the beginning is known: true when a pattern of the schema is found in it. It gives
 * nothing for schemas that have to see the whole text.
 */
export function compileOpenText(
  schema: Readonly<Record<string, unknown>>,
): ((value: Value) => Truth) | undefined {
  const { type = "string", pattern } = schema;
  if (type !== "string" || typeof pattern !== "string" || LOOKS_AHEAD.test(pattern)) return undefined;
  if (!Object.keys(schema).every((keyword) => KEYWORDS.has(keyword))) return undefined;
  const compiled = new RegExp(pattern, "u");
  return (value) => {
    const text = plain(value);
    const start = text instanceof UnknownText ? text.pieces[0] : undefined;
    return typeof start === "string" && compiled.test(start) ? true : "unknown";
  };
}
