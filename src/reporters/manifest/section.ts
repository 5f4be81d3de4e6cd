import { escapeText } from "../escape-text.ts";

/** A part of the sheet: a heading and lines of text, which are escaped when they are written. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function formatSection({ heading, lines }: Section): string {
  return `${heading.toUpperCase()}\n${lines.map((line) => `${escapeText(line).trimEnd()}\n`).join("")}`;
}

/** `label      value`; nothing when there is no value. */
export function field(label: string, value: string | number | boolean | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : [`  ${label.padEnd(18)} ${String(value)}`];
}
