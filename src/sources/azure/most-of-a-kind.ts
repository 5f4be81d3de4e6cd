import type { Diagnostic } from "../../model/diagnostic.ts";

const MOST_OF_A_KIND = 50;

/** Beyond a number of one kind the rest is counted. */
export function mostOfAKind(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const kept: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= MOST_OF_A_KIND) kept.push(diagnostic);
  }
  for (const [code, count] of counts) {
    if (count <= MOST_OF_A_KIND) continue;
    const message = `${String(count - MOST_OF_A_KIND)} more of this kind are not listed`;
    kept.push({ code, level: "note", message });
  }
  return kept;
}
