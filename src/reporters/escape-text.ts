// Cc and Cf: control characters and what is not seen, direction marks included; Zl and Zp break lines; Cs stands alone
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
// a line of output that looks like this is a command to the runner of GitHub Actions
const WORKFLOW_COMMAND = /(?<=^|\s)::|##\[/g;

/**
 * Text of an input on one line of a terminal: nothing in it moves the cursor, hides or reverses other text, or speaks to
 * the runner of a workflow.
 */
export function escapeText(text: string): string {
  return showUnseen(text).replace(WORKFLOW_COMMAND, (found) => (found === "::" ? ":\\:" : "#\\#["));
}

/** Text on one line in which everything is to be seen. */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, escapeCharacter);
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  if (character === "\r") return "\\r";
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(2, "0");
  return code < 0x100 ? `\\x${hex}` : `\\u{${hex}}`;
}
