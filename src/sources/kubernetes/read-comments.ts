import { Lexer } from "yaml";
import type { WrittenComment } from "../read-annotations.ts";

/** What the lexer puts between the pieces of the text: the start of a document, of a scalar, the end of a flow. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f", "\ufeff"]);
const SCALAR = "\u001f";

/** The comments of a text in YAML; a hash inside of a text is none. */
export function readComments(text: string): readonly WrittenComment[] {
  const comments: WrittenComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const piece of new Lexer().lex(text)) {
    if (MARKS.has(piece)) {
      isScalar = piece === SCALAR;
      if (piece === "\ufeff") offset += 1;
      continue;
    }
    if (!isScalar && piece.startsWith("#")) {
      const line = text.lastIndexOf("\n", offset - 1) + 1;
      comments.push({
        text: piece.slice(1),
        start: offset,
        end: offset + piece.length,
        ownLine: text.slice(line, offset).trim() === "",
        marker: "#",
      });
    }
    isScalar = false;
    offset += piece.length;
  }
  return comments;
}
