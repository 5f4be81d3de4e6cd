import { didYouMean } from "../../model/did-you-mean.ts";
import { formatPointer } from "../../model/pointer.ts";
import type { PointerTokens } from "../../model/pointer.ts";

/** Stands for any item of a list on the way to a property. */
export const ITEM = "*";

/** The types and properties that a pointer may name. */
export interface Vocabulary {
  /** The types that it knows, for suggestions. */
  readonly types: Iterable<string>;
  /** What a place in a type is. `ITEM` in the tokens is any item of a list, and so is a number. */
  look(type: string, tokens: PointerTokens): "known" | "unknown-type" | "unknown-pointer";
  /** The names of what stands below a known place, for suggestions. */
  names(type: string, tokens: PointerTokens): readonly string[];
}

/** What is wrong with a pointer into these types, or `undefined`. It has to be known in one of them at least. */
export function describeUnknownPointer(
  vocabulary: Vocabulary,
  types: readonly string[],
  tokens: PointerTokens,
): string | undefined {
  const answers = types.map((type) => vocabulary.look(type, tokens));
  // an unknown type is told where it stands
  if (!answers.every((answer) => answer === "unknown-pointer")) return undefined;
  const [type = ""] = types;
  const known = knownPart(vocabulary, type, tokens);
  const token = tokens[known.length] ?? "";
  const suggestion = didYouMean(token, vocabulary.names(type, known));
  const place = known.length === 0 ? "" : ` below ${formatPointer(known)}`;
  return `"${token}" is no property of ${types.join(" or ")}${place}${suggestion}`;
}

function knownPart(vocabulary: Vocabulary, type: string, tokens: PointerTokens): PointerTokens {
  const unknownFrom = tokens.findIndex(
    (_, index) => vocabulary.look(type, tokens.slice(0, index + 1)) !== "known",
  );
  return tokens.slice(0, unknownFrom);
}
