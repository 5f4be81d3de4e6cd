import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** The words of ARM for a flag. What is left out is off; another word is not known. */
export function isEnabled(value: Value | undefined): boolean | Unknown {
  const known = plain(value);
  if (known instanceof Unknown) return known;
  if (known === undefined || known === null) return false;
  const word = typeof known === "string" ? known.toLowerCase() : "";
  if (word === "enabled") return true;
  return word === "disabled" ? false : new Unknown(`it is neither Enabled nor Disabled`);
}
