import type { Expression, Interpolation, Span } from "./ast.ts";
import type { ForHead } from "./parse-for-head.ts";

/** A template before its directives are matched with their ends. */
export type TemplateToken = TextToken | Interpolation | IfToken | ForToken | EndToken;

/**
 * The whole text of a quoted template up to the next sequence, or one line of it elsewhere, line end included: strip
 * markers and the indentation of `<<-` work on one line.
 */
export interface TextToken extends Span {
  readonly kind: "text";
  value: string;
}

export interface IfToken extends Span {
  readonly kind: "if";
  readonly condition: Expression;
}

export interface ForToken extends Span, ForHead {
  readonly kind: "for";
}

export interface EndToken extends Span {
  readonly kind: "else" | "endif" | "endfor";
}
