/** `; did you mean "all"?` for a word that is close to one of the known ones, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const closest = closestWord(word, known);
  return closest === undefined ? "" : `; did you mean "${closest}"?`;
}

/** The known word that takes the fewest edits, when it is near enough to be a slip of the hand. */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  // a stranger's word may be megabytes long, and no such word is a slip of the hand
  if (word.length === 0 || word.length > 100) return undefined;
  let best: string | undefined;
  let bestEdits = Math.max(2, Math.floor(word.length / 4)) + 1;
  for (const candidate of known) {
    const edits = candidate.toLowerCase() === word.toLowerCase() ? 0 : countEdits(word, candidate);
    // two edits make any word of two letters
    if (edits < bestEdits && edits < candidate.length) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word of the other (optimal string alignment). */
function countEdits(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced);
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(isSwap ? Math.min(edits, (beforeLast[column - 2] ?? 0) + 1) : edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
