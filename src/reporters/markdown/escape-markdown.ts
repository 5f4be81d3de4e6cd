import { escapeText } from "../escape-text.ts";

// what GitHub would turn into a mention, a link or a reference to an issue, cut apart by a space without width
const NO_WIDTH = "&#8203;";

/**
 * Text of an input as prose in GitHub's Markdown: no markup, no HTML, no link, no mention, and none of the mathematics
 * between dollar signs.
 */
export function escapeProse(text: string): string {
  return (
    escapeText(text)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(/[\\`*_[\]|~$#]/g, "\\$&")
      .replaceAll("@", `@${NO_WIDTH}`)
      .replaceAll("://", `:${NO_WIDTH}//`)
      .replace(/www\./gi, (found) => `${found.slice(0, -1)}${NO_WIDTH}.`)
      .replace(/(?<=\\#|\bGH-)(?=\d)/gi, NO_WIDTH)
      // a line that begins like this is an item of a list, or makes a heading of the line above
      .replace(/^(\s*)([-+=]|\d+(?=[.)]\s))/, (_, blank: string, mark: string) =>
        /\d/.test(mark) ? `${blank}${mark}${NO_WIDTH}` : `${blank}\\${mark}`,
      )
  );
}

/** Text of an input between HTML tags on one line, where Markdown is not read. */
export function escapeHtml(text: string): string {
  return escapeText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", `@${NO_WIDTH}`)
    .replaceAll("://", `:${NO_WIDTH}//`);
}

/** Text of an input as it is, to be copied: nothing inside of a code span is markup, a mention or a link. */
export function codeSpan(text: string): string {
  const shown = escapeText(text);
  if (shown.trim() === "") return "` `";
  const marks = "`".repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${marks}${pad}${shown}${pad}${marks}`;
}

/** A snippet to paste, in the colours of its language. */
export function codeBlock(language: string, snippet: string): string {
  const lines = snippet
    .trimEnd()
    .split("\n")
    .map((line) => escapeText(line));
  const marks = "`".repeat(Math.max(2, longestRun(snippet)) + 1);
  return `${marks}${language}\n${lines.join("\n")}\n${marks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
