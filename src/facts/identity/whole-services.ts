import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/**
 * The services of which a list of action patterns gives every action: `s3:*` gives `s3`; `*` and `*:*` give `*`, which
 * is all of them. A pattern that is not known is an item that is not known.
 */
export function wholeServices(actions: Value | undefined): Value {
  const list = plain(actions);
  if (list === undefined) return [];
  if (!isValueList(list)) return list instanceof Unknown ? list : new Unknown("actions are no list");
  return list.flatMap((item): readonly Value[] => {
    const pattern = plain(item);
    if (typeof pattern !== "string") {
      return [pattern instanceof Unknown ? pattern : new Unknown("an action is no text")];
    }
    if (/^[*]+(?::[*]+)?$/.test(pattern)) return ["*"];
    const [service = "", action = ""] = pattern.toLowerCase().split(":");
    return /^[*?]*[*][*?]*$/.test(action) ? [service] : [];
  });
}
