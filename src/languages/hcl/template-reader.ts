import type { Expression } from "./ast.ts";
import { decodeEscape } from "./decode-escape.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { parseForHead } from "./parse-for-head.ts";
import type { ForHead } from "./parse-for-head.ts";
import type { Scanner } from "./scanner.ts";
import { skipSpaces, skipSpacesBack } from "./skip-spaces.ts";
import type { EndToken, TemplateToken } from "./template-token.ts";

/** Parses what stands between the braces of a sequence; handed in, because expressions hold templates. */
export type ParseExpression = (scanner: Scanner) => Expression;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const BRACE = 0x7b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function isSign(code: number): boolean {
  return code === DOLLAR || code === PERCENT;
}

const SPECIAL = /["\\$%\r\n]/g;

/** The offset of the first character that is not simply itself in a quoted template. */
export function findPlainEnd(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.test(text) ? SPECIAL.lastIndex - 1 : text.length;
}

/** Reads the inside of a template as tokens, and leaves the scanner's `end` behind the template. */
export class TemplateReader {
  readonly #scanner: Scanner;
  readonly #parseExpression: ParseExpression;
  readonly #tokens: TemplateToken[] = [];
  readonly #open: number;
  /** The sequence before ended with `~}`. */
  #stripNext = false;

  constructor(scanner: Scanner, parseExpression: ParseExpression) {
    this.#scanner = scanner;
    this.#parseExpression = parseExpression;
    this.#open = scanner.start;
  }

  quoted(): readonly TemplateToken[] {
    const { text } = this.#scanner;
    let start = this.#scanner.end;
    let from = start;
    let value = "";
    let at = findPlainEnd(text, start);
    while (text.charCodeAt(at) !== QUOTE) {
      if (text.charCodeAt(at) === BACKSLASH) {
        const escape = decodeEscape(text, at);
        value += text.slice(from, at) + escape.value;
        from = escape.end;
        at = escape.end;
      } else if (this.#isSequence(at)) {
        this.#addText(value + text.slice(from, at), start, at);
        at = this.#sequence(at);
        start = at;
        from = at;
        value = "";
      } else if (this.#isEscapedSequence(at)) {
        value += text.slice(from, at + 1);
        from = at + 2;
        at += 3;
      } else if (at < text.length && isSign(text.charCodeAt(at))) at += 1;
      else throw this.#unclosedQuote(at);
      at = findPlainEnd(text, at);
    }
    this.#addText(value + text.slice(from, at), start, at);
    this.#scanner.end = at + 1;
    return this.#tokens;
  }

  #unclosedQuote(at: number): HclSyntaxError {
    return new HclSyntaxError("this string is not closed by a quotation mark on its line", this.#open, at);
  }

  heredoc(marker: string): readonly TemplateToken[] {
    const end = this.#lines(marker);
    if (end === undefined) {
      const message = `this heredoc is not closed by a line that holds only ${marker}`;
      throw new HclSyntaxError(message, this.#open, this.#scanner.end);
    }
    this.#scanner.end = end;
    return this.#tokens;
  }

  bare(): readonly TemplateToken[] {
    this.#lines(undefined);
    return this.#tokens;
  }

  /** Reads line by line up to the one that holds only the marker; tells where that one ends, without its line end. */
  #lines(marker: string | undefined): number | undefined {
    const { text } = this.#scanner;
    let at = this.#scanner.end;
    let start = at;
    let isLineStart = true;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) {
        const lineEnd = text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
        if (marker !== undefined && isLineStart && isMarker(text, start, lineEnd, marker)) return lineEnd;
        at += 1;
        this.#addLine(start, at);
        start = at;
        isLineStart = true;
      } else if (this.#isSequence(at)) {
        this.#addLine(start, at);
        at = this.#sequence(at);
        start = at;
        isLineStart = false;
      } else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) {
        // HashiCorp's scanner stops here; what is left of a bare template is text then, sequences and all
        if (marker === undefined) break;
        throw new HclSyntaxError("a carriage return stands only before a line feed", at, at + 1);
      } else at += this.#isEscapedSequence(at) ? 3 : 1;
    }
    this.#addLine(start, text.length);
    return undefined;
  }

  /** A `${` in it is one that was written `$${`. */
  #addLine(start: number, end: number): void {
    const written = this.#scanner.text.slice(start, end);
    this.#addText(
      written.includes("{") ? written.replaceAll(/\$(?=\$\{)|%(?=%\{)/g, "") : written,
      start,
      end,
    );
  }

  #addText(value: string, start: number, end: number): void {
    if (start === end) return;
    const from = this.#stripNext ? skipSpaces(value, 0, value.length) : 0;
    this.#stripNext = false;
    this.#tokens.push({ kind: "text", value: value.slice(from), start, end });
  }

  /** `${` or `%{` */
  #isSequence(at: number): boolean {
    const { text } = this.#scanner;
    const code = text.charCodeAt(at);
    return isSign(code) && text.charCodeAt(at + 1) === BRACE;
  }

  /** `$${` or `%%{` */
  #isEscapedSequence(at: number): boolean {
    const { text } = this.#scanner;
    const code = text.charCodeAt(at);
    return isSign(code) && text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === BRACE;
  }

  /** Reads an interpolation or a directive, and tells where it ends. */
  #sequence(start: number): number {
    const scanner = this.#scanner;
    const isDirective = scanner.text.charCodeAt(start) === PERCENT;
    const stripBefore = scanner.text[start + 2] === "~";
    if (stripBefore) this.#stripLast(start);
    const { newlines } = scanner;
    scanner.newlines = false;
    scanner.end = start + (stripBefore ? 3 : 2);
    scanner.next();
    if (isDirective) {
      const directive = this.#directive();
      const end = this.#close(start, newlines);
      this.#tokens.push({ ...directive, start, end });
      return end;
    }
    const expression = this.#parseExpression(scanner);
    const stripAfter = scanner.is("~}");
    const end = this.#close(start, newlines);
    this.#tokens.push({ kind: "interpolation", expression, stripBefore, stripAfter, start, end });
    return end;
  }

  /** Looks that the sequence is closed, and goes back to text. */
  #close(start: number, newlines: boolean): number {
    const scanner = this.#scanner;
    if (!scanner.is("}") && !scanner.is("~}")) throw this.#unclosed(start);
    this.#stripNext = scanner.is("~}");
    scanner.newlines = newlines;
    return scanner.end;
  }

  #unclosed(start: number): HclSyntaxError {
    const scanner = this.#scanner;
    const opener = scanner.text.slice(start, start + 2);
    if (scanner.is("end of text") || scanner.is("quote")) {
      return new HclSyntaxError(`this ${opener} is not closed by a brace`, start, start + 2);
    }
    return scanner.expected(
      `the brace that closes ${opener} (to mean ${opener} itself, write ${opener[0]}${opener})`,
    );
  }

  #directive(): Directive {
    const scanner = this.#scanner;
    const word = scanner.is("identifier") ? scanner.text.slice(scanner.start, scanner.end) : "";
    if (word === "else" || word === "endif" || word === "endfor") {
      scanner.next();
      return { kind: word };
    }
    if (word !== "if" && word !== "for") throw scanner.expected("if, else, endif, for or endfor");
    scanner.next();
    if (word === "if") return { kind: "if", condition: this.#parseExpression(scanner) };
    return { kind: "for", ...parseForHead(scanner, this.#parseExpression) };
  }

  /** Takes the white space at the end of the text right before a sequence: on its own line only. */
  #stripLast(start: number): void {
    const last = this.#tokens.at(-1);
    if (last?.kind !== "text" || last.end !== start) return;
    last.value = last.value.slice(0, skipSpacesBack(last.value, 0, last.value.length));
  }
}

/** What stands between the braces of `%{ }`. */
type Directive =
  | { readonly kind: "if"; readonly condition: Expression }
  | ({ readonly kind: "for" } & ForHead)
  | { readonly kind: EndToken["kind"] };

function isMarker(text: string, start: number, lineEnd: number, marker: string): boolean {
  const from = skipSpaces(text, start, lineEnd);
  return text.startsWith(marker, from) && skipSpacesBack(text, from, lineEnd) === from + marker.length;
}
