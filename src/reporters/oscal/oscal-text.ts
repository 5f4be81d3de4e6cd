import { escapeText } from "../escape-text.ts";
import { escapeProse } from "../markdown/escape-markdown.ts";

/** Properties that are not NIST's stand in a namespace of their own. */
const NS = "https://genoscan.dev/ns/oscal";

export interface OscalProperty {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

/** A list of properties; what is undefined or empty is left out, and `undefined` when nothing is left. */
export function oscalProps(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): readonly OscalProperty[] | undefined {
  const props = Object.entries(values).flatMap(([name, value]) => {
    const text = value === undefined ? "" : String(value).trim();
    return text === "" ? [] : [{ name, ns: NS, value: oscalString(text) }];
  });
  return props.length > 0 ? props : undefined;
}

/** A text of OSCAL, which is never empty and has no blank at its ends. */
export function oscalString(text: string): string {
  return escapeText(text.trim()) || "(empty)";
}

/** Titles and descriptions of OSCAL are Markdown: text of an input in them is text. */
export function oscalMarkup(text: string): string {
  return escapeProse(text.trim()) || "(empty)";
}
