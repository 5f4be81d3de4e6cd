import { EvaluationError } from "../values/evaluation-error.ts";

/** `%-8.3[2]f`, read. */
export interface Verb {
  readonly raw: string;
  /** Where it begins in the pattern. */
  readonly offset: number;
  readonly letter: string;
  /** Which argument it takes, from 0. */
  readonly argument: number;
  readonly space: boolean;
  readonly plus: boolean;
  readonly minus: boolean;
  readonly zero: boolean;
  readonly sharp: boolean;
  /** 0 when it has none. */
  readonly width: number;
  readonly precision: number | undefined;
}

const VERB = /%(?:%|([ +\-#0]*)(\d*)(?:\.(\d+))?(?:\[([1-9]\d*)\])?([a-zA-Z]))/uy;
const LETTERS = "vtbdoxXeEfgGsq";
/** Wider fields than a person writes; they only fill memory. */
const MAX_WIDTH = 10_000;

/** The texts and verbs of a pattern. Throws `EvaluationError` for a wrong one, and for too few or too many arguments. */
export function readFormat(pattern: string, argumentCount: number): readonly (string | Verb)[] {
  const parts: (string | Verb)[] = [];
  let at = 0;
  let next = 0;
  let used = 0;
  for (;;) {
    const offset = pattern.indexOf("%", at);
    parts.push(pattern.slice(at, offset === -1 ? undefined : offset));
    if (offset === -1) break;
    const verb = readVerb(pattern, offset, next);
    at = offset + (verb === undefined ? 2 : verb.raw.length);
    if (verb === undefined) {
      parts.push("%");
      continue;
    }
    if (verb.argument >= argumentCount) {
      throw new EvaluationError(
        `not enough arguments for ${JSON.stringify(verb.raw)} at ${String(offset)}: need index ${String(verb.argument + 1)} but have ${String(argumentCount)} total`,
      );
    }
    next = verb.argument + 1;
    used = Math.max(used, next);
    parts.push(verb);
  }
  if (used < argumentCount) {
    throw new EvaluationError(`too many arguments; only ${String(used)} used by format string`);
  }
  return parts.filter((part) => part !== "");
}

/** Nothing for `%%`. */
function readVerb(pattern: string, offset: number, next: number): Verb | undefined {
  VERB.lastIndex = offset;
  const match = VERB.exec(pattern);
  const [raw = "", flags = "", width = "", precision, index, letter = ""] = match ?? [];
  if (raw === "%%") return undefined;
  if (match === null || !LETTERS.includes(letter)) {
    throw new EvaluationError(`unsupported format sequence at offset ${String(offset)}`);
  }
  if (Number(width) > MAX_WIDTH || Number(precision ?? 0) > MAX_WIDTH) {
    throw new EvaluationError(`a field of more than ${String(MAX_WIDTH)} characters is not formatted`);
  }
  return {
    raw,
    offset,
    letter,
    argument: index === undefined ? next : Number(index) - 1,
    space: flags.includes(" "),
    plus: flags.includes("+"),
    minus: flags.includes("-"),
    zero: flags.includes("0"),
    sharp: flags.includes("#"),
    width: Number(width),
    precision: precision === undefined ? undefined : Number(precision),
  };
}
