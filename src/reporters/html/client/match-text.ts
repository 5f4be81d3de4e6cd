/** Says for each text whether one of the words is in it. */
type Hits = readonly (readonly boolean[])[];

/** The words of a query, each of which has to be found. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** For each word, for each text. `texts` are in lower case. */
export function findWords(words: readonly string[], texts: readonly string[]): Hits {
  return words.map((word) => texts.map((text) => text.includes(word)));
}

export function hasWords(words: readonly string[], text: string): boolean {
  return words.every((word) => text.includes(word));
}
