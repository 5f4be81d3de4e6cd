/** JSON of a file, or where and why it is none. */
export type ParsedJson =
  | { readonly ok: true; readonly json: unknown; readonly skipped: number }
  | { readonly ok: false; readonly problem: () => Promise<JsonProblem> };

export interface JsonProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Parses a file as JSON. Lines before the first brace, as a wrapper around terraform prints them, are skipped when what
 * follows them is JSON.
 */
export function parseJsonText(text: string): ParsedJson {
  try {
    return { ok: true, json: JSON.parse(text), skipped: 0 };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const start = noiseEnd(text);
  if (start > 0) {
    try {
      return {
        ok: true,
        json: JSON.parse(text.slice(start)),
        skipped: text.slice(0, start).split("\n").length - 1,
      };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return { ok: false, problem: () => locateError(text, start) };
}

const MOST_NOISE_LINES = 20;

/** Where the first line that begins with a brace starts, when it is not the first line. */
function noiseEnd(text: string): number {
  let start = 0;
  for (let line = 0; line < MOST_NOISE_LINES; line += 1) {
    if (/^\s*\{/.test(text.slice(start, start + 100))) return start;
    const next = text.indexOf("\n", start);
    if (next < 0) return 0;
    start = next + 1;
  }
  return 0;
}

/** JSON.parse tells no line; a second parser does, and is loaded only for that. */
async function locateError(text: string, start: number): Promise<JsonProblem> {
  const { parse } = await import("@humanwhocodes/momoa");
  const skipped = text.slice(0, start).split("\n").length - 1;
  try {
    parse(text.slice(start), { mode: "json" });
  } catch (error) {
    const {
      line = 1,
      column = 1,
      message = "not JSON",
    } = error as { line?: number; column?: number; message?: string };
    return { message: message.replace(/ \(\d+:\d+\)$/, ""), line: line + skipped, column };
  }
  return { message: "the text is not JSON", line: 1 + skipped, column: 1 };
}
