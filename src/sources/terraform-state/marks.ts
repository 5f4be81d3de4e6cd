/** What of a value is sensitive: a tree of its shape with `true` where it is; `*` stands for every key and index. */
export type Mark = true | { readonly [key: string]: Mark };

/** Several trees at once: what any of them marks is sensitive. */
export type Marks = readonly Mark[];

/** Everything is sensitive. */
export const ALL_MARKED: Marks = [true];

/** The marks of a part of a value. */
export function marksOf(marks: Marks, key: string): Marks {
  const inner: Mark[] = [];
  for (const mark of marks) {
    if (mark === true) return ALL_MARKED;
    for (const name of [key, "*"]) {
      const part: unknown = Object.hasOwn(mark, name) ? mark[name] : undefined;
      if (part !== undefined && part !== null && part !== false) inner.push(asMark(part));
    }
  }
  return inner;
}

export function isMarked(marks: Marks): boolean {
  return marks.includes(true);
}

/** A mark of an input: what is neither a tree nor false is taken for `true`. */
export function asMark(mark: unknown): Mark {
  return typeof mark === "object" && mark !== null ? (mark as Mark) : true;
}
