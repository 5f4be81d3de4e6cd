import type { Fact, FactFields } from "../../facts/fact.ts";
import type { PointerTokens } from "../../model/pointer.ts";
import { ITEM } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The facts of each type as a vocabulary of what stands below `/Facts`. A fact that lists no fields may have any. */
export function factVocabulary(facts: readonly Fact[]): Vocabulary {
  const ofType = (type: string) => facts.filter(({ types }) => types === "*" || types.includes(type));
  const fieldsAt = (type: string, tokens: PointerTokens): FactFields | "any" | undefined => {
    const [name, ...parts] = tokens;
    const matching = ofType(type);
    if (name === undefined) return Object.fromEntries(matching.map((known) => [known.name, true]));
    const fact = matching.find((candidate) => candidate.name === name);
    if (fact === undefined) return undefined;
    return fact.fields === undefined ? "any" : stepInto(fact.fields, parts);
  };
  return {
    types: [],
    look: (type, tokens) => (fieldsAt(type, tokens) === undefined ? "unknown-pointer" : "known"),
    names: (type, tokens) => {
      const fields = fieldsAt(type, tokens);
      return fields === undefined || fields === "any" ? [] : Object.keys(fields);
    },
  };
}

/** Items of a list have the fields of the list. */
function stepInto(fields: FactFields, tokens: PointerTokens): FactFields | undefined {
  let current: FactFields = fields;
  for (const token of tokens) {
    if (token === ITEM || /^\d+$/.test(token)) continue;
    const next = Object.hasOwn(current, token) ? current[token] : undefined;
    if (next === undefined) return undefined;
    current = next === true ? {} : next;
  }
  return current;
}
