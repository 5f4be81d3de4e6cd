import type { Expression, TemplateForm } from "./ast.ts";
import { buildTemplate, normalize } from "./build-template.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { removeIndentation } from "./remove-indentation.ts";
import { charactersOf } from "./scanner.ts";
import type { Scanner } from "./scanner.ts";
import { TemplateReader, findPlainEnd } from "./template-reader.ts";
import type { ParseExpression } from "./template-reader.ts";

const QUOTE = 0x22;

/** The quoted text that the current token opens, when nothing in it or behind it makes more of it; else nothing is read. */
export function parsePlainQuoted(scanner: Scanner): Expression | undefined {
  const { text, start } = scanner;
  const plainEnd = findPlainEnd(text, start + 1);
  if (text.charCodeAt(plainEnd) !== QUOTE || ENDING[text.charCodeAt(plainEnd + 1)] !== true) return undefined;
  const end = plainEnd + 1;
  scanner.end = end;
  scanner.next();
  return { kind: "string", form: "quoted", value: normalize(text.slice(start + 1, plainEnd)), start, end };
}

/** What ends a value when it stands right behind it. */
const ENDING = charactersOf("\r\n,)]}");

/** Parses the quoted template whose opening quote is the current token. */
export function parseQuoted(scanner: Scanner, parseExpression: ParseExpression): Expression {
  const { start } = scanner;
  const plainEnd = findPlainEnd(scanner.text, start + 1);
  if (scanner.text.charCodeAt(plainEnd) === QUOTE) {
    const end = plainEnd + 1;
    scanner.end = end;
    scanner.next();
    return {
      kind: "string",
      form: "quoted",
      value: normalize(scanner.text.slice(start + 1, plainEnd)),
      start,
      end,
    };
  }
  const tokens = new TemplateReader(scanner, parseExpression).quoted();
  const { end } = scanner;
  const expression = buildTemplate(scanner, tokens, "quoted", { start, end });
  scanner.next();
  return expression;
}

/** Reads the quoted text whose opening quote is the current token: the label of a block, where templates are not allowed. */
export function parseQuotedText(scanner: Scanner): { value: string; end: number } {
  const { start } = scanner;
  const plainEnd = findPlainEnd(scanner.text, start + 1);
  if (scanner.text.charCodeAt(plainEnd) === QUOTE) {
    scanner.end = plainEnd + 1;
    scanner.next();
    return { value: scanner.text.slice(start + 1, plainEnd), end: plainEnd + 1 };
  }
  const tokens = new TemplateReader(scanner, refuseExpression).quoted();
  const { end } = scanner;
  const [token] = tokens;
  if (token !== undefined && token.kind !== "text") throw templateInLabel(start, end);
  scanner.next();
  return { value: token?.value ?? "", end };
}

function refuseExpression(scanner: Scanner): never {
  throw templateInLabel(scanner.start, scanner.end);
}

function templateInLabel(start: number, end: number): HclSyntaxError {
  return new HclSyntaxError(
    "a label is plain text; ${ is written $${ here, and %{ is written %%{",
    start,
    end,
  );
}

/** Parses the heredoc whose introduction is the current token. */
export function parseHeredoc(scanner: Scanner, parseExpression: ParseExpression): Expression {
  const { start } = scanner;
  const introduction = scanner.text.slice(start + 2, scanner.end).trimEnd();
  const isIndented = introduction.startsWith("-");
  const marker = isIndented ? introduction.slice(1) : introduction;
  const tokens = new TemplateReader(scanner, parseExpression).heredoc(marker);
  if (isIndented) removeIndentation(tokens);
  const { end } = scanner;
  const expression = buildTemplate(scanner, tokens, "heredoc", { start, end });
  scanner.next();
  return expression;
}

/** Parses a whole text as a template. */
export function parseBare(
  scanner: Scanner,
  form: TemplateForm,
  parseExpression: ParseExpression,
): Expression {
  const { start } = scanner;
  const tokens = new TemplateReader(scanner, parseExpression).bare();
  return buildTemplate(scanner, tokens, form, { start, end: scanner.text.length });
}
