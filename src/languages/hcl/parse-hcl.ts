import type { Body, Expression, HclFile, HclProblem } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { LineIndex } from "./line-index.ts";
import { parseFileBody } from "./parse-body.ts";
import { parseExpression, parseWholeExpression } from "./parse-expression.ts";
import { parseBare } from "./parse-template.ts";
import { Scanner } from "./scanner.ts";

/**
 * Parses a file in HCL's native syntax: configuration (`.tf`, `.tofu`) or values of variables (`.tfvars`), in linear
 * time and with bounded nesting. `file` is the name that locations carry; nothing is read. Throws nothing that the text
 * can cause: what cannot be read is the one problem of the answer, whose body is then empty.
 */
export function parseHcl(text: string, file: string): HclFile {
  const scanner = new Scanner(text, true);
  const lines = new LineIndex(text);
  const parsed = attempt(() => parseFileBody(scanner));
  if (!(parsed instanceof HclSyntaxError)) {
    return { file, body: parsed, comments: scanner.comments, problems: [], lines };
  }
  const problems = [describeProblem(parsed, file, lines)];
  return { file, body: emptyBody("native", text.length), comments: scanner.comments, problems, lines };
}

/** An expression or a template that is a text of its own, or why it is none. */
export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: HclProblem };

/** Parses a text that is one expression, as JSON holds where native syntax has no string. Line ends mean nothing. */
export function parseHclExpression(text: string, file: string): ParsedExpression {
  return asParsed(text, file, () => parseWholeExpression(new Scanner(text, false)));
}

/** Parses a text that is one template, as `templatefile` reads it. */
export function parseHclTemplate(text: string, file: string): ParsedExpression {
  return asParsed(text, file, () => parseBare(new Scanner(text, false), "bare", parseExpression));
}

/** What an unreadable file holds. */
export function emptyBody(syntax: Body["syntax"], end: number): Body {
  return { kind: "body", syntax, attributes: new Map(), blocks: [], start: 0, end };
}

/** The problem that an error is, with its place. */
export function describeProblem(error: HclSyntaxError, file: string, lines: LineIndex): HclProblem {
  const { code, message, start, end } = error;
  return { code, message, start, end, location: { file, ...lines.positionAt(start) } };
}

/** What the function gives, or the syntax error that it throws; any other error is ours and goes on. */
export function attempt<Result>(parse: () => Result): Result | HclSyntaxError {
  try {
    return parse();
  } catch (error) {
    if (error instanceof HclSyntaxError) return error;
    throw error;
  }
}

function asParsed(text: string, file: string, parse: () => Expression): ParsedExpression {
  const parsed = attempt(parse);
  if (!(parsed instanceof HclSyntaxError)) return { ok: true, expression: parsed };
  return { ok: false, problem: describeProblem(parsed, file, new LineIndex(text)) };
}
