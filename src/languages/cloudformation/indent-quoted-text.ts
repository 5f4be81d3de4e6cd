/** A text with spaces put in, and where those stand in it. */
export interface IndentedText {
  readonly text: string;
  readonly inserted: readonly Inserted[];
}

interface Inserted {
  /** In the text with the spaces. */
  readonly at: number;
  readonly length: number;
}

/**
 * YAML wants the lines of a text in quotes indented, and PyYAML takes them at the margin, as CloudFormation does. What a
 * line of such a text begins with is no part of it, so the lines are indented here: those behind `end`, where a reader of
 * YAML misses the quote. Nothing for a quote that is closed nowhere.
 */
export function indentQuotedText(source: IndentedText, end: number, quote: string): IndentedText | undefined {
  const { text } = source;
  const close = closingQuote(text, end, quote);
  if (close === undefined) return undefined;
  const depth = indentOf(text, text.lastIndexOf("\n", end - 1) + 1) + 1;
  const inserted: Inserted[] = [];
  let written = "";
  let from = 0;
  for (
    let line = text.indexOf("\n", end) + 1;
    line > 0 && line <= close;
    line = text.indexOf("\n", line) + 1
  ) {
    const missing = depth - indentOf(text, line);
    if (missing <= 0 || text[line] === "\n" || text[line] === "\r") continue;
    written += text.slice(from, line);
    inserted.push({ at: written.length, length: missing });
    written += " ".repeat(missing);
    from = line;
  }
  if (inserted.length === 0) return undefined;
  return { text: written + text.slice(from), inserted: [...shifted(source.inserted, inserted), ...inserted] };
}

/** A place in the text as it was before any spaces were put in. */
export function placeBefore({ inserted }: IndentedText, offset: number): number {
  let place = offset;
  for (const { at, length } of inserted) if (at < offset) place -= Math.min(length, offset - at);
  return place;
}

/** The spaces of before, where they stand now. */
function shifted(before: readonly Inserted[], now: readonly Inserted[]): readonly Inserted[] {
  return before.map(({ at, length }) => {
    let place = at;
    for (const added of now) if (added.at <= place) place += added.length;
    return { at: place, length };
  });
}

function closingQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const isEscape = quote === '"' ? text[at] === "\\" : text[at] === "'" && text[at + 1] === "'";
    if (isEscape) at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

function indentOf(text: string, line: number): number {
  let at = line;
  while (text[at] === " ") at += 1;
  return at - line;
}
