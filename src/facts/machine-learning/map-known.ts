import { Unknown, isSensitive, plain } from "../../model/value.ts";
import type { Reference, Sensitive, Value } from "../../model/value.ts";
import { conceal } from "../conceal.ts";

/** A value without wrappers, and known. */
export type Known = Exclude<Value, Unknown | Reference | Sensitive>;

/** What follows from a value: unknown when it is unknown, sensitive when it is sensitive. */
export function mapKnown(value: Value, change: (known: Known) => Value): Value {
  const known = plain(value) ?? new Unknown("not known");
  const changed = known instanceof Unknown ? new Unknown(known.reason) : change(known);
  return isSensitive(value) ? conceal(changed) : changed;
}
