import { Reference, Unknown, UnknownText, describeReference } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { MAX_CANDIDATES } from "./limits.ts";

/** Text of pieces of which at least one is not known. */
export function unknownText(pieces: readonly Value[]): Unknown {
  const candidates: Reference[] = [];
  let reason: string | undefined;
  for (const piece of pieces) {
    if (typeof piece === "string") continue;
    if (piece instanceof Reference) {
      reason ??= `known after deployment: ${describeReference(piece).replace(/^.*::/u, "")}`;
      addCandidate(candidates, piece);
    } else if (piece instanceof Unknown) {
      reason ??= piece.reason;
      for (const candidate of piece.candidates) addCandidate(candidates, candidate);
    } else {
      return new Unknown("a list or an object stands where a text belongs");
    }
  }
  return new UnknownText(reason ?? "not known", candidates, pieces);
}

function addCandidate(candidates: Reference[], added: Reference): void {
  if (candidates.length >= MAX_CANDIDATES) return;
  const isKnown = candidates.some(
    ({ target, attribute }) => target === added.target && attribute === added.attribute,
  );
  if (!isKnown) candidates.push(added);
}
