import { Reference, Unknown, UnknownText, describeReference } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { MAX_CANDIDATES } from "./limits.ts";

/** Text of pieces of which at least one is not known. */
export function unknownText(pieces: readonly Value[]): Unknown {
  const candidates = new Map<string, Reference>();
  let reason: string | undefined;
  for (const piece of pieces) {
    if (typeof piece === "string") continue;
    if (piece instanceof Reference) {
      reason ??= `known after deployment: ${describeReference(piece).replace(/^.*::/u, "")}`;
      candidates.set(describeReference(piece), piece);
    } else if (piece instanceof Unknown) {
      reason ??= piece.reason;
      for (const candidate of piece.candidates) candidates.set(describeReference(candidate), candidate);
    } else {
      return new Unknown("a list or an object stands where a text belongs");
    }
  }
  const named = [...candidates.values()].slice(0, MAX_CANDIDATES);
  const why = reason ?? "not known";
  return new UnknownText(why, named, pieces);
}
