/** The words that make a clause, with the definition of each in the schema of rules. */
export const CLAUSE_WORDS = [
  "all",
  "any",
  "not",
  "at",
  "each",
  "some",
  "related",
  "exists",
  "compare",
] as const;
export type ClauseWord = (typeof CLAUSE_WORDS)[number];

/** Words that stand beside `at`. */
const BESIDE_AT = ["schema", "absent"];

export interface ClauseShape {
  /** The words that the clause has: exactly one, when it is right. */
  readonly words: readonly ClauseWord[];
  /** Keys that are no word of the language. */
  readonly strange: readonly string[];
  /** What is wrong with the words together, or `undefined`. */
  readonly problem: string | undefined;
}

export const ALL_WORDS: readonly string[] = [...CLAUSE_WORDS, ...BESIDE_AT];

/** Which words a clause has, and whether they go together. */
export function readShape(clause: object): ClauseShape {
  const keys = Object.keys(clause);
  const words = CLAUSE_WORDS.filter((word) => keys.includes(word));
  const beside = BESIDE_AT.filter((word) => keys.includes(word));
  const strange = keys.filter((key) => !ALL_WORDS.includes(key));
  return { words, strange, problem: describeShape(words, beside, strange.length > 0) };
}

const JOIN = 'join clauses with "all" or "any"';

function describeShape(
  words: readonly ClauseWord[],
  beside: readonly string[],
  strange: boolean,
): string | undefined {
  const [word] = words;
  if (words.length > 1) return `a clause has exactly one word, this one has ${quoted(words)}; ${JOIN}`;
  if (word === "at") return describeBesideAt(beside, strange);
  if (beside.length > 0 && word !== undefined) return `${quoted(beside)} does not go with "${word}"; ${JOIN}`;
  // a word that is misspelt is missing as well: that is one mistake
  if (word !== undefined || strange) return undefined;
  if (beside.length > 0) return `${quoted(beside)} needs "at" beside it`;
  return `a clause has one word: ${CLAUSE_WORDS.join(", ")}`;
}

function describeBesideAt(beside: readonly string[], strange: boolean): string | undefined {
  if (beside.length > 1) return `"at" goes with "schema" or with "absent", not with both; ${JOIN}`;
  return beside.length === 0 && !strange ? '"at" needs "schema" or "absent" beside it' : undefined;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" and ");
}
