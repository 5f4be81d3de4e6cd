import type { HclValue } from "./hcl-value.ts";

/** Something is known of the text, so it is not empty: JSON, or the text around what is not known. */
export function isWritten({ unknown }: HclValue): boolean {
  return (
    unknown?.document !== undefined || unknown?.text?.some((piece) => typeof piece === "string") === true
  );
}
