import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** A truth as a value, with the reason that the first unknown item of the list gives which it was read off. */
export function truthOfPart(truth: Truth, list: Value | undefined): Value {
  if (truth !== "unknown") return truth;
  const items = plain(list);
  const open = isValueList(items) ? items.map((item) => plain(item)).find(isUnknown) : items;
  return open instanceof Unknown
    ? new Unknown(open.reason)
    : new Unknown("a part of a statement is not known");
}

function isUnknown(value: Value | undefined): boolean {
  return value instanceof Unknown;
}
