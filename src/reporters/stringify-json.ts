// JSON.stringify leaves these as they are, and a terminal obeys some of them
const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON that may be shown on a terminal and in the log of a workflow. Parses to the same value. */
export function stringifyJson(value: unknown, indent: number = 2): string {
  return `${escapeUnseen(JSON.stringify(value, null, indent))}\n`;
}

/** JSON without the characters that a reader does not see. */
export function escapeUnseen(json: string): string {
  // outside of texts JSON has none of these characters
  return json.replace(UNSEEN, escapeUnit).replaceAll("##[", String.raw`#\u0023[`);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
