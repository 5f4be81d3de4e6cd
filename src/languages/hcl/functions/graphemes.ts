const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What people see as characters, which is what Terraform counts. */
export function splitGraphemes(text: string): readonly string[] {
  if (isSimple(text)) return text.split("");
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

export function countGraphemes(text: string): number {
  return isSimple(text) ? text.length : splitGraphemes(text).length;
}

/** Printable ASCII and single line feeds: each is one character of its own. */
function isSimple(text: string): boolean {
  return /^[\n\x20-\x7e]*$/u.test(text);
}
