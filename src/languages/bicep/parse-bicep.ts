import { SourceText } from "../arm/source-text.ts";
import type { BicepFile, BicepProblem, Statement } from "./ast.ts";
import { BicepSyntaxError } from "./bicep-syntax-error.ts";
import { readTokens } from "./lexer.ts";
import { parseStatement, statementsOf } from "./parse-statement.ts";
import type { FileKind } from "./parse-statement.ts";
import { TokenCursor } from "./token-cursor.ts";

/** A file with more is no Bicep, and nobody reads on. */
const MOST_PROBLEMS = 50;

/**
 * Parses a Bicep file (`.bicep`) or a parameter file (`.bicepparam`), in linear time and with bounded nesting. `file` is
 * the name that locations carry; nothing is read. Throws nothing that the text can cause: all that cannot be read are
 * the problems of the answer, and what stands around it is read all the same.
 */
export function parseBicep(text: string, file: string, kind: FileKind): BicepFile {
  const tokens = readTokens(text);
  const source = new SourceText(file, text);
  const { statements, errors } = parseStatements(new TokenCursor(text, tokens), kind);
  const problems = withoutEchoes([...tokens.problems, ...errors])
    .slice(0, MOST_PROBLEMS)
    .map((problem) => describe(problem, source));
  return { source, statements, comments: tokens.comments, problems };
}

function parseStatements(
  cursor: TokenCursor,
  kind: FileKind,
): { readonly statements: readonly Statement[]; readonly errors: readonly BicepSyntaxError[] } {
  const statements: Statement[] = [];
  const errors: BicepSyntaxError[] = [];
  cursor.skipNewlines();
  while (!cursor.is("end of text") && errors.length < MOST_PROBLEMS) {
    const begin = cursor.index;
    try {
      statements.push(parseStatement(cursor, kind));
      if (!cursor.is("newline") && !cursor.is("end of text")) throw cursor.expected("the end of the line");
    } catch (error) {
      if (!(error instanceof BicepSyntaxError)) throw error;
      errors.push(error);
      cursor.surface();
      skipToStatement(cursor, begin, kind);
    }
    cursor.skipNewlines();
  }
  return { statements, errors };
}

/** Goes on to a line that begins with a statement, not indented: what is indented belongs to what could not be read. */
function skipToStatement(cursor: TokenCursor, begin: number, kind: FileKind): void {
  const words = statementsOf(kind);
  const { kinds } = cursor.tokens;
  let at = Math.max(begin, cursor.index - 1);
  for (; at < kinds.length - 1; at += 1) {
    const isLineEnd = kinds[at] === "newline" || kinds[at] === "end of text";
    if (!isLineEnd || !isUnindented(cursor, at + 1)) continue;
    if (at + 1 > begin && (kinds[at + 1] === "@" || words.has(cursor.wordAt(at + 1) ?? ""))) break;
  }
  cursor.index = Math.min(at + 1, kinds.length - 1);
}

function isUnindented({ text, tokens }: TokenCursor, index: number): boolean {
  const before = text.charCodeAt((tokens.starts[index] ?? 0) - 1);
  return before === 0x0a || before === 0x0d;
}

/** Of problems on the same place only the first: the parser meets again what the lexer has told. */
function withoutEchoes(
  problems: readonly (Omit<BicepProblem, "code" | "location"> & { readonly code?: BicepProblem["code"] })[],
): readonly (typeof problems)[number][] {
  const sorted = [...problems].sort((left, right) => left.start - right.start);
  return sorted.filter(({ start }, index) => index === 0 || (sorted[index - 1]?.end ?? -1) < start);
}

function describe(
  { code = "bicep-syntax", message, start, end }: ReturnType<typeof withoutEchoes>[number],
  source: SourceText,
): BicepProblem {
  return { code, message, start, end, location: source.locate(start) };
}
