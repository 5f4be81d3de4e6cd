// JSON.stringify leaves what is not seen as it is, and a terminal obeys some of it; half a pair it escapes itself
const UNSEEN = /[\p{Cf}\u007f-\u009f\u2028\u2029]/gu;

/** JSON that may be shown on a terminal and in the log of a workflow. Parses to the same value. */
export function stringifyJson(value: unknown, indent: number = 2): string {
  return `${escapeUnseen(JSON.stringify(value, null, indent))}\n`;
}

/** JSON without the characters that a reader does not see. */
export function escapeUnseen(json: string): string {
  // outside of texts JSON has none of these characters
  const seen = isPrintable(json) ? json : json.replace(UNSEEN, escapeCharacter);
  return seen.replaceAll("##[", String.raw`#\u0023[`);
}

/** ASCII without the delete character, which is what most reports are: told six times as fast as by looking for the rest. */
function isPrintable(json: string): boolean {
  return Buffer.byteLength(json) === json.length && !json.includes("\u007f");
}

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
