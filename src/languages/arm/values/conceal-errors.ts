import { ArmError } from "./arm-error.ts";
import { ArmObject, Open, OpenText, Secure, isArray } from "./arm-value.ts";
import type { ArmValue } from "./arm-value.ts";

/** Three characters of a secret in a row are too many. */
const MOST_SHOWN = 2;
/** A longer secret is not looked for. */
const LONGEST = 10_000;

/** Evaluates something of values, and tells what is wrong with the secrets among them without showing these. */
export function concealErrors<Result>(
  evaluate: () => Result,
  what: string,
  values: readonly ArmValue[],
): Result {
  try {
    return evaluate();
  } catch (error) {
    const isShown = error instanceof ArmError && values.some((value) => shows(error.message, value, false));
    if (!isShown) throw error;
    throw new ArmError(`${what} fails for a value that must not be shown`);
  }
}

function shows(message: string, value: ArmValue, isSecret: boolean): boolean {
  if (value instanceof Secure) return shows(message, value.value, true);
  if (isArray(value)) return value.some((item) => shows(message, item, isSecret));
  if (value instanceof ArmObject) {
    return [...value.members.values()].some(
      (member) => (isSecret && showsText(message, member.key)) || shows(message, member.value, isSecret),
    );
  }
  if (!isSecret) return false;
  if (value instanceof OpenText) {
    return value.pieces.some((piece) => typeof piece === "string" && showsText(message, piece));
  }
  if (value instanceof Open) return showsText(message, value.expression);
  return typeof value === "string" || typeof value === "number" ? showsText(message, String(value)) : false;
}

function showsText(message: string, text: string): boolean {
  if (text.length > LONGEST) return true;
  if (text.length <= MOST_SHOWN) return text !== "" && message.includes(text);
  for (let start = 0; start + MOST_SHOWN < text.length; start += 1) {
    if (message.includes(text.slice(start, start + MOST_SHOWN + 1))) return true;
  }
  return false;
}
