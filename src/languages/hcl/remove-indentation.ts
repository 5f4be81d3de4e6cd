import { skipSpaces } from "./skip-spaces.ts";
import type { TemplateToken, TextToken } from "./template-token.ts";

/**
 * Takes from the lines of a `<<-` heredoc the white space that all of them begin with; empty lines do not count and stay
 * as they are. The rule is about the text as written, so an interpolation at the start of a line means no indentation,
 * and what follows a line end that a strip marker has eaten does not begin a line: HashiCorp's parser does it so.
 */
export function removeIndentation(tokens: readonly TemplateToken[]): void {
  let indentation = Infinity;
  const lineStarts: TextToken[] = [];
  let isLineStart = true;
  for (const token of tokens) {
    if (isLineStart) {
      const width = token.kind === "text" ? indentationOf(token.value) : 0;
      if (token.kind === "text" && width < Infinity) lineStarts.push(token);
      indentation = Math.min(indentation, width);
    }
    isLineStart = token.kind === "text" ? token.value.endsWith("\n") : false;
  }
  for (const token of lineStarts) token.value = token.value.slice(indentation);
}

function indentationOf(line: string): number {
  const width = skipSpaces(line, 0, line.length);
  return width === line.length && line.endsWith("\n") ? Infinity : width;
}
