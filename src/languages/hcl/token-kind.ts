import type { BinaryOperator } from "./ast.ts";

/** Those that are no words are written so. */
export type TokenKind =
  | BinaryOperator
  | "identifier"
  | "number"
  | "newline"
  | "end of text"
  | "quote"
  | "heredoc"
  | "{"
  | "}"
  | "~}"
  | "["
  | "]"
  | "("
  | ")"
  | "."
  | "..."
  | ","
  | ":"
  | "::"
  | "?"
  | "="
  | "=>"
  | "!";
