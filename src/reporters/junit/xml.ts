import { escapeText } from "../escape-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text of an input inside of XML. XML 1.0 (2.2) has no place for U+FFFE and U+FFFF; `escapeText` sees to the others. */
export function xmlText(text: string): string {
  return escapeText(text)
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** ` name="a" tests="3"`; what is undefined is left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${xmlText(String(value))}"`))
    .join("");
}
