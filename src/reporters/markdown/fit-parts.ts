/** A piece of the page in several lengths. */
export interface Part {
  /** From the fullest to the shortest. */
  readonly forms: readonly string[];
  /** Stays whatever the room is: the numbers, what was not read, what was left out. */
  readonly stays?: boolean;
  /** What a reader misses when it is left out, to be counted. */
  readonly mistakes?: number;
}

export interface FittedParts {
  readonly text: string;
  /** Mistakes that found no place at all. */
  readonly leftOut: number;
  /** Parts that are shown shorter than they could be. */
  readonly shortened: number;
}

/**
 * The parts within so many bytes of UTF-8, in their order: first everything in its shortest form, those at the end left
 * out when even that is too long, then as full as the room allows, the first ones before the others.
 */
export function fitParts(parts: readonly Part[], most: number): FittedParts {
  const sizes = parts.map(({ forms }) => forms.map((form) => Buffer.byteLength(form) + SEPARATOR.length));
  const chosen = parts.map(({ forms }) => forms.length - 1);
  let room = most;
  parts.forEach((part, index) => {
    if (part.stays === true) room -= lastOf(sizes[index]);
  });
  let isFull = false;
  parts.forEach((part, index) => {
    if (part.stays === true) return;
    const size = lastOf(sizes[index]);
    // nothing overtakes what is worse
    isFull ||= size > room;
    if (isFull) chosen[index] = LEFT_OUT;
    else room -= size;
  });

  /** Takes the fullest form of a part that there is room for. */
  function lengthen(index: number, longest: number): void {
    const own = sizes[index] ?? [];
    const now = chosen[index] ?? LEFT_OUT;
    if (now === LEFT_OUT) return;
    const better = own.findIndex((size) => size <= longest && size - (own[now] ?? 0) <= room);
    if (better < 0 || better >= now) return;
    room -= (own[better] ?? 0) - (own[now] ?? 0);
    chosen[index] = better;
  }

  // a list that stays gets a fair share before the first parts take everything
  parts.forEach((part, index) => {
    if (part.stays === true) lengthen(index, most / FAIR_SHARE);
  });
  parts.forEach((_, index) => lengthen(index, most));
  const shown = parts.map(({ forms }, index) => forms[chosen[index] ?? LEFT_OUT] ?? "");
  return {
    text: joinForms(shown.filter((text) => text !== "")),
    leftOut: sum(parts.map(({ mistakes = 0 }, index) => (chosen[index] === LEFT_OUT ? mistakes : 0))),
    shortened: chosen.filter((form) => form > 0).length,
  };
}

const SEPARATOR = "\n\n";
const LEFT_OUT = -1;
const FAIR_SHARE = 16;

/** Items of a list stand together. */
function joinForms(forms: readonly string[]): string {
  let text = "";
  let wasItem = false;
  for (const form of forms) {
    const isItem = form.startsWith("- ") && !form.includes("\n");
    const separator = isItem && wasItem ? "\n" : SEPARATOR;
    text += text === "" ? form : `${separator}${form}`;
    wasItem = isItem;
  }
  return text;
}

function lastOf(sizes: readonly number[] | undefined): number {
  return sizes?.at(-1) ?? 0;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
