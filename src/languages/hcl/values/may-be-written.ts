import { childrenOf } from "./hcl-value.ts";
import type { HclValue } from "./hcl-value.ts";

/** Whether one of the values, of which any may be meant, has a text that stands in the code, or may have one. */
export function mayBeWritten(values: Iterable<HclValue>): boolean {
  for (const value of values) {
    const { data, unknown } = value;
    if ((typeof data === "string" && data !== "") || unknown?.mayBeWritten === true) return true;
    if (mayBeWritten(childrenOf(data))) return true;
  }
  return false;
}
